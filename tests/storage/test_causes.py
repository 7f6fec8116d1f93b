"""An effect and its cause stand or fall together."""

from pathlib import Path

import pytest

from bot.storage import jobs
from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW
from tests.storage.units import Refused, noted


class Settling:
    """A cause that notes itself, and may fail at it."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.heard: str | None = None

    async def settle(self, tx: Transaction, result: str) -> None:
        self.heard = result
        await jobs.take(tx, "cause", NOW, NOW)
        if self.error:
            raise self.error


async def effect(tx: Transaction) -> str:
    await jobs.take(tx, "effect", NOW, NOW)
    return "marked"


async def test_an_effect_and_its_cause_are_one_commit(database: SQLiteDatabase, path: Path) -> None:
    cause = Settling()
    assert await database.write(cause, effect) == "marked"
    assert cause.heard == "marked"
    assert noted(path) == ["cause", "effect"]


async def test_an_effect_whose_cause_cannot_be_settled_is_taken_back(database: SQLiteDatabase, path: Path) -> None:
    with pytest.raises(Refused):
        await database.write(Settling(Refused()), effect)
    assert noted(path) == []


async def test_a_cause_whose_effect_fails_stays_open(database: SQLiteDatabase, path: Path) -> None:
    cause = Settling()

    async def fails(tx: Transaction) -> str:
        raise Refused

    with pytest.raises(Refused):
        await database.write(cause, fails)
    assert cause.heard is None
    assert noted(path) == []
