"""Who is there: meeting a learner, and their leaving and coming back."""

from bot.domain import calendar
from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import agenda, learners
from bot.storage.door import Transaction
from bot.tutor.agenda import replan


async def meet(services: Services, telegram_id: int, language: str, language_code: str) -> Learner:
    """The learner with that Telegram id, welcomed if new; `language` is of the interface, `language_code` the phone's."""
    known = await services.database.read(lambda tx: learners.by_telegram_id(tx, telegram_id))
    if known is not None:
        return known
    zone, now = calendar.guess_zone(language_code), services.clock.now()
    return await services.database.write(None, lambda tx: learners.welcome(tx, telegram_id, language, zone, now))


async def heard(services: Services, learner: Learner) -> Learner:
    """Who speaks can be written to, whatever was known of them before; and a pause that is over is none."""
    now = services.clock.now()
    if learner.blocked_at is not None:
        await returned(services, learner.telegram_id)
    elif learner.paused_until is None or learner.paused_until > now:
        return learner

    async def work(tx: Transaction) -> Learner:
        found = await learners.by_id(tx, learner.id)
        is_over = found.paused_until is not None and found.paused_until <= now
        return await learners.change(tx, learner.id, paused_until=None) if is_over else found

    return await services.database.write(None, work)


async def blocked(services: Services, telegram_id: int) -> None:
    """The learner can't be written to any more: keep everything, send nothing."""
    now = services.clock.now()

    async def work(tx: Transaction) -> None:
        learner = await learners.by_telegram_id(tx, telegram_id)
        if learner is not None and learner.blocked_at is None:
            await learners.change(tx, learner.id, blocked_at=now)
            await agenda.sleep(tx, learner.id)

    await services.database.write(None, work)


async def returned(services: Services, telegram_id: int) -> None:
    """The learner can be written to again; what was due meanwhile isn't made up for in the middle of their night."""
    now = services.clock.now()

    async def work(tx: Transaction) -> None:
        learner = await learners.by_telegram_id(tx, telegram_id)
        if learner is not None and learner.blocked_at is not None:
            await learners.change(tx, learner.id, blocked_at=None)
            await replan(tx, learner.id, now)

    await services.database.write(None, work)
