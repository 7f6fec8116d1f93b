"""Each table keeps to the rules that make deletion complete and both engines agree."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.sqlite import SQLiteDatabase
from tests.builders import a_life
from tests.storage.picture import about, but, columns, opened, picture, rows, tables

OF_THE_HOUSE = {"settings", "jobs", "inbox", "outbox", "migrations", "learners"}
TYPES = {"bigint", "smallint", "text", "double precision"}


@pytest.fixture
def file(database: SQLiteDatabase, path: Path) -> Iterator[sqlite3.Connection]:
    one = opened(path)
    yield one
    one.close()


async def test_deleting_a_learner_leaves_no_row_of_theirs_in_any_table(database: SQLiteDatabase, path: Path) -> None:
    await database.write(None, lambda tx: a_life(tx, 1))
    life = await database.write(None, lambda tx: a_life(tx, 2))
    before = picture(path)
    full = [table for table, found in about(before, life.learner).items() if found]
    assert set(full) == set(before) - OF_THE_HOUSE | {"learners"}

    gone = "delete from learners where id = :id"
    assert await database.write(None, lambda tx: tx.execute(gone, id=life.learner)) == 1
    after = picture(path)
    assert not any(about(after, life.learner).values())
    assert after == but(before, life.learner)


async def test_every_table_about_a_person_goes_with_them(file: sqlite3.Connection) -> None:
    for table in set(tables(file)) - OF_THE_HOUSE:
        keys = {key["from"]: key for key in rows(file, f"pragma foreign_key_list({table})")}
        key = keys["learner_id"]
        assert (key["table"], key["to"], key["on_delete"].lower()) == ("learners", "id", "cascade"), table


async def test_whatever_points_to_a_row_that_goes_with_a_person_goes_with_it(file: sqlite3.Connection) -> None:
    for table in tables(file):
        for key in rows(file, f"pragma foreign_key_list({table})"):
            assert key["on_delete"].lower() == "cascade" or key["table"] in OF_THE_HOUSE - {"learners"}, (table, key)


async def test_a_deletion_searches_no_further_table_without_an_index(file: sqlite3.Connection) -> None:
    found = {
        (table, key["from"])
        for table in tables(file)
        for key in rows(file, f"pragma foreign_key_list({table})")
        if key["from"] not in set(led(file, table))
    }
    assert found == set()


def led(file: sqlite3.Connection, table: str) -> Iterator[str]:
    """The columns that a whole index of the table begins with."""
    for index in rows(file, f"pragma index_list({table})"):
        if not index["partial"]:
            first = next(one for one in rows(file, f"pragma index_info({index['name']})") if one["seqno"] == 0)
            yield first["name"]


async def test_columns_have_the_types_of_both_engines(file: sqlite3.Connection) -> None:
    for table in tables(file):
        for name, kind in columns(file, table).items():
            assert kind == "integer" if name == "id" else kind in TYPES, (table, name, kind)


async def test_instants_days_and_references_are_bigint(file: sqlite3.Connection) -> None:
    for table in tables(file):
        for name, kind in columns(file, table).items():
            if name.endswith(("_at", "_on", "_day", "_id", "_until")) and name != "id":
                assert kind == "bigint", (table, name)


async def test_every_table_has_a_key(file: sqlite3.Connection) -> None:
    assert [table for table in tables(file) if not keyed(file, table)] == []


def keyed(file: sqlite3.Connection, table: str) -> bool:
    return any(column["pk"] for column in rows(file, f"pragma table_info({table})"))
