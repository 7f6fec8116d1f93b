"""A database in a file of its own, with a learner in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.sqlite import SQLiteDatabase
from tests.builders import a_learner, new_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lexigram.sqlite"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[SQLiteDatabase]:
    opened = await new_database(path)
    yield opened
    await opened.close()


@pytest.fixture
async def ana(database: SQLiteDatabase) -> int:
    """Ana's id."""
    return (await database.write(None, lambda tx: a_learner(tx, 1))).id


@pytest.fixture
async def ben(database: SQLiteDatabase) -> int:
    """Ben's id."""
    return (await database.write(None, lambda tx: a_learner(tx, 2))).id
