"""The door on SQLite: one writer, one reader, and commits shared by whoever waits at the moment."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar, cast

import aiosqlite

from bot.storage.door import Cause, Row, Transaction, Value, Work, to_stored

T = TypeVar("T")
Durability: TypeAlias = Literal["full", "normal"]

# As many units as share a commit at most: bounds how long the last of them waits.
SHARED = 64


class SQLiteTransaction:
    """A transaction on the connection's own thread; its awaits never suspend."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _run(self, sql: str, values: dict[str, Value]) -> sqlite3.Cursor:
        return self._connection.execute(sql, {name: to_stored(value) for name, value in values.items()})

    async def one(self, sql: str, /, **values: Value) -> Row | None:
        """The first row, or None."""
        rows = self._run(sql, values).fetchall()  # all of them: a cursor left open would hold `returning` back
        return cast(Row, rows[0]) if rows else None

    async def all(self, sql: str, /, **values: Value) -> Sequence[Row]:
        """Every row."""
        return cast(Sequence[Row], self._run(sql, values).fetchall())

    async def execute(self, sql: str, /, **values: Value) -> int:
        """Run a statement; the number of rows that it changed."""
        return self._run(sql, values).rowcount


@dataclass(slots=True)
class Unit:
    """A unit of work that waits for the writer, and what became of it."""

    run: Callable[[Transaction], Coroutine[Any, Any, object]]
    done: asyncio.Future[Any]
    result: object = None
    error: BaseException | None = field(default=None)


class SQLiteDatabase:
    """A `Database` in one SQLite file; open it with `open_database`."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._writer = writer
        self._reader = reader
        self._waiting: list[Unit] = []
        self._committer: asyncio.Task[None] | None = None

    async def write(self, cause: Cause[T] | None, work: Work[T]) -> T:
        """Run `work` and settle its cause in one commit, shared with whoever else waits."""

        async def run(tx: Transaction) -> T:
            result = await work(tx)
            if cause is not None:
                await cause.settle(tx, result)
            return result

        unit = Unit(run, asyncio.get_running_loop().create_future())
        self._waiting.append(unit)
        if self._committer is None or self._committer.done():
            self._committer = asyncio.create_task(self._commit_waiting())
        # A caller that gives up doesn't take the commit of the others with it.
        return cast(T, await asyncio.shield(unit.done))

    async def read(self, work: Work[T]) -> T:
        """Run `work` on one unchanging picture of the database."""

        def run(connection: sqlite3.Connection) -> T:
            connection.execute("begin")
            try:
                return drive(work(SQLiteTransaction(connection)))
            finally:
                if connection.in_transaction:
                    connection.execute("rollback")

        return await on_thread(self._reader, run)

    async def close(self) -> None:
        """Commit what waits, then close both connections."""
        if self._committer is not None:
            await self._committer
        await self._reader.close()
        await self._writer.close()

    async def _commit_waiting(self) -> None:
        while self._waiting:
            units, self._waiting = self._waiting[:SHARED], self._waiting[SHARED:]
            try:
                await on_thread(self._writer, partial(commit, units=units))
            except BaseException as error:  # noqa: BLE001 — each waiter is told; nothing may hang
                for unit in units:
                    unit.error = unit.error or error
            for unit in units:
                settle(unit)


def settle(unit: Unit) -> None:
    """Tell the waiter what became of its unit."""
    if unit.done.cancelled():
        return
    if unit.error is not None:
        unit.done.set_exception(unit.error)
    else:
        unit.done.set_result(unit.result)


def commit(connection: sqlite3.Connection, units: Sequence[Unit]) -> None:
    """Run the units in one transaction, each in a savepoint: one that fails takes only itself back."""
    connection.execute("begin immediate")
    try:
        for unit in units:
            attempt(connection, unit)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def attempt(connection: sqlite3.Connection, unit: Unit) -> None:
    """Run one unit; keep its result, or its error with no trace in the database."""
    connection.execute("savepoint unit")
    try:
        unit.result = drive(unit.run(SQLiteTransaction(connection)))
    except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 — handed to the one who waits for this unit
        unit.error = error
        connection.execute("rollback to unit")
    connection.execute("release unit")


def drive(work: Awaitable[T]) -> T:
    """Drive a coroutine that never suspends to its end."""
    coroutine = cast(Coroutine[Any, Any, T], work)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return cast(T, stop.value)
    coroutine.close()
    raise RuntimeError("a unit of work may await nothing but its transaction")


async def on_thread(connection: aiosqlite.Connection, function: Callable[[sqlite3.Connection], T]) -> T:
    """Run the function in one hop on the connection's thread: aiosqlite offers no public call for it."""
    return cast(T, await connection._execute(function, connection._conn))  # type: ignore[no-untyped-call]


async def connect(path: Path, durability: Durability) -> aiosqlite.Connection:
    """A connection as the tutor needs it: explicit transactions, WAL, foreign keys."""
    opening = aiosqlite.connect(path, isolation_level=None)
    opening._thread.daemon = True  # an unclosed connection must not keep the process alive
    connection = await opening
    connection.row_factory = sqlite3.Row
    try:
        for pragma in ("journal_mode=wal", f"synchronous={durability}", "foreign_keys=on", "busy_timeout=5000"):
            await connection.execute_fetchall(f"pragma {pragma}")
    except BaseException:  # the file is no database, say
        await connection.close()
        raise
    return connection


async def open_database(path: Path, durability: Durability = "full") -> SQLiteDatabase:
    """Open the file, made if it's missing; the schema is `migrate`'s business."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer, reader = await connect(path, durability), await connect(path, durability)
    await reader.execute_fetchall("pragma query_only=on")  # a write in `read` would be undone without a word
    return SQLiteDatabase(writer, reader)
