"""Reviews: a sitting of questions, each marked once, each verdict undoable."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import calendar, marking, memory
from bot.domain.learner import Learner
from bot.domain.marking import Mark
from bot.services import Services
from bot.storage import cards, learners, questions, reviews, sittings
from bot.storage import lesson as lessons
from bot.storage.door import Cause, Transaction
from bot.storage.questions import Asked
from bot.storage.reviews import Review
from bot.storage.sittings import Sitting
from bot.tutor import agenda, lesson


@dataclass(frozen=True, slots=True)
class Ending:
    """What a sitting came to; `again_on` is the local day on which the next word wants to be asked."""

    asked: int
    recalled: int
    today: int
    again_on: int | None
    asks_minutes: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A question to show; `undoes` is the question that [Undo] takes back, if any."""

    asked: Asked
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A question's verdict, and the next question or the end; neither while a miss waits for [Next]."""

    asked: Asked
    mark: Mark
    next: Asked | None = None
    ending: Ending | None = None


async def choose(
    services: Services,
    cause: Cause[Marked | None],
    learner: Learner,
    question_id: int,
    option: int,
    message_id: int | None,
) -> Marked | None:
    """Mark the chosen option and remember it; None if the question isn't open to this learner."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Marked | None:
        asked = await questions.by_id(tx, learner.id, question_id)
        if asked is None or asked.state != "open" or not 0 <= option < len(asked.item.options):
            return None
        mark = marking.mark_option(asked.item, option)
        return await close(tx, services, learner, asked, mark, asked.item.options[option], message_id, now)

    return await services.database.write(cause, work)


async def close(
    tx: Transaction,
    services: Services,
    learner: Learner,
    asked: Asked,
    mark: Mark,
    answer: str,
    message_id: int | None,
    now: datetime,
) -> Marked | None:
    """Remember an answer, right or wrong, once; after a right one the next question opens.

    `message_id` is the message that will show what comes next, None for a new one.
    """
    if not await questions.answer(tx, learner.id, asked.id, answer, mark.verdict, now):
        return None
    await _remember(tx, learner, asked, mark, now)
    await learners.change(tx, learner.id, pushes_ignored=0)
    sitting = _counted(await sittings.by_id(tx, asked.sitting_id), asked, mark)
    await sittings.keep(tx, sitting, now)
    marked = Marked(replace(asked, answer=answer), mark)
    if mark.verdict == "right" or not sitting.plan:
        marked = await proceed(tx, services, learner, sitting, marked, message_id, now)
    await agenda.plan_review(tx, await learners.by_id(tx, learner.id), now)
    return marked


async def _remember(tx: Transaction, learner: Learner, asked: Asked, mark: Mark, now: datetime) -> None:
    today = calendar.local_day(now, learner.zone)
    before = await reviews.memory(tx, asked.card_id, asked.direction)
    correct = mark.verdict == "right"
    after = memory.review(before, correct, today, chance=asked.item.chance)
    latency = round((now - (asked.asked_at or now)).total_seconds() * 1000)
    review = Review(
        learner.id, asked.card_id, asked.direction, asked.id, today, now, correct, asked.item.format, latency, before
    )
    await reviews.record(tx, review, after)
    await cards.admit(tx, learner.id, asked.card_id, today)


def _counted(sitting: Sitting, asked: Asked, mark: Mark) -> Sitting:
    """The sitting after the answer: a first miss comes back once, at the end."""
    if asked.again:
        return sitting
    if mark.verdict == "right":
        return replace(sitting, asked=sitting.asked + 1, recalled=sitting.recalled + 1)
    return replace(sitting, asked=sitting.asked + 1, plan=(*sitting.plan, -asked.card_id))


async def go_on(
    services: Services, cause: Cause[Marked | None], learner: Learner, question_id: int, message_id: int | None
) -> Marked | None:
    """After a miss: the next question; None if the sitting has gone on already."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Marked | None:
        asked = await questions.by_id(tx, learner.id, question_id)
        if asked is None or asked.state != "answered" or await questions.current(tx, learner.id):
            return None
        sitting = await sittings.by_id(tx, asked.sitting_id)
        return await proceed(tx, services, learner, sitting, Marked(asked, Mark("wrong")), message_id, now)

    return await services.database.write(cause, work)


async def proceed(
    tx: Transaction,
    services: Services,
    learner: Learner,
    sitting: Sitting,
    marked: Marked,
    message_id: int | None,
    now: datetime,
) -> Marked:
    """Open the next question of the sitting, or end it."""
    asked, sitting = await lesson.next_question(tx, services, learner, sitting, now)
    await sittings.keep(tx, sitting, now)
    if asked is None:
        return replace(marked, ending=await _ending(tx, learner, sitting, now))
    await questions.open_(tx, asked, message_id, now)
    return replace(marked, next=asked)


async def _ending(tx: Transaction, learner: Learner, sitting: Sitting, now: datetime) -> Ending:
    today = calendar.local_day(now, learner.zone)
    again_on = await lessons.next_due_on(tx, learner.id)
    return Ending(sitting.asked, sitting.recalled, today, again_on, asks_minutes=learner.minutes is None)


async def undo(
    services: Services, cause: Cause[Opened | None], learner: Learner, question_id: int, message_id: int | None
) -> Opened | None:
    """Take an answer back: the memory is exactly as before, and the question open again. None if it's too late."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Opened | None:
        asked = await questions.by_id(tx, learner.id, question_id)
        if asked is None or asked.state != "answered" or not await reviews.undo(tx, learner.id, question_id, now):
            return None
        sitting = await _uncounted(tx, learner, asked)
        await sittings.keep(tx, sitting, now)
        await questions.open_(tx, asked, message_id, now)
        await agenda.plan_review(tx, learner, now)
        return Opened(asked)

    return await services.database.write(cause, work)


async def _uncounted(tx: Transaction, learner: Learner, asked: Asked) -> Sitting:
    """The sitting as before the answer; the question that followed goes back to the front of the plan."""
    sitting = await sittings.by_id(tx, asked.sitting_id)
    following = await questions.current(tx, learner.id)
    plan = sitting.plan
    if following is not None:
        await questions.end(tx, following.id, "withdrawn")
        if following.sitting_id == sitting.id:
            plan = (-following.card_id if following.again else following.card_id, *plan)
    if asked.again:
        return replace(sitting, plan=plan, ended=False)
    if asked.verdict == "right":
        return replace(sitting, plan=plan, asked=sitting.asked - 1, recalled=sitting.recalled - 1, ended=False)
    plan = tuple(card for card in plan if card != -asked.card_id)
    return replace(sitting, plan=plan, asked=sitting.asked - 1, ended=False)
