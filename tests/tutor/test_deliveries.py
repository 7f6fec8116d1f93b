"""A push is sent once or not at all, and the ledger says what became of it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.services import Outcome
from bot.tutor import deliveries, people, reminders
from bot.tutor.reading import Shown
from bot.tutor.reminders import Farewell, claim, next_due
from tests.tutor.pupil import Pupil

NEVER_LEFT: tuple[Outcome, ...] = ("failed", "blocked")


@pytest.fixture
async def waits(ana: Pupil) -> Pupil:
    """Ana, to whom an article and then a review are due tomorrow."""
    shown = await ana.arrives()
    await ana.keeps(shown.reading.id, 0, 1)
    return ana


async def to_review(ana: Pupil) -> None:
    """Go on to the moment of the first review push."""
    await ana.lives(datetime(2031, 3, 4, 9, 59, tzinfo=UTC))  # three hours after the article it may come
    review = (await ana.agenda())["review"]
    assert review
    ana.clock.move(review)


async def counters(ana: Pupil) -> tuple[int, int]:
    learner = await ana.me()
    return learner.articles_ignored, learner.pushes_ignored


async def test_the_ledger_says_sent(waits: Pupil) -> None:
    await waits.lives(waits.clock.now() + timedelta(days=1))
    assert await waits.ledger() == [("article", "sent", ""), ("review", "sent", "")]
    assert await counters(waits) == (1, 1)


async def test_a_claim_is_taken_once(waits: Pupil) -> None:
    await to_review(waits)
    assert len(await claim(waits.services)) == 1
    assert len(await claim(waits.services)) == 0


async def test_a_push_begins_once(waits: Pupil) -> None:
    await to_review(waits)
    (due,) = await claim(waits.services)
    assert await deliveries.begin(waits.services, due)
    assert not await deliveries.begin(waits.services, due)


async def test_no_more_are_claimed_than_the_lanes_have_room_for(waits: Pupil) -> None:
    ben = Pupil(waits.services, waits.clock, waits.messenger, 2002)
    await ben.arrives()
    waits.clock.advance(days=1)
    waits.messenger.room = 0
    assert await claim(waits.services) == ()
    waits.messenger.room = 1
    assert len(await claim(waits.services)) == 1
    assert len(await claim(waits.services)) == 1
    assert await claim(waits.services) == []


async def test_what_surely_was_not_sent_is_taken_back_with_its_counters_and_sent_soon(waits: Pupil) -> None:
    await to_review(waits)
    before = await counters(waits)
    assert len(await waits.beat("unsent")) == 1
    assert (await waits.ledger())[1:] == []
    assert await counters(waits) == before
    assert await waits.open() is None
    assert await next_due(waits.services) == waits.clock.now() + deliveries.SOON
    assert len(await waits.lives(waits.clock.now() + timedelta(minutes=11))) == 1
    assert await counters(waits) == (before[0], before[1] + 1)


async def test_an_article_that_was_not_sent_is_still_unread(waits: Pupil) -> None:
    at = await next_due(waits.services)
    assert at
    waits.clock.move(at)
    (due,) = await waits.beat("unsent")
    assert await counters(waits) == (0, 0)
    waits.clock.advance(minutes=1)
    (again,) = await waits.beat()
    assert isinstance(again.content, Shown)
    assert isinstance(due.content, Shown)
    assert again.content.story is due.content.story
    assert len(await waits.rows("select * from readings")) == 2


async def test_what_may_have_been_sent_is_not_sent_again(waits: Pupil) -> None:
    await to_review(waits)
    await waits.beat("unknown")
    assert (await waits.ledger())[-1] == ("review", "unknown", "")
    assert await next_due(waits.services) == waits.clock.now() + deliveries.DOUBT
    sent = await waits.lives(waits.clock.now() + timedelta(hours=2))
    assert sent == []  # it counts as sent: three hours apart


async def test_an_article_in_doubt_is_not_sent_again_that_day(waits: Pupil) -> None:
    at = await next_due(waits.services)
    assert at
    waits.clock.move(at)
    await waits.beat("unknown")
    assert (await waits.agenda())["article"] == at + timedelta(days=1)


@pytest.mark.parametrize("outcome", NEVER_LEFT)
async def test_what_telegram_refused_is_no_question_no_reading_and_ignored_by_nobody(
    waits: Pupil, outcome: Outcome
) -> None:
    at = await next_due(waits.services)
    assert at
    waits.clock.move(at)
    await waits.beat(outcome)
    assert (await waits.ledger())[-1][:2] == ("article", outcome)
    assert len(await waits.rows("select * from readings")) == 1
    await people.returned(waits.services, waits.telegram_id)
    await to_review(waits)
    before = await counters(waits)
    await waits.beat(outcome)
    assert (await waits.ledger())[-1][:2] == ("review", outcome)
    assert await waits.open() is None
    assert await counters(waits) == before


async def test_what_telegram_refuses_is_not_tried_again_at_every_beat(waits: Pupil) -> None:
    await to_review(waits)
    await waits.beat("failed")
    at = await next_due(waits.services)
    assert at
    assert at - waits.clock.now() >= timedelta(minutes=30)


async def test_blocked_stops_everything(waits: Pupil) -> None:
    await to_review(waits)
    await waits.beat("blocked")
    assert (await waits.me()).blocked_at == waits.clock.now()
    assert await next_due(waits.services) is None


async def test_nothing_is_sent_to_who_blocked_the_tutor_after_the_claim(waits: Pupil) -> None:
    await to_review(waits)
    (due,) = await claim(waits.services)
    await people.blocked(waits.services, waits.telegram_id)
    assert not await deliveries.begin(waits.services, due)
    assert await next_due(waits.services) is None


async def test_after_a_kill_what_was_claimed_is_tried_again(waits: Pupil) -> None:
    await to_review(waits)
    await claim(waits.services)
    assert await deliveries.recover(waits.services) == 1
    assert len(await waits.ledger()) == 1  # the article
    assert len(await waits.lives(waits.clock.now() + timedelta(minutes=11))) == 1


async def test_after_a_kill_what_was_being_sent_stays_in_doubt(waits: Pupil) -> None:
    await to_review(waits)
    (due,) = await claim(waits.services)
    await deliveries.begin(waits.services, due)
    assert await deliveries.recover(waits.services) == 1
    assert (await waits.ledger())[-1] == ("review", "unknown", "")
    assert await waits.open() is not None
    assert await deliveries.recover(waits.services) == 0
    await deliveries.end(waits.services, due, None, "sent", 7)
    assert (await waits.ledger())[-1] == ("review", "unknown", "")


async def test_a_learner_who_was_claimed_and_dropped_comes_back_after_the_lease(waits: Pupil) -> None:
    await to_review(waits)
    now = waits.clock.now()
    (row,) = await waits.rows("select id from learners")
    sql = "update learners set wake_at = :lease where id = :id"
    lease = now + reminders.LEASE
    await waits.services.database.write(None, lambda tx: tx.execute(sql, lease=lease, id=row["id"]))
    assert await claim(waits.services) == []
    waits.clock.move(lease)
    assert len(await claim(waits.services)) == 1


async def test_a_farewell_that_was_not_sent_is_said_another_time(waits: Pupil) -> None:
    await waits.changes(pushes_ignored=7)
    await to_review(waits)
    (due,) = await waits.beat("unsent")
    assert due.content == Farewell()
    assert (await waits.me()).pushes_ignored == 7
    await waits.lives(waits.clock.now() + timedelta(minutes=11))
    assert (await waits.me()).pushes_ignored == 8
