"""A push on its way: intent committed before it's sent, what became of it after; never sent twice."""

from datetime import datetime, timedelta

from bot.domain.learner import Learner
from bot.services import Outcome, Services
from bot.storage import agenda, deliveries, learners, messages, questions, readings
from bot.storage.deliveries import Delivery
from bot.storage.door import Transaction
from bot.storage.messages import About
from bot.tutor import people
from bot.tutor.agenda import plan_article, plan_review
from bot.tutor.reminders import Due, is_busy

DOUBT = timedelta(minutes=45)
"""How long to wait after a review push that may not have arrived, or was refused: its words are still due."""

SOON = timedelta(minutes=1)


async def begin(services: Services, due: Due) -> bool:
    """Commit that the push is being sent; False if it has become unwelcome meanwhile."""
    now = services.clock.now()

    async def work(tx: Transaction) -> bool:
        learner = await learners.by_id(tx, due.learner.id)
        delivery = await deliveries.by_id(tx, due.delivery_id)
        if delivery is None or learner.blocked_at is not None or await is_busy(tx, learner, now, but=delivery):
            await _take_back(tx, due.delivery_id, now + SOON)
            return False
        if await deliveries.move(tx, due.delivery_id, "claimed", "sending", now) is None:
            return False
        await _count(tx, learner, delivery, now)
        return True

    return await services.database.write(None, work)


async def _count(tx: Transaction, learner: Learner, delivery: Delivery, now: datetime) -> None:
    """Count the push as ignored until it's answered, and let its question take the place of the one before."""
    if delivery.kind == "article":
        await learners.change(tx, learner.id, articles_ignored=learner.articles_ignored + 1)
        return
    await learners.change(tx, learner.id, pushes_ignored=learner.pushes_ignored + 1)
    asked = await questions.by_id(tx, learner.id, delivery.question_id) if delivery.question_id else None
    before = await questions.current(tx, learner.id)
    if asked is not None:
        await questions.open_(tx, asked, None, now)
    elif before is not None:  # a farewell asks nothing, and takes the last question away
        await questions.end(tx, before.id, "unseen")


async def end(services: Services, due: Due, about: About | None, outcome: Outcome, message_id: int | None) -> None:
    """Commit what became of the push."""
    now = services.clock.now()

    async def work(tx: Transaction) -> None:
        if outcome == "unsent":
            await _take_back(tx, due.delivery_id, now + SOON)
            return
        delivery = await deliveries.move(tx, due.delivery_id, "sending", outcome, now)
        if delivery is None:
            return
        if message_id is not None and about is not None:
            await messages.note(tx, due.learner.telegram_id, message_id, about, now)
        if outcome in ("failed", "blocked"):
            await _uncount(tx, delivery)
            await _withdraw(tx, delivery)
        await _plan(tx, delivery, outcome, now)

    await services.database.write(None, work)
    if outcome == "blocked":
        await people.blocked(services, due.learner.telegram_id)


async def _plan(tx: Transaction, delivery: Delivery, outcome: str, now: datetime) -> None:
    """Think of the learner again when it's time."""
    learner = await learners.by_id(tx, delivery.learner_id)
    if delivery.kind == "article":
        await plan_article(tx, learner, now)
    elif outcome in ("unknown", "failed"):
        await agenda.plan(tx, learner.id, "review", now + DOUBT)
    else:
        await plan_review(tx, learner, now)


async def _take_back(tx: Transaction, delivery_id: int, again_at: datetime) -> None:
    """Undo a claim that surely wasn't sent, and try again later."""
    delivery = await deliveries.by_id(tx, delivery_id)
    if delivery is None or delivery.state not in ("claimed", "sending"):
        return
    await deliveries.forget(tx, delivery_id)
    if delivery.state == "sending":
        await _uncount(tx, delivery)
    await _withdraw(tx, delivery)
    await agenda.plan(tx, delivery.learner_id, delivery.kind, again_at)


async def _withdraw(tx: Transaction, delivery: Delivery) -> None:
    """Nobody saw what it brought: the question is asked another time, and the story is still unread."""
    if delivery.question_id is not None:
        await questions.end(tx, delivery.question_id, "withdrawn")
    if delivery.reading_id is not None:
        await readings.drop(tx, delivery.reading_id)


async def _uncount(tx: Transaction, delivery: Delivery) -> None:
    """The push was counted as ignored when it began; nobody saw it."""
    learner = await learners.by_id(tx, delivery.learner_id)
    if delivery.kind == "article":
        await learners.change(tx, learner.id, articles_ignored=max(learner.articles_ignored - 1, 0))
    else:
        await learners.change(tx, learner.id, pushes_ignored=max(learner.pushes_ignored - 1, 0))


async def recover(services: Services) -> int:
    """After a restart: what was only claimed is tried again, what was being sent stays in doubt; how many."""
    now = services.clock.now()

    async def work(tx: Transaction) -> int:
        found = await deliveries.unfinished(tx)
        for delivery in found:
            if delivery.state == "claimed":
                await _take_back(tx, delivery.id, now)
            else:
                await deliveries.move(tx, delivery.id, "sending", "unknown", now)
                await _plan(tx, delivery, "unknown", now)
        return len(found)

    return await services.database.write(None, work)
