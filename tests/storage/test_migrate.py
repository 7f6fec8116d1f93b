"""The schema grows in whole steps, never backwards, and never without a copy."""

import re
import sqlite3
from pathlib import Path

import pytest

from bot.storage import migrate as module
from bot.storage.migrate import Migration, NewerDatabase, migrate, migrations, statements
from bot.storage.sqlite import SQLiteDatabase, open_database
from tests.builders import a_life, new_database
from tests.storage.picture import Picture, opened, picture, tables

LAST = migrations()[-1].number
ADDS = Migration(
    LAST + 1, "add", "create table words (id {identity}, word text not null);\ncreate table more (x text);"
)
BREAKS = Migration(LAST + 2, "break", "create table odd (x text);\ndrop table words;\ncreate table odd (x text);")


def with_steps(monkeypatch: pytest.MonkeyPatch, *steps: Migration) -> None:
    """Let the tutor's next version have these steps, too."""
    known = migrations()
    monkeypatch.setattr(module, "migrations", lambda: [*known, *steps])


async def taken(path: Path) -> int:
    """The number of steps that a start takes."""
    database = await open_database(path, "normal")
    try:
        return await migrate(database, path)
    finally:
        await database.close()


@pytest.fixture
async def lived_in(path: Path) -> Picture:
    """A database that holds a learner's data, closed."""
    database = await new_database(path)
    await database.write(None, a_life)
    await database.close()
    return picture(path)


def schema(path: Path) -> set[str]:
    file = opened(path)
    found = {row["name"] for row in file.execute("select name from sqlite_master where name not like 'sqlite_%'")}
    file.close()
    return found


async def test_an_empty_database_reaches_the_newest_schema_once(path: Path) -> None:
    assert await taken(path) == len(migrations())
    assert await taken(path) == 0
    assert [row["number"] for row in picture(path)["migrations"]] == list(range(1, LAST + 1))


async def test_every_table_and_index_of_the_scripts_is_there_and_nothing_else(
    database: SQLiteDatabase, path: Path
) -> None:
    scripts = "\n".join(step.script for step in migrations())
    made = set(re.findall(r"^create (?:table|(?:unique )?index) (\w+)", scripts, re.MULTILINE))
    assert schema(path) == made | {"migrations"}
    assert len(made) > 15


async def test_steps_are_numbered_without_a_gap() -> None:
    assert [step.number for step in migrations()] == list(range(1, LAST + 1))


async def test_a_new_database_needs_no_copy(path: Path) -> None:
    await taken(path)
    assert list(path.parent.glob("*.before-*")) == []


async def test_a_copy_is_made_before_data_is_touched(
    monkeypatch: pytest.MonkeyPatch, path: Path, lived_in: Picture
) -> None:
    with_steps(monkeypatch, ADDS)
    assert await taken(path) == 1
    copy = path.with_name(f"{path.name}.before-{ADDS.number:04d}")
    assert picture(copy) == lived_in
    upgraded = picture(path)
    assert {table: upgraded[table] for table in lived_in if table != "migrations"} == {
        table: lived_in[table] for table in lived_in if table != "migrations"
    }
    assert {"words", "more"} <= set(upgraded)


async def test_a_copy_that_an_earlier_try_left_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, path: Path, lived_in: Picture
) -> None:
    copy = path.with_name(f"{path.name}.before-{ADDS.number:04d}")
    await write_half_a_copy(copy)
    with_steps(monkeypatch, ADDS)
    await taken(path)
    assert picture(copy) == lived_in


async def write_half_a_copy(copy: Path) -> None:
    half = await open_database(copy, "normal")
    await half.close()


async def test_a_step_that_fails_half_way_leaves_nothing_of_itself(
    monkeypatch: pytest.MonkeyPatch, path: Path, lived_in: Picture
) -> None:
    with_steps(monkeypatch, ADDS, BREAKS)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        await taken(path)
    after = picture(path)
    assert "odd" not in after
    assert "words" in after
    assert [row["number"] for row in after["migrations"]][-1] == ADDS.number
    assert after["cards"] == lived_in["cards"]


async def test_what_failed_is_tried_again_at_the_next_start(
    monkeypatch: pytest.MonkeyPatch, path: Path, lived_in: Picture
) -> None:
    with monkeypatch.context() as once:
        with_steps(once, BREAKS)
        with pytest.raises(sqlite3.OperationalError):
            await taken(path)
    with_steps(monkeypatch, ADDS)
    assert await taken(path) == 1


async def test_a_newer_database_is_refused_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, path: Path, lived_in: Picture
) -> None:
    with monkeypatch.context() as newer:
        with_steps(newer, ADDS)
        await taken(path)
    before = picture(path)
    with pytest.raises(NewerDatabase, match=f"schema {ADDS.number}; this version knows up to {LAST}"):
        await taken(path)
    assert picture(path) == before


async def test_the_writer_is_of_use_after_a_failed_step(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    database = await new_database(path)
    with_steps(monkeypatch, ADDS, BREAKS)
    with pytest.raises(sqlite3.OperationalError):
        await migrate(database, path)
    await database.write(None, a_life)
    await database.close()
    assert len(picture(path)["cards"]) == 1


def test_statements_end_at_semicolons_outside_of_comments_and_texts() -> None:
    script = "-- one; two\ncreate table a ( -- x; y\n    b text default ';'\n);\n\ndrop table a; -- gone\n"
    first, second = statements(script)
    assert "create table a" in first
    assert second.strip() == "drop table a; -- gone"


def test_a_statement_without_its_semicolon_is_no_silent_loss() -> None:
    with pytest.raises(ValueError, match="semicolon"):
        list(statements("create table a (x text);\ncreate table b (x text)\n"))


def test_the_engines_own_word_is_put_in() -> None:
    assert list(statements("create table a (id {identity});\n")) == [
        "create table a (id integer primary key autoincrement);\n"
    ]


async def test_ids_are_never_given_twice(database: SQLiteDatabase, path: Path) -> None:
    file = opened(path)
    made = {row["name"]: row["sql"] for row in file.execute("select name, sql from sqlite_master where type = 'table'")}
    assert [name for name in tables(file) if " id " in made[name] and "autoincrement" not in made[name]] == []
    file.close()
