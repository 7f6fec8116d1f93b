"""What stands in a database file, seen past the door."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

Picture = Mapping[str, Sequence[Mapping[str, Any]]]
"""Table → its rows, in order."""

OWNED = "learner_id"


def picture(path: Path) -> Picture:
    """Every row of every table of ours."""
    with closing(opened(path)) as file:
        return {table: rows(file, f"select * from {table}") for table in tables(file)}  # noqa: S608


def opened(path: Path) -> sqlite3.Connection:
    """The file itself, apart from the door."""
    file = sqlite3.connect(path, isolation_level=None)
    file.row_factory = sqlite3.Row
    return file


def rows(file: sqlite3.Connection, sql: str) -> Sequence[Mapping[str, Any]]:
    """The rows, as plain values."""
    return sorted((dict(row) for row in file.execute(sql)), key=lambda row: repr(tuple(row.values())))


def tables(file: sqlite3.Connection) -> Sequence[str]:
    """The names of our tables."""
    found = file.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    return sorted(row["name"] for row in found)


def columns(file: sqlite3.Connection, table: str) -> Mapping[str, str]:
    """The table's columns and their types."""
    return {row["name"]: row["type"].lower() for row in file.execute(f"pragma table_info({table})")}


def about(seen: Picture, learner_id: int) -> Picture:
    """The rows about one person."""
    owned = {table: [row for row in of if row.get(OWNED) == learner_id] for table, of in seen.items()}
    return {**owned, "learners": [row for row in seen["learners"] if row["id"] == learner_id]}


def but(seen: Picture, learner_id: int) -> Picture:
    """All other rows."""
    others = {table: [row for row in of if row.get(OWNED) != learner_id] for table, of in seen.items()}
    return {**others, "learners": [row for row in seen["learners"] if row["id"] != learner_id]}
