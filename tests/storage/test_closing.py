"""Closing loses nothing, and what can't be opened is let go."""

import asyncio
import gc
import sqlite3
from pathlib import Path

import pytest

from bot.storage.sqlite import SHARED, SQLiteDatabase
from tests.builders import new_database
from tests.storage.units import note, noted


async def test_close_commits_what_waits(database: SQLiteDatabase, path: Path) -> None:
    waiting = [asyncio.create_task(database.write(None, note(f"{number:03}"))) for number in range(2 * SHARED)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*waiting)
    assert len(noted(path)) == 2 * SHARED


async def test_a_closed_database_says_so(database: SQLiteDatabase) -> None:
    await database.close()
    await database.close()
    for way in (database.write(None, note("a")), database.read(note("a"))):
        with pytest.raises(ValueError, match="no active connection"):
            await way


async def test_a_file_that_is_no_database_is_refused_and_let_go(diary: Path) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        await new_database(diary)
    gc.collect()  # an unclosed connection would warn here, and warnings are errors


@pytest.fixture
def diary(path: Path) -> Path:
    path.write_text("Dear diary, " * 500)
    return path
