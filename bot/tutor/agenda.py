"""When to think of a learner next: recomputed in the commit of whatever changes it."""

from datetime import datetime, timedelta

from bot.domain import calendar, reminders
from bot.domain.learner import Learner
from bot.storage import agenda, deliveries, learners, readings, sittings
from bot.storage import lesson as lessons
from bot.storage.door import Transaction

HOURS = (480, 1260)
"""When it's kind to push a review, in minutes of the local day: 08:00 to 21:00."""


async def plan_review(tx: Transaction, learner: Learner, now: datetime) -> None:
    """Put the next review push where it's kind, or take it off where there's none."""
    day = await lessons.next_due_on(tx, learner.id)
    at = None if day is None else await _kind_moment(tx, learner, day, now)
    await agenda.plan(tx, learner.id, "review", at)


async def _kind_moment(tx: Transaction, learner: Learner, day: int, now: datetime) -> datetime | None:
    """The next moment, from `now` on, at which a card due on local day `day` may be pushed."""
    moment = max(now, calendar.instant(day, HOURS[0], learner.zone))
    sitting = await sittings.latest(tx, learner.id)
    today = calendar.local_day(moment, learner.zone)
    return reminders.next_push(
        moment,
        learner.zone,
        HOURS,
        due_count=1,
        sent_today=await deliveries.counting(tx, learner.id, today),
        unanswered=learner.pushes_ignored,
        last_action=sitting.acted_at if sitting else None,
        paused_until=learner.paused_until,
        last_push=await deliveries.last_review(tx, learner.id),
    )


async def plan_article(tx: Transaction, learner: Learner, now: datetime) -> None:
    """Put the next daily article at the learner's hour, by their rhythm."""
    if learner.article_rhythm == "stopped" or learner.level is None:
        await agenda.plan(tx, learner.id, "article", None)
        return
    # A pause that ends at the hour of the article brings that very article.
    after = max(now, (learner.paused_until or now) - timedelta(microseconds=1))
    at = calendar.next_at(after, learner.article_minute, learner.zone)
    while not await _wants_article(tx, learner, calendar.local_day(at, learner.zone)):
        at = calendar.next_at(at, learner.article_minute, learner.zone)
    await agenda.plan(tx, learner.id, "article", at)


async def _wants_article(tx: Transaction, learner: Learner, day: int) -> bool:
    return fits_rhythm(learner, day) and not await had_article(tx, learner, day)


def fits_rhythm(learner: Learner, day: int) -> bool:
    """Whether the learner wants an article on that local day."""
    return learner.article_rhythm == "daily" or (learner.article_rhythm == "twice" and reminders.is_article_day(day))


async def had_article(tx: Transaction, learner: Learner, day: int) -> bool:
    """Whether the learner's article of that day went out, or may have, or was fetched by them."""
    latest = await readings.latest(tx, learner.id)
    return (latest is not None and latest.local_day == day) or await deliveries.had_article(tx, learner.id, day)


async def replan(tx: Transaction, learner_id: int, now: datetime) -> None:
    """Put everything where it belongs after a change of the learner's settings."""
    learner = await learners.by_id(tx, learner_id)
    await plan_article(tx, learner, now)
    await plan_review(tx, learner, now)
