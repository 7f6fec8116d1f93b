"""Where the whole tutor lives: a sandbox and a folder; built, alive, and looked into."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.clock import ShiftedClock
from bot.adapters.dictionary import EmptyLexicon
from bot.app import House, building, living
from bot.config import Storage
from bot.library.stories import Library
from bot.sandbox.server import Sandbox
from bot.storage.door import Transaction
from tests.adapters.telegram.conftest import TOKEN
from tests.adapters.telegram.live.waiting import until_known
from tests.sandbox.person import Control


@dataclass(frozen=True, slots=True)
class Place:
    """Where the tutor lives: its sandbox and its data."""

    sandbox: Sandbox
    control: Control
    folder: Path

    @asynccontextmanager
    async def built(self, token: str = TOKEN) -> AsyncIterator[House]:
        storage = Storage(url=f"sqlite:///{self.folder / 'tutor.sqlite'}", durability="normal")
        clock = ShiftedClock()
        async with building(storage, EmptyLexicon(), Library(()), clock, token, self.sandbox.url) as house:
            yield house

    @asynccontextmanager
    async def alive(self) -> AsyncIterator[House]:
        async with self.built() as house, living(house):
            yield house

    async def polls(self) -> int:
        return len(await self.control.calls("getUpdates"))


async def undone(house: House) -> Sequence[int]:
    async def work(tx: Transaction) -> Sequence[int]:
        return [row["update_id"] for row in await tx.all("select update_id from inbox where done_at is null")]

    return await house.services.database.read(work)


async def dealt_with(house: House) -> None:
    """Wait until every update that came is done, and answered."""
    await until_known(lambda: none_of(house))
    await house.intake.idle()
    await house.messenger.idle()


async def none_of(house: House) -> bool:
    async def work(tx: Transaction) -> bool:
        return await tx.one("select 1 from inbox") is not None

    return await house.services.database.read(work) and not await undone(house)
