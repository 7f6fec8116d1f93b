"""Reviews: each answer counts once, a miss comes back once, and every verdict can be undone."""

from dataclasses import replace

import pytest

from bot.domain.calendar import local_day
from bot.tutor import review, sitting
from bot.tutor.review import Opened
from bot.tutor.sitting import Idle, Standing
from tests.fakes import Told
from tests.tutor.pupil import Pupil


async def memories(ana: Pupil) -> object:
    return await ana.rows("select * from memories order by card_id, direction")


async def log(ana: Pupil) -> object:
    return await ana.rows("select card_id, correct from reviews where undone_at is null order by id")


async def test_a_right_answer_opens_the_next_question_at_once(sits: Pupil) -> None:
    first = await sits.open()
    marked = await sits.answers()
    assert first
    assert (marked.asked.id, marked.mark.verdict) == (first.id, "right")
    assert marked.next
    assert marked.next.card_id != first.card_id


async def test_a_wrong_answer_waits_for_next(sits: Pupil) -> None:
    marked = await sits.answers(right=False)
    assert (marked.mark.verdict, marked.next, marked.ending) == ("wrong", None, None)
    assert await sits.open() is None
    after = await sits.goes_on(marked)
    now_open = await sits.open()
    assert after
    assert after.next
    assert now_open
    assert after.next.id == now_open.id


async def test_next_counts_once(sits: Pupil) -> None:
    marked = await sits.answers(right=False)
    assert await sits.goes_on(marked)
    before = await sits.open()
    assert await sits.goes_on(marked) is None
    assert await sits.open() == before


async def test_each_answer_counts_once(sits: Pupil) -> None:
    asked = await sits.open()
    assert asked
    await sits.answers()
    before = (await memories(sits), await log(sits), await sits.open())
    for option in range(4):
        assert await review.choose(sits.services, Told(), await sits.me(), asked.id, option, sits.message) is None
    assert (await memories(sits), await log(sits), await sits.open()) == before


@pytest.mark.parametrize("option", [-1, 4, 99])
async def test_an_option_that_there_is_not_is_no_answer(sits: Pupil, option: int) -> None:
    asked = await sits.open()
    assert asked
    assert await review.choose(sits.services, Told(), await sits.me(), asked.id, option, None) is None
    assert await log(sits) == []


async def test_nobody_answers_for_another(sits: Pupil) -> None:
    asked = await sits.open()
    assert asked
    ben = Pupil(sits.services, sits.clock, sits.messenger, 2002)
    assert await review.choose(sits.services, Told(), await ben.me(), asked.id, 0, None) is None
    marked = await sits.answers()
    assert await review.undo(sits.services, Told(), await ben.me(), marked.asked.id, None) is None
    assert await sitting.look(sits.services, Told(), await ben.me(), asked.id) is None
    assert await sitting.suspend(sits.services, Told(), await ben.me(), asked.id, None) is None


async def test_a_miss_comes_back_once_at_the_end(sits: Pupil) -> None:
    marked = await sits.answers(right=False)
    missed, asked = marked.asked.card_id, []
    await sits.goes_on(marked)
    while (one := await sits.open()) is not None:
        asked.append((one.card_id, one.again))
        marked = await sits.answers(right=one.card_id != missed)
    assert asked[-1] == (missed, True)
    assert [card for card, _ in asked].count(missed) == 1
    assert marked.ending
    assert (marked.ending.asked, marked.ending.recalled) == (3, 2)


async def test_the_end_tells_what_was_recalled_and_asks_for_the_minutes_once(sits: Pupil) -> None:
    *_, last = await sits.finishes()
    assert last.ending
    assert (last.ending.asked, last.ending.recalled, last.ending.asks_minutes) == (3, 3, True)
    assert last.ending.again_on
    assert last.ending.again_on > last.ending.today
    await sits.changes(minutes=10)
    sits.clock.advance(days=30)
    await sits.sits_down()
    *_, last = await sits.finishes()
    assert last.ending
    assert not last.ending.asks_minutes


async def test_a_suspended_card_is_not_asked(sits: Pupil) -> None:
    asked = await sits.open()
    assert asked
    gone = await sitting.suspend(sits.services, Told(), await sits.me(), asked.id, sits.message)
    assert gone
    assert gone.next
    assert gone.next.card_id != asked.card_id
    assert await log(sits) == []
    done = await sits.finishes()
    assert asked.card_id not in {one.asked.card_id for one in done}
    sits.clock.advance(days=40)
    await sits.sits_down()
    assert asked.card_id not in {one.asked.card_id for one in await sits.finishes()}


async def test_suspending_the_last_card_ends_the_sitting(sits: Pupil) -> None:
    await sits.answers()
    await sits.answers()
    asked = await sits.open()
    assert asked
    gone = await sitting.suspend(sits.services, Told(), await sits.me(), asked.id, sits.message)
    assert gone
    assert gone.ending
    assert (gone.ending.asked, gone.ending.recalled) == (2, 2)


async def test_after_a_verdict_the_card_can_be_suspended_and_the_next_question_stays(sits: Pupil) -> None:
    marked = await sits.answers()
    gone = await sitting.suspend(sits.services, Told(), await sits.me(), marked.asked.id, sits.message)
    assert gone
    assert gone.next == await sits.open()
    assert len(await log(sits)) == 1  # type: ignore[arg-type]


async def test_review_again_shows_the_question_that_is_open(sits: Pupil) -> None:
    asked = await sits.open()
    found = await sits.sits_down()
    assert isinstance(found, Opened)
    assert asked
    assert found.asked.id == asked.id


async def test_with_nothing_to_ask_it_says_when_the_next_word_comes(ana: Pupil) -> None:
    assert await ana.sits_down() == Idle(True, local_day(ana.clock.now(), "Europe/Madrid"), None)
    await ana.looks_up("reluctant")
    today = local_day(ana.clock.now(), "Europe/Madrid")
    assert await ana.sits_down() == Idle(False, today, today + 1)


async def test_how_it_stands_is_seen_again_after_the_menu(sits: Pupil) -> None:
    marked = await sits.answers()
    standing = await sitting.look(sits.services, Told(), await sits.me(), marked.asked.id)
    assert standing == Standing(replace(marked.asked, state="answered", verdict="right"), await sits.open())
