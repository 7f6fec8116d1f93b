"""Updates on their way in: held before they are acknowledged, done in the commit of their effect."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from bot.services import Reply, Services
from bot.storage import inbox
from bot.storage.door import Transaction
from bot.storage.inbox import Received
from bot.tutor import mending, outbox
from bot.tutor.outbox import Held

T = TypeVar("T")


@dataclass(slots=True)
class Asked(Generic[T]):
    """The cause of a unit of work: an update, and what to say about the result.

    After the commit, `held` has the replies that the messenger may send.
    """

    bot_id: int
    update_id: int
    chat_id: int
    now: datetime
    tell: Callable[[T], Sequence[Reply]]
    held: list[Held] = field(default_factory=list)
    is_settled: bool = False

    async def settle(self, tx: Transaction, result: T) -> None:
        """Mark the update done and put the replies into the outbox."""
        replies = [await mending.sparing(tx, self.chat_id, reply, self.now) for reply in self.tell(result)]
        self.held = [await outbox.hold(tx, self.chat_id, reply, self.now) for reply in replies]
        await inbox.done(tx, self.bot_id, self.update_id, self.now)
        self.is_settled = True


class OtherBot(Exception):
    """The database belongs to another bot."""


async def open_for(services: Services, bot_id: int) -> None:
    """Make sure that the database serves this bot and no other."""
    owner = await services.database.write(None, lambda tx: inbox.belongs_to(tx, bot_id))
    if owner != bot_id:
        raise OtherBot(f"this database belongs to bot {owner}, not to {bot_id}: choose another [storage] url")


async def receive(services: Services, bot_id: int, updates: Sequence[tuple[int, str]]) -> Sequence[int]:
    """Hold the updates, (id, JSON text) each, in one commit; the ids that weren't held before."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Sequence[int]:
        return [number for number, payload in updates if await inbox.hold(tx, bot_id, number, payload, now)]

    return await services.database.write(None, work)


async def left(services: Services, bot_id: int) -> Sequence[Received]:
    """What an earlier run left, oldest first."""
    return await services.database.read(lambda tx: inbox.left(tx, bot_id))


async def begin(services: Services, received: Received) -> None:
    """Count one more attempt at an update that was left."""
    await services.database.write(None, lambda tx: inbox.begin(tx, received.bot_id, received.update_id))


async def dismiss(services: Services, bot_id: int, update_id: int) -> None:
    """Mark an update done that had no effect."""
    now = services.clock.now()
    await services.database.write(None, lambda tx: inbox.done(tx, bot_id, update_id, now))
