"""Commits are shared by whoever waits, and nobody's trouble is another's."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.door import Transaction
from bot.storage.sqlite import SHARED, SQLiteDatabase
from tests.builders import new_database
from tests.storage.breaking import watched
from tests.storage.units import Refused, note, noted, outcomes


class Gate:
    """A unit that holds the writer's thread until it is let go."""

    def __init__(self) -> None:
        self._entered = threading.Event()
        self._opened = threading.Event()

    async def pass_(self, tx: Transaction) -> None:
        self._entered.set()
        assert self._opened.wait(10)
        await note("gate")(tx)

    async def entered(self) -> None:
        await asyncio.to_thread(self._entered.wait, 10)

    def open(self) -> None:
        self._opened.set()


@pytest.fixture
async def gate() -> AsyncIterator[Gate]:
    one = Gate()
    yield one
    one.open()


async def count_commits(database: SQLiteDatabase) -> list[str]:
    """The commits from now on, as they come."""
    commits: list[str] = []
    await database._writer.set_trace_callback(lambda sql: commits.append(sql) if sql == "commit" else None)
    return commits


async def test_many_writers_share_few_commits(database: SQLiteDatabase, path: Path) -> None:
    commits = await count_commits(database)
    writers = 300
    assert not any(await outcomes(database, *(note(f"{number:03}") for number in range(writers))))
    assert len(noted(path)) == writers
    assert len(commits) == -(-writers // SHARED)


async def test_who_comes_alone_waits_for_nobody(database: SQLiteDatabase) -> None:
    commits = await count_commits(database)
    for name in "abc":
        await database.write(None, note(name))
    assert len(commits) == 3


async def test_who_comes_during_a_commit_shares_the_next(database: SQLiteDatabase, path: Path, gate: Gate) -> None:
    commits = await count_commits(database)
    first = asyncio.create_task(database.write(None, gate.pass_))
    await gate.entered()
    others = asyncio.gather(*(database.write(None, note(name)) for name in "abcde"))
    await asyncio.sleep(0)
    gate.open()
    await asyncio.gather(first, others)
    assert len(commits) == 2
    assert noted(path) == [*"abcde", "gate"]


async def test_units_run_in_the_order_in_which_they_came(database: SQLiteDatabase) -> None:
    ran: list[int] = []

    async def one(number: int) -> None:
        async def work(tx: Transaction) -> None:
            ran.append(number)

        await database.write(None, work)

    await asyncio.gather(*(one(number) for number in range(150)))
    assert ran == list(range(150))


async def test_nobody_is_told_before_the_commit(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    told: list[str] = []
    at_commit: list[list[str]] = []
    watched(monkeypatch, lambda sql: at_commit.append(list(told)) if sql == "after commit" else None)
    database = await new_database(path)
    at_commit.clear()

    async def one(name: str) -> None:
        await database.write(None, note(name))
        told.append(name)

    await asyncio.gather(one("a"), one("b"))
    await database.close()
    assert at_commit == [[]]
    assert told == ["a", "b"]


async def test_a_commit_that_fails_is_told_to_everybody_and_keeps_nothing(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    full = sqlite3.OperationalError("database or disk is full")
    troubles: list[Exception] = []

    def hook(sql: str) -> None:
        if sql == "before commit" and troubles:
            raise troubles.pop()

    watched(monkeypatch, hook)
    database = await new_database(path)
    troubles.append(full)
    told = await outcomes(database, note("a"), note("b", Refused()), note("c"))
    assert [type(one) for one in told] == [sqlite3.OperationalError, Refused, sqlite3.OperationalError]
    assert noted(path) == []
    await database.write(None, note("d"))
    await database.close()
    assert noted(path) == ["d"]


async def test_a_commit_that_cannot_begin_is_told_to_everybody(database: SQLiteDatabase, path: Path) -> None:
    await database._writer.execute_fetchall("pragma busy_timeout=0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    told = await outcomes(database, note("a"), note("b"))
    assert [str(one) for one in told] == ["database is locked"] * 2
    other.execute("rollback")
    other.close()
    await database.write(None, note("c"))
    assert noted(path) == ["c"]


async def test_a_cancelled_caller_stops_neither_the_commit_nor_the_others(
    database: SQLiteDatabase, path: Path, gate: Gate
) -> None:
    running = asyncio.create_task(database.write(None, gate.pass_))
    await gate.entered()
    waiting = asyncio.create_task(database.write(None, note("waiting")))
    await asyncio.sleep(0)
    for task in (running, waiting):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    gate.open()
    await database.write(None, note("later"))
    assert noted(path) == ["gate", "later", "waiting"]


async def test_a_cancelled_reader_does_not_lock_others_out(database: SQLiteDatabase, gate: Gate) -> None:
    held = threading.Event()

    async def slow(tx: Transaction) -> None:
        held.wait(10)

    async def count(tx: Transaction) -> int:
        return len(await tx.all("select * from jobs"))

    task = asyncio.create_task(database.read(slow))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    held.set()
    assert await database.read(count) == 0
