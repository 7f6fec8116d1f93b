"""SQLite as the tutor needs it, and the private call that it stands on."""

import inspect
import re
import sqlite3
import threading
from pathlib import Path

import aiosqlite
import pytest

import bot
from bot.storage import jobs
from bot.storage.door import Transaction
from bot.storage.sqlite import Durability, SQLiteDatabase, on_thread, open_database
from tests.builders import NOW, new_database
from tests.storage.picture import opened


async def pragma(connection: aiosqlite.Connection, name: str) -> object:
    rows = await connection.execute_fetchall(f"pragma {name}")
    (row,) = rows
    return row[0]


@pytest.mark.parametrize(("durability", "synchronous"), [("full", 2), ("normal", 1)])
async def test_durability_is_what_was_asked_for(path: Path, durability: Durability, synchronous: int) -> None:
    database = await open_database(path, durability)
    assert await pragma(database._writer, "synchronous") == synchronous
    assert await pragma(database._writer, "journal_mode") == "wal"
    await database.close()


async def test_commits_are_durable_unless_told_otherwise() -> None:
    assert inspect.signature(open_database).parameters["durability"].default == "full"


async def test_references_are_kept(database: SQLiteDatabase) -> None:
    async def orphan(tx: Transaction) -> None:
        await tx.execute("insert into agenda (learner_id, kind, due_at) values (99, 'review', 1)")

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        await database.write(None, orphan)


async def test_a_read_sees_one_unchanging_picture(database: SQLiteDatabase, path: Path) -> None:
    async def looks_twice(tx: Transaction) -> tuple[int, int]:
        before = len(await tx.all("select * from jobs"))
        other = opened(path)
        other.execute("insert into jobs (name, due_at) values ('meanwhile', 1)")
        other.close()
        return before, len(await tx.all("select * from jobs"))

    assert await database.read(looks_twice) == (0, 0)
    assert await database.read(looks_again) == 1


async def looks_again(tx: Transaction) -> int:
    return len(await tx.all("select * from jobs"))


async def test_a_read_sees_what_was_committed_before_it(database: SQLiteDatabase) -> None:
    for number in range(5):
        await database.write(None, lambda tx, name=str(number): jobs.take(tx, name, NOW, NOW))  # type: ignore[misc]
        assert await database.read(looks_again) == number + 1


async def test_a_read_that_writes_is_refused(database: SQLiteDatabase) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(lambda tx: jobs.take(tx, "a", NOW, NOW))
    assert await database.read(looks_again) == 0


async def test_a_read_that_fails_does_not_hold_the_next_one_back(database: SQLiteDatabase) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await database.read(lambda tx: tx.one("select * from nowhere"))
    assert await database.read(looks_again) == 0


async def test_the_folder_is_made(tmp_path: Path) -> None:
    database = await new_database(tmp_path / "a" / "b" / "lexigram.sqlite")
    await database.close()
    assert (tmp_path / "a" / "b" / "lexigram.sqlite").exists()


async def test_aiosqlites_private_call_runs_a_function_in_one_hop_on_the_connections_thread(path: Path) -> None:
    connection = await aiosqlite.connect(path)
    calls: list[str] = []

    def function(raw: sqlite3.Connection) -> int:
        calls.append(threading.current_thread().name)
        assert threading.current_thread() is connection._thread
        return int(raw.execute("select 42").fetchone()[0])

    assert isinstance(connection._conn, sqlite3.Connection)
    assert await on_thread(connection, function) == 42
    assert len(calls) == 1
    await connection.close()


async def test_aiosqlites_private_call_hands_every_error_back(path: Path) -> None:
    connection = await aiosqlite.connect(path)

    class Odd(BaseException):
        pass

    def function(raw: sqlite3.Connection) -> None:
        raise Odd

    with pytest.raises(Odd):
        await on_thread(connection, function)
    assert await on_thread(connection, lambda raw: raw.in_transaction) is False
    await connection.close()


async def test_an_unclosed_connection_does_not_keep_the_process_alive(database: SQLiteDatabase) -> None:
    assert database._writer._thread.daemon
    assert database._reader._thread.daemon


def test_the_private_call_stands_in_one_place() -> None:
    folder = Path(next(iter(bot.__path__)))
    private = re.compile(r"\._execute\(|\._conn\b")
    found = [
        (path.relative_to(folder).as_posix(), len(private.findall(path.read_text("utf-8"))))
        for path in sorted(folder.rglob("*.py"))
        if private.search(path.read_text("utf-8"))
    ]
    assert found == [("storage/sqlite.py", 2)]


async def test_nobody_writes_between_a_units_look_and_its_change(database: SQLiteDatabase, path: Path) -> None:
    async def looks_then_writes(tx: Transaction) -> None:
        await looks_again(tx)
        other = opened(path)
        other.execute("pragma busy_timeout=0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("insert into jobs (name, due_at) values ('other', 1)")
        other.close()
        await jobs.take(tx, "a", NOW, NOW)

    await database.write(None, looks_then_writes)
    assert await database.read(looks_again) == 1
