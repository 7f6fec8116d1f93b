"""The doctor looks at a database and leaves it as it is."""

import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bot.adapters.doctor import database as module
from bot.adapters.doctor.database import database
from bot.storage import inbox
from bot.storage.migrate import Migration, migrations
from tests.builders import a_life, new_database

BOT, OTHER = 4242, 999


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "lexigram.sqlite"


@pytest.fixture
async def kept(path: Path) -> Path:
    """A database with a learner in it, which serves a bot; the bot doesn't run."""
    opened = await new_database(path)
    await opened.write(None, a_life)
    await opened.write(None, lambda tx: inbox.belongs_to(tx, BOT))
    await opened.close()
    return path


def files(path: Path) -> Mapping[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(path.parent.glob("*"))}


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute(sql)


def newest(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let this version know the schema up to that number."""
    monkeypatch.setattr(module, "migrations", lambda: [*migrations(), Migration(number, "later", "")])


def test_a_database_that_is_not_there_yet_is_well_and_not_made(path: Path, tmp_path: Path) -> None:
    found = database(path, BOT)
    assert (found.state, found.told) == ("ok", f"none yet; {path} will be made at the first start")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    found = database(tmp_path / "file" / "data" / "lexigram.sqlite", BOT)
    assert found.state == "broken"
    assert f"{tmp_path / 'file'} can't be written to" in found.told
    assert "[storage] url" in found.todo


def test_a_folder_that_may_not_be_written_to_is_told(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert database(path, BOT).state == "broken"


async def test_a_file_that_may_not_be_written_to_is_told(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    monkeypatch.setattr(os, "access", lambda place, _: place != kept)
    found = database(kept, BOT)
    assert (found.state, found.todo) == ("broken", "give the file to the user who runs the bot")


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    found = database(tmp_path, BOT)
    assert (found.state, found.told) == ("broken", f"{tmp_path} is a folder")


async def test_a_database_of_today_is_well_and_left_as_it_is(kept: Path) -> None:
    before = files(kept)
    found = database(kept, BOT)
    assert (found.state, found.todo) == ("ok", "")
    assert files(kept) == before
    assert set(before) == {kept.name}


async def test_a_database_in_use_is_well(path: Path) -> None:
    running = await new_database(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    other.execute("insert into jobs (name, due_at) values ('half', 1)")
    found = database(path, BOT)
    other.execute("rollback")
    other.close()
    await running.close()
    assert found.state == "ok"


async def test_a_database_locked_altogether_is_well(kept: Path) -> None:
    other = sqlite3.connect(kept, isolation_level=None)
    other.execute("pragma locking_mode=exclusive")
    other.execute("begin exclusive")
    other.execute("insert into jobs (name, due_at) values ('half', 1)")
    found = database(kept, BOT)
    other.execute("rollback")
    other.close()
    assert found.state == "ok"


async def test_what_a_killed_bot_left_is_seen(path: Path, tmp_path: Path) -> None:
    running = await new_database(path)
    await running.write(None, lambda tx: inbox.belongs_to(tx, OTHER))
    wreck = tmp_path / "wreck.sqlite"
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{wreck}{ending}")
    await running.close()
    assert f"belongs to bot {OTHER}" in database(wreck, BOT).told


async def test_a_newer_database_is_refused(kept: Path) -> None:
    change(kept, "insert into migrations (number, name) values (9999, 'later')")
    found = database(kept, BOT)
    assert (found.state, found.todo) == ("broken", "install the newer version again")
    assert "schema 9999" in found.told


async def test_an_older_database_will_be_upgraded_after_a_copy_and_not_by_the_doctor(
    monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    newest(monkeypatch, 9999)
    before = files(kept)
    found = database(kept, BOT)
    assert found.state == "ok"
    assert "of 9999: upgraded at the next start, after a copy" in found.told
    assert files(kept) == before


async def test_a_database_of_another_bot_is_refused(kept: Path) -> None:
    found = database(kept, OTHER)
    assert found.state == "broken"
    assert f"belongs to bot {BOT}, the token to bot {OTHER}" in found.told
    assert "[storage] url" in found.todo
    assert database(kept, None).state == "ok"


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    path.parent.mkdir()
    change(path, "create table songs (name text)")
    found = database(path, BOT)
    assert (found.state, found.told) == ("broken", f"{path} belongs to another program")


def test_an_empty_file_is_filled_at_the_first_start(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert database(path, BOT).state == "ok"
    change(path, "create table migrations (number bigint primary key, name text not null)")
    assert database(path, BOT).state == "ok"


def test_a_file_that_is_no_database_is_told(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary, " * 500)
    found = database(path, BOT)
    assert found.state == "broken"
    assert "damaged, or no database" in found.told
    assert "copy" in found.todo


def test_a_damaged_database_is_told(kept: Path) -> None:
    whole = kept.read_bytes()
    for start in (4096, 3 * 4096):
        kept.write_bytes(whole[:start] + b"\xa5" * 8192 + whole[start + 8192 :])
        found = database(kept, BOT)
        assert (found.state, "damaged" in found.told, "copy" in found.todo) == ("broken", True, True)
