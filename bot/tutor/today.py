"""What there is to do today."""

from dataclasses import dataclass

from bot.domain import calendar
from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import lesson as lessons
from bot.storage import readings
from bot.storage.door import Cause, Transaction
from bot.tutor import reading


@dataclass(frozen=True, slots=True)
class Today:
    """The title of today's article ("" when the shelf is empty), and whether any word is due.

    `can_go_on` tells whether today's article was opened already, so that another story may follow.
    """

    title: str
    has_due: bool
    can_go_on: bool = False


async def look(services: Services, cause: Cause[Today], learner: Learner) -> Today:
    """Today, as it stands."""
    today = calendar.local_day(services.clock.now(), learner.zone)

    async def work(tx: Transaction) -> Today:
        due_on = await lessons.next_due_on(tx, learner.id)
        has_due = due_on is not None and due_on <= today
        latest = await readings.latest(tx, learner.id)
        if latest is not None and latest.local_day == today:
            title = services.library.story(latest.story).versions[latest.level].title
            return Today(title, has_due, can_go_on=True)
        title = await _next_title(tx, services, learner)
        return Today(title, has_due, can_go_on=not title)

    return await services.database.write(cause, work)


async def _next_title(tx: Transaction, services: Services, learner: Learner) -> str:
    seen = frozenset(await readings.shown(tx, learner.id))
    chosen = reading.choose(services.library, seen, learner.level or 0)
    return chosen[0].versions[chosen[1]].title if chosen else ""
