"""The first minute: mother tongue, level, and the first article."""

from dataclasses import dataclass

from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import learners
from bot.storage.door import Cause, Transaction
from bot.tutor import agenda, reading
from bot.tutor.reading import Shown

UNSURE = 1.0
"""The level, A2, of who can't tell: a story that is too easy is a kinder start than one that is too hard."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How far the learner's first minute has come; `first` is the article that ends it."""

    learner: Learner
    first: Shown | None = None


async def arrive(services: Services, cause: Cause[Arrival], learner: Learner, invitation: str) -> Arrival:
    """Begin, or go on where the learner stopped; an invitation (a deep link) is kept until it can be honoured."""

    async def work(tx: Transaction) -> Arrival:
        if invitation:
            return Arrival(await learners.change(tx, learner.id, invitation=invitation))
        return Arrival(await learners.by_id(tx, learner.id))

    return await services.database.write(cause, work)


async def choose_tongue(services: Services, cause: Cause[Arrival], learner: Learner, tongue: str) -> Arrival:
    """Keep the mother tongue, "" for one that we have no translations in."""

    async def work(tx: Transaction) -> Arrival:
        return Arrival(await learners.change(tx, learner.id, tongue=tongue))

    return await services.database.write(cause, work)


async def choose_level(services: Services, cause: Cause[Arrival], learner: Learner, level: float | None) -> Arrival:
    """Keep the level, None for "I'm not sure"; the first choice brings the first article."""
    now, chosen = services.clock.now(), UNSURE if level is None else min(max(level, 0.0), 5.0)

    async def work(tx: Transaction) -> Arrival:
        before = await learners.by_id(tx, learner.id)
        after = await learners.change(tx, learner.id, level=chosen)
        first = await reading.open_next(tx, services.library, after, now) if before.level is None else None
        await agenda.replan(tx, learner.id, now)
        return Arrival(after, first)

    return await services.database.write(cause, work)
