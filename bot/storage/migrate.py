"""Bring a database to the newest schema: numbered forward-only files, each whole or not at all."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.storage.sqlite import SQLiteDatabase, on_thread

# The one word of our schema that differs between the engines.
IDENTITY = "integer primary key autoincrement"


class NewerDatabase(Exception):
    """The database was made by a newer version of the tutor."""


@dataclass(frozen=True, slots=True)
class Migration:
    """A numbered step of the schema."""

    number: int
    name: str
    script: str


def migrations() -> list[Migration]:
    """Every step, first to last."""
    scripts = [file for file in files("bot.storage").joinpath("migrations").iterdir() if file.name.endswith(".sql")]
    return [
        Migration(int(file.name[:4]), file.name[5:-4], file.read_text("utf-8"))
        for file in sorted(scripts, key=lambda file: file.name)
    ]


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.replace("{identity}", IDENTITY)
            statement = ""
    if statement.strip():
        raise ValueError(f"this doesn't end with a semicolon: {statement.strip()[:60]}")


async def migrate(database: SQLiteDatabase, path: Path) -> int:
    """Bring `database`, kept in `path`, to the newest schema; the number of steps taken.

    An older database that holds anything is first copied beside itself.
    """
    return await on_thread(database._writer, lambda connection: _migrate(connection, path, migrations()))


def _migrate(connection: sqlite3.Connection, path: Path, steps: list[Migration]) -> int:
    connection.execute("create table if not exists migrations (number bigint primary key, name text not null)")
    reached = connection.execute("select coalesce(max(number), 0) from migrations").fetchone()[0]
    if reached > steps[-1].number:
        raise NewerDatabase(f"{path} has schema {reached}; this version knows up to {steps[-1].number}")
    missing = [step for step in steps if step.number > reached]
    if missing and reached:
        _back_up(connection, path.with_name(f"{path.name}.before-{missing[0].number:04d}"))
    for step in missing:
        _take(connection, step)
    return len(missing)


def _back_up(connection: sqlite3.Connection, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    connection.execute("vacuum into ?", (str(copy),))


def _take(connection: sqlite3.Connection, step: Migration) -> None:
    connection.execute("begin immediate")
    try:
        for statement in statements(step.script):
            connection.execute(statement)
        connection.execute("insert into migrations (number, name) values (?, ?)", (step.number, step.name))
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
