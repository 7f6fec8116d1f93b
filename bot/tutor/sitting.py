"""A sitting from outside its answers: beginning it, looking at where it stands, leaving a word out."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import calendar
from bot.domain.learner import Learner
from bot.domain.marking import Mark
from bot.services import Services
from bot.storage import cards, questions, sittings
from bot.storage import lesson as lessons
from bot.storage.door import Cause, Transaction
from bot.storage.questions import Asked
from bot.tutor import agenda, lesson
from bot.tutor.review import Ending, Marked, Opened, proceed


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing to ask: the book is empty, or its next word wants to be asked on a later day."""

    is_empty: bool
    today: int
    again_on: int | None


async def begin(services: Services, cause: Cause[Opened | Idle], learner: Learner) -> Opened | Idle:
    """Begin a sitting at will, or show the question that is open already."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Opened | Idle:
        asked = await questions.current(tx, learner.id) or await lesson.begin(tx, services, learner, now)
        if asked is None:
            return await idle(tx, learner, now)
        await sittings.keep(tx, await sittings.by_id(tx, asked.sitting_id), now)  # being looked at is being answered
        await questions.open_(tx, asked, None, now)
        await agenda.plan_review(tx, learner, now)
        return Opened(asked)

    return await services.database.write(cause, work)


async def idle(tx: Transaction, learner: Learner, now: datetime) -> Idle:
    """Why there's nothing to ask."""
    today = calendar.local_day(now, learner.zone)
    again_on = await lessons.next_due_on(tx, learner.id)
    return Idle(not await cards.count(tx, learner.id), today, again_on)


@dataclass(frozen=True, slots=True)
class Standing:
    """A question as it stands, and the one that is open now, if any."""

    asked: Asked
    current: Asked | None


async def look(
    services: Services, cause: Cause[Standing | None], learner: Learner, question_id: int
) -> Standing | None:
    """How things stand with a question; None if it's neither open nor the last one answered."""

    async def work(tx: Transaction) -> Standing | None:
        asked = await questions.by_id(tx, learner.id, question_id)
        if asked is None or asked.state not in ("open", "answered"):
            return None
        return Standing(asked, await questions.current(tx, learner.id))

    return await services.database.write(cause, work)


@dataclass(frozen=True, slots=True)
class Suspended:
    """A card that won't be asked any more, and what comes next in its sitting."""

    lemma: str
    next: Asked | None
    ending: Ending | None = None


async def suspend(
    services: Services, cause: Cause[Suspended | None], learner: Learner, question_id: int, message_id: int | None
) -> Suspended | None:
    """Ask the word of a question no more; if it was open, the sitting goes on without a grade for it."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Suspended | None:
        asked = await questions.by_id(tx, learner.id, question_id)
        card = await cards.by_id(tx, learner.id, asked.card_id) if asked else None
        if asked is None or card is None:
            return None
        await cards.suspend(tx, learner.id, card.id, now)
        await agenda.plan_review(tx, learner, now)
        current, sitting = await questions.current(tx, learner.id), await sittings.by_id(tx, asked.sitting_id)
        if asked.state != "open" and (current is not None or sitting.ended):
            return Suspended(card.lemma, current)
        await questions.end(tx, asked.id, "withdrawn")
        gone_on = await proceed(tx, services, learner, sitting, Marked(asked, Mark("wrong")), message_id, now)
        return Suspended(card.lemma, gone_on.next, gone_on.ending)

    return await services.database.write(cause, work)
