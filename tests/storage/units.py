"""Units of work that write a row each, and fail as told."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from bot.storage import jobs
from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW
from tests.storage.picture import picture

Work = Callable[[Transaction], Awaitable[None]]


class Refused(Exception):
    """What a test's unit raises."""


def note(name: str, then: BaseException | None = None) -> Work:
    """A unit that writes a row and then, perhaps, fails."""

    async def work(tx: Transaction) -> None:
        await jobs.take(tx, name, NOW, NOW)
        if then is not None:
            raise then

    return work


def noted(path: Path) -> Sequence[str]:
    """The rows that such units left."""
    return [row["name"] for row in picture(path)["jobs"]]


async def outcomes(database: SQLiteDatabase, *works: Work) -> Sequence[BaseException | None]:
    """Run the units at once; what became of each."""
    return await asyncio.gather(*(database.write(None, work) for work in works), return_exceptions=True)
