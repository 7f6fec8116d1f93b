"""Writing unasked: who is due, what they get, and what became of it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from bot.domain import calendar, reminders
from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import agenda as slots
from bot.storage import deliveries, learners, questions, sittings
from bot.storage.deliveries import Delivery
from bot.storage.door import Transaction
from bot.storage.questions import Asked
from bot.tutor import agenda, lesson, reading
from bot.tutor.reading import ShelfEmpty, Shown

LEASE = timedelta(minutes=5)
BEING_ANSWERED = timedelta(minutes=10)
AT_ONCE = 100

LATE = timedelta(hours=1)
"""An article that is later than this waits for the next day rather than come at night."""

JUST_TWO = 2
"""Cards of a sitting that a smaller nudge asks for."""

SHELF = "the shelf is empty"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last word to a learner who answered none of many pushes."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to send unasked: `content` to `learner`, in place of the message `replaces`."""

    delivery_id: int
    learner: Learner
    content: Asked | Shown | Farewell | ShelfEmpty
    replaces: int | None = None

    @property
    def kind(self) -> Literal["review", "article"]:
        """Which lane it takes."""
        return "article" if isinstance(self.content, Shown | ShelfEmpty) else "review"


async def claim(services: Services) -> Sequence[Due]:
    """Take whoever is due, as many as the lanes have room for, and make what each of them gets.

    Each is a unit of work of its own: somebody whose turn fails comes back when the lease ends, and keeps nobody up.
    """
    now, room = services.clock.now(), min(services.messenger.free(), AT_ONCE)
    if room <= 0:
        return ()
    claimed = await services.database.write(None, lambda tx: learners.claim(tx, now, now + LEASE, room))
    found: list[Due] = []
    for learner_id in claimed:
        try:
            found += await services.database.write(None, partial(_consider, services, learner_id, now))
        except Exception:
            log.exception("learner %s couldn't be thought of; tried again in %s", learner_id, LEASE)
    return found


async def next_due(services: Services) -> datetime | None:
    """When somebody is due next."""
    return await services.database.read(learners.next_wake)


async def _consider(services: Services, learner_id: int, now: datetime, tx: Transaction) -> Sequence[Due]:
    """What the learner gets now; whatever it is, the agenda moves on."""
    learner = await learners.by_id(tx, learner_id)
    due = [kind for kind, at in (await slots.due(tx, learner_id)).items() if at <= now]
    found: list[Due | None] = []
    if "article" in due:
        found.append(await _article(tx, services, learner, now))
    if "review" in due:
        found.append(await _review(tx, services, learner, now))
    await slots.wake_up(tx, learner_id)
    return [one for one in found if one is not None]


async def _article(tx: Transaction, services: Services, learner: Learner, now: datetime) -> Due | None:
    if await is_busy(tx, learner, now):
        await slots.plan(tx, learner.id, "article", now + BEING_ANSWERED)
        return None
    today = calendar.local_day(now, learner.zone)
    learner = await _slower(tx, learner)
    reason = await _reason_to_skip(tx, learner, today, now)
    due = None if reason else await _next_article(tx, services, learner, today, now)
    if due is None:
        reason = reason or "no unread story"
        await deliveries.enter(tx, learner.id, today, "article", "skipped", now, now, reason=reason)
    day_end = calendar.instant(today + 1, calendar.TURN, learner.zone) - timedelta(seconds=1)
    await agenda.plan_article(tx, learner, day_end)
    return due


async def _reason_to_skip(tx: Transaction, learner: Learner, today: int, now: datetime) -> str:
    """Why there's no article today, for the ledger; "" if there's one."""
    if learner.paused_until is not None and learner.paused_until > now:
        return "paused"
    if not agenda.fits_rhythm(learner, today):
        return "not a day for an article"
    if await agenda.had_article(tx, learner, today):
        return "had today's article"
    if len(await deliveries.counting(tx, learner.id, today)) >= reminders.CAP:
        return "the day's messages are used up"
    late = now - calendar.instant(today, learner.article_minute, learner.zone)
    is_night = not calendar.awake(now, learner.zone, agenda.HOURS)
    return "too late in the night" if is_night and late > LATE else ""


async def _next_article(tx: Transaction, services: Services, learner: Learner, today: int, now: datetime) -> Due | None:
    """Today's story; when there's none left, once, the word that the shelf is empty."""
    shown = await reading.open_next(tx, services.library, learner, now)
    if shown is not None:
        asks_rhythm = learner.articles_ignored == reminders.ARTICLES_BEFORE_ASKING
        content: Shown | ShelfEmpty = replace(shown, asks_rhythm=asks_rhythm)
        reading_id: int | None = shown.reading.id
    elif await deliveries.said(tx, learner.id, SHELF):
        return None
    else:
        content, reading_id = ShelfEmpty(await reading.offer_again(tx, services.library, learner.id)), None
    reason = SHELF if reading_id is None else ""
    delivery_id = await deliveries.enter(
        tx, learner.id, today, "article", "claimed", now, now, reading_id=reading_id, reason=reason
    )
    return Due(delivery_id, learner, content)


async def _slower(tx: Transaction, learner: Learner) -> Learner:
    """Twice a week from now on, if "Still useful?" was asked and ignored."""
    if learner.articles_ignored > reminders.ARTICLES_BEFORE_ASKING and learner.article_rhythm == "daily":
        return await learners.change(tx, learner.id, article_rhythm="twice")
    return learner


async def _review(tx: Transaction, services: Services, learner: Learner, now: datetime) -> Due | None:
    await agenda.plan_review(tx, learner, now)
    if (await slots.due(tx, learner.id)).get("review", now + LEASE) > now:
        return None  # something changed since this was planned: it's not the moment any more
    today = calendar.local_day(now, learner.zone)
    is_farewell = learner.pushes_ignored == reminders.FAREWELL_AFTER
    most = lesson.POOL if reminders.tone(learner.pushes_ignored) == "usual" else JUST_TWO
    content = Farewell() if is_farewell else await lesson.begin(tx, services, learner, now, most)
    await slots.plan(tx, learner.id, "review", calendar.instant(today + 1, agenda.HOURS[0], learner.zone))
    if content is None:
        reason = "no fair question could be made"
        await deliveries.enter(tx, learner.id, today, "review", "skipped", now, now, reason=reason)
        return None
    question_id = content.id if isinstance(content, Asked) else None
    before = await questions.current(tx, learner.id)
    delivery_id = await deliveries.enter(tx, learner.id, today, "review", "claimed", now, now, question_id=question_id)
    return Due(delivery_id, learner, content, before.message_id if before else None)


async def is_busy(tx: Transaction, learner: Learner, now: datetime, but: Delivery | None = None) -> bool:
    """Whether the learner is in the middle of a sitting, other than the one that delivery `but` brings."""
    asked = await questions.current(tx, learner.id)
    if asked is None or (but is not None and asked.id == but.question_id):
        return False
    sitting = await sittings.by_id(tx, asked.sitting_id)
    return now - sitting.acted_at < BEING_ANSWERED
