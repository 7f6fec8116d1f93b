"""An update is done in the commit of its effect, and a reply is held until it's sent."""

import pytest

from bot.services import Button, Reply
from bot.storage.messages import About
from bot.tutor import inbox, outbox, review, settings
from bot.tutor.inbox import Asked, OtherBot
from tests.tutor.pupil import Pupil

BOT = 42


def asked(ana: Pupil, *replies: Reply) -> Asked[object]:
    return Asked(BOT, 7, ana.telegram_id, ana.clock.now(), lambda _: replies)


async def waiting(ana: Pupil) -> int:
    return len(await ana.rows("select * from inbox where done_at is null"))


async def test_an_update_is_held_once_and_done_with_its_effect(ana: Pupil) -> None:
    assert await inbox.receive(ana.services, BOT, [(7, "{}"), (7, "{}"), (8, "{}")]) == [7, 8]
    assert await inbox.receive(ana.services, BOT, [(7, "{}")]) == []
    cause = asked(ana, Reply("Kept."))
    await settings.look(ana.services, cause, await ana.me())
    assert cause.is_settled
    assert [row["update_id"] for row in await ana.rows("select update_id from inbox where done_at is null")] == [8]
    await inbox.dismiss(ana.services, BOT, 8)
    assert await waiting(ana) == 0


async def test_what_an_earlier_run_left_is_taken_up_again(ana: Pupil) -> None:
    await inbox.receive(ana.services, BOT, [(9, "nine"), (8, "eight")])
    assert [(one.update_id, one.payload) for one in await inbox.left(ana.services, BOT)] == [(8, "eight"), (9, "nine")]


async def test_a_database_serves_one_bot(ana: Pupil) -> None:
    await inbox.open_for(ana.services, BOT)
    await inbox.open_for(ana.services, BOT)
    with pytest.raises(OtherBot, match="bot 42, not to 43"):
        await inbox.open_for(ana.services, 43)


async def test_a_reply_survives_a_restart_as_it_was(ana: Pupil) -> None:
    first = Reply(
        "One.", ((Button("A", "a:1"), Button("B", url="https://example.org")),), About("card", 3), silent=True
    )
    second = Reply("Two.", edits=5, deletes=(6, 7), remains="Gone.", strips=8)
    await settings.look(ana.services, asked(ana, first, second), await ana.me())
    left = await outbox.left(ana.services)
    assert [held.reply for held in left] == [second, first]  # edits first
    await outbox.sent(ana.services, left[1], 90)
    assert [held.reply for held in await outbox.left(ana.services)] == [second]
    assert await ana.rows("select message_id, kind, ref from messages") == [
        {"message_id": 90, "kind": "card", "ref": 3}
    ]


async def sits_down(ana: Pupil) -> None:
    for word in ("reluctant", "elephant"):
        await ana.looks_up(word)
    ana.clock.advance(days=1)
    await ana.sits_down()


async def test_a_second_tap_does_not_strip_the_question_that_took_the_place_of_the_first(ana: Pupil) -> None:
    await sits_down(ana)
    marked = await ana.answers()
    cause = asked(ana, Reply(strips=ana.message, toast="closed"))
    stale = await review.choose(ana.services, cause, await ana.me(), marked.asked.id, 0, ana.message)
    assert stale is None
    assert [held.reply for held in cause.held] == [Reply(toast="closed")]


async def test_nor_a_verdict_that_waits_for_next(ana: Pupil) -> None:
    await sits_down(ana)
    marked = await ana.answers(right=False)
    await ana.sees_at(ana.message, About("verdict", marked.asked.id))
    cause = asked(ana, Reply(strips=ana.message, toast="closed"))
    await review.choose(ana.services, cause, await ana.me(), marked.asked.id, 0, ana.message)
    assert cause.held[0].reply.strips is None


async def test_buttons_that_are_really_old_go_away(ana: Pupil) -> None:
    await sits_down(ana)
    marked = await ana.answers(right=False)
    await ana.sees_at(ana.message, About("verdict", marked.asked.id))
    ana.clock.advance(minutes=2)
    for message in (ana.message, 3):
        cause = asked(ana, Reply(strips=message))
        await review.choose(ana.services, cause, await ana.me(), marked.asked.id, 0, message)
        assert cause.held[0].reply.strips == message


async def test_a_stranger_has_nothing_to_spare(ana: Pupil) -> None:
    cause: Asked[object] = Asked(BOT, 7, 999, ana.clock.now(), lambda _: [Reply(strips=4)])
    await settings.nothing(ana.services, cause)
    assert cause.held[0].reply.strips == 4
