"""A poller whose updates come to a desk, and what it takes to let it run."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from telegram import Update

from bot.adapters.telegram.account import Account
from bot.adapters.telegram.polling import Poller
from bot.services import Services
from tests.adapters.telegram.hours import Hours, settle
from tests.adapters.telegram.wire import Wire

KINDS = ("message", "callback_query")


async def waiting(services: Services) -> list[int]:
    """The updates that the inbox holds and nobody has dealt with."""
    rows = await services.database.read(
        lambda tx: tx.all("select update_id from inbox where done_at is null order by update_id")
    )
    return [row["update_id"] for row in rows]


class Desk:
    """Takes what the poller hands over, and looks what was committed by then."""

    def __init__(self, services: Services, bot: Account, hours: Hours, health: Path | None = None) -> None:
        self.came: list[tuple[int, str | None]] = []
        self.held: list[list[int]] = []
        self._services = services
        self.poller = Poller(bot, services, self._take, KINDS, health, hours.sleep)

    async def _take(self, update: Update) -> None:
        self.held.append(await waiting(self._services))
        said = update.effective_message
        self.came.append((update.update_id, said.text if said else None))


@asynccontextmanager
async def polling_with(poller: Poller) -> AsyncIterator[None]:
    task = asyncio.create_task(poller.run())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def hanging_after(poller: Poller, wire: Wire, polls: int) -> Poller:
    """The poller; after so many polls there's no news for ever."""
    ask = wire.do_request

    async def do_request(*given: object, **more: object) -> object:
        if len(wire.of("getUpdates")) >= polls:
            await asyncio.Event().wait()
        return await ask(*given, **more)  # type: ignore[arg-type]  # handed through as it came

    wire.do_request = do_request  # type: ignore[method-assign]
    return poller


async def until(true: Callable[[], object]) -> None:
    """Let everything run, threads too, until it's so."""
    async with asyncio.timeout(10):
        while not true():
            await settle()
