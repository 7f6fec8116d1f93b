"""Writing unasked: how much, how often, ever more quietly to who doesn't answer, never to who doesn't want it."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.domain import calendar
from bot.storage import deliveries as ledger
from bot.storage.door import Transaction
from bot.storage.questions import Asked
from bot.tutor import deliveries, reading, settings
from bot.tutor.reading import Shown
from bot.tutor.reminders import Due, Farewell, claim
from tests.fakes import Told
from tests.tutor.pupil import Pupil

MADRID = ZoneInfo("Europe/Madrid")


async def settles_in(ana: Pupil) -> Shown:
    shown = await ana.arrives()
    return await ana.keeps(shown.reading.id, 0, 1, 2)


def kinds(sent: list[tuple[datetime, Due]]) -> list[str]:
    return [due.kind for _, due in sent]


async def test_nobody_is_written_to_more_than_three_times_a_day_or_at_night(ana: Pupil) -> None:
    shown = await settles_in(ana)
    sent: list[tuple[datetime, Due]] = []
    for _ in range(12):  # an eager learner, who answers every push
        ana.clock.advance(hours=12)
        sent += await ana.lives(ana.clock.now())
        await ana.finishes()
        await reading.menu(ana.services, Told(), await ana.me(), shown.reading.id, "menu")
        await ana.services.database.write(None, lambda tx: tx.execute("update memories set due_on = due_on - 9"))
        await ana.looks_up("reluctant")
    days = Counter(calendar.local_day(at, "Europe/Madrid") for at, _ in sent)
    assert max(days.values()) <= 3
    assert all(8 <= at.astimezone(MADRID).hour < 21 for at, _ in sent)


async def test_pushes_of_a_day_stand_three_hours_apart(ana: Pupil) -> None:
    await settles_in(ana)
    sent = await ana.lives(ana.clock.now() + timedelta(days=3))
    assert {"article", "review"} == set(kinds(list(sent)))
    assert all(later - earlier >= timedelta(hours=3) for (earlier, _), (later, _) in pairwise(sent))


async def test_everything_unasked_counts_towards_the_cap(ana: Pupil) -> None:
    await settles_in(ana)
    learner = await ana.me()
    ana.clock.move(datetime(2031, 3, 4, 6, 30, tzinfo=UTC))
    today = calendar.local_day(ana.clock.now(), learner.zone)
    now = ana.clock.now()

    async def others(tx: Transaction) -> None:
        for kind in ("class", "operator", "weekly"):
            await ledger.enter(tx, learner.id, today, kind, "sent", now, now)

    await ana.services.database.write(None, others)
    sent = await ana.lives(ana.clock.now() + timedelta(hours=16))
    assert sent == []
    assert ("article", "skipped", "the day's messages are used up") in await ana.ledger()


async def test_unanswered_pushes_become_rarer_until_silence(ana: Pupil) -> None:
    await settles_in(ana)
    await settings.change(ana.services, Told(), await ana.me(), article_rhythm="stopped")
    sent = await ana.lives(ana.clock.now() + timedelta(days=60))
    contents = [due.content for _, due in sent]
    assert [isinstance(one, Asked) for one in contents] == [True] * 7 + [False]
    assert isinstance(contents[-1], Farewell)
    days = [calendar.local_day(at, "Europe/Madrid") for at, _ in sent]
    assert days[2] - days[0] == 1  # two a day
    assert [later - earlier for earlier, later in pairwise(days[2:6])] == [1, 1, 3]
    assert (await ana.agenda())["wake"] is None
    assert await ana.open() is None  # the farewell takes the last question away


async def test_one_answer_ends_the_silence(ana: Pupil) -> None:
    await settles_in(ana)
    await settings.change(ana.services, Told(), await ana.me(), article_rhythm="stopped")
    await ana.lives(ana.clock.now() + timedelta(days=60))
    await ana.sits_down()
    await ana.answers()
    assert (await ana.me()).pushes_ignored == 0
    await ana.finishes()
    ana.clock.advance(days=1)
    assert (await ana.agenda())["review"] is not None


async def test_back_again_ends_the_silence(ana: Pupil) -> None:
    await settles_in(ana)
    await settings.change(ana.services, Told(), await ana.me(), article_rhythm="stopped")
    await ana.lives(ana.clock.now() + timedelta(days=60))
    await settings.resume(ana.services, Told(), await ana.me())
    (_, due), *_ = await ana.lives(ana.clock.now() + timedelta(days=1))
    assert isinstance(due.content, Asked)


async def test_a_push_is_question_one_of_a_sitting_and_takes_the_place_of_the_one_before(ana: Pupil) -> None:
    await settles_in(ana)
    await settings.change(ana.services, Told(), await ana.me(), article_rhythm="stopped")
    (_, first), (_, second) = await ana.lives(datetime(2031, 3, 4, 22, 0, tzinfo=UTC))
    assert (first.replaces, second.replaces) == (None, 501)
    states = await ana.rows("select state from questions order by id")
    assert [row["state"] for row in states] == ["unseen", "open"]
    assert await ana.rows("select * from reviews") == []
    assert len(await ana.finishes()) == 3


async def test_while_a_question_is_being_answered_nothing_is_pushed(ana: Pupil) -> None:
    await settles_in(ana)
    ana.clock.move(datetime(2031, 3, 4, 6, 58, tzinfo=UTC))  # two minutes before the article
    await ana.sits_down()
    await ana.answers()
    ana.clock.advance(minutes=2)
    assert await ana.beat() == []
    assert (await ana.agenda())["wake"] == ana.clock.now() + timedelta(minutes=10)
    sent = await ana.lives(ana.clock.now() + timedelta(minutes=30))
    assert kinds(list(sent)) == ["article"]


async def test_who_began_to_answer_after_the_claim_is_left_alone(ana: Pupil) -> None:
    await settles_in(ana)
    ana.clock.move(datetime(2031, 3, 4, 7, 0, tzinfo=UTC))
    (due,) = await claim(ana.services)
    await ana.sits_down()
    assert not await deliveries.begin(ana.services, due)
    assert await ana.ledger() == []
    assert [row["story"] for row in await ana.rows("select story from readings")] == ["just-add-hot-water"]


async def test_a_pause_is_kept_and_closes_the_question(ana: Pupil) -> None:
    await settles_in(ana)
    ana.clock.advance(days=1)
    await ana.sits_down()
    paused = await settings.pause(ana.services, Told(), await ana.me(), "week")
    assert await ana.open() is None
    assert paused.paused_until
    assert await ana.lives(paused.paused_until - timedelta(seconds=1)) == []
    sent = await ana.lives(paused.paused_until + timedelta(days=1))
    assert set(kinds(list(sent))) == {"article", "review"}


async def test_a_word_for_which_no_fair_question_can_be_made_is_told_to_the_ledger_once_a_day(ana: Pupil) -> None:
    await ana.looks_up("reluctant")
    await ana.services.database.write(
        None, lambda tx: tx.execute("update cards set sense_key = 'gone.noun.1', lemma = 'zzgone'")
    )
    await ana.lives(ana.clock.now() + timedelta(days=3))
    found = await ana.ledger()
    assert set(found) == {("review", "skipped", "no fair question could be made")}
    assert 2 <= len(found) <= 3
