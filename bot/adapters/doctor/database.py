"""Whether the database can be worked with. It's opened for reading only, and never made, upgraded or locked."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.adapters.doctor.finding import Finding, broken, ok
from bot.adapters.doctor.places import standing, writable
from bot.storage.migrate import migrations

ELSEWHERE = "choose another [storage] url"
PUT_BACK = "stop the bot, move the file away and put your last copy in its place"


def database(path: Path, bot: int | None) -> Finding:
    """What stands at `path`, for the bot of that number."""
    trouble = _place(path)
    if trouble:
        return trouble
    if _is_empty(path):
        return ok("database", f"none yet; {path} will be made at the first start")
    try:
        with closing(_opened(path)) as file:
            return _inside(file, path, bot)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return ok("database", f"{path}, in use by the running bot")
        return broken("database", f"{path} is damaged, or no database ({error})", PUT_BACK)


def _place(path: Path) -> Finding | None:
    """What hinders a database at that place, whatever is in it."""
    if path.is_dir():
        return broken("database", f"{path} is a folder", "name a file in [storage] url")
    if not writable(path.parent):
        told = f"{standing(path.parent)} can't be written to"
        return broken("database", told, f"let the bot write there, or {ELSEWHERE}")
    if path.exists() and not os.access(path, os.R_OK | os.W_OK):
        return broken("database", f"{path} can't be read and written", "give the file to the user who runs the bot")
    return None


def _log(path: Path) -> Path:
    """SQLite's log beside the file; it's there while the bot runs, and after a crash."""
    return path.with_name(f"{path.name}-wal")


def _is_empty(path: Path) -> bool:
    return not path.exists() or (path.stat().st_size == 0 and not _log(path).exists())


def _opened(path: Path) -> sqlite3.Connection:
    """The file, for reading; without a log it's whole by itself, and "immutable" leaves no log behind."""
    mode = "mode=ro" if _log(path).exists() else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None, timeout=0)


def _inside(file: sqlite3.Connection, path: Path, bot: int | None) -> Finding:
    fault = file.execute("pragma quick_check(1)").fetchone()[0]
    if fault != "ok":
        return broken("database", f"{path} is damaged ({fault.splitlines()[0]})", PUT_BACK)
    tables = {name for (name,) in file.execute("select name from sqlite_master where type = 'table'")}
    if not {"migrations", "settings", "learners"} <= tables:
        return (
            _not_ours(path) if tables - {"migrations"} else ok("database", f"{path} will be filled at the next start")
        )
    return _foreign(file, path, bot) or _schema(file, path)


def _not_ours(path: Path) -> Finding:
    return broken("database", f"{path} belongs to another program", ELSEWHERE)


def _foreign(file: sqlite3.Connection, path: Path, bot: int | None) -> Finding | None:
    """Whose it is, if it isn't this bot's."""
    row = file.execute("select value from settings where name = 'bot_id'").fetchone()
    if row is None or bot is None or row[0] == str(bot):
        return None
    told = f"{path} belongs to bot {row[0]}, the token to bot {bot}"
    return broken("database", told, f"use the token of bot {row[0]}, or {ELSEWHERE}")


def _schema(file: sqlite3.Connection, path: Path) -> Finding:
    reached = file.execute("select coalesce(max(number), 0) from migrations").fetchone()[0]
    newest = migrations()[-1].number
    if reached > newest:
        told = f"{path} has schema {reached}, this version knows up to {newest}"
        return broken("database", told, "install the newer version again")
    size = f"{path}, {path.stat().st_size // 1024} kB"
    if reached < newest:
        return ok("database", f"{size}, schema {reached} of {newest}: upgraded at the next start, after a copy is made")
    return ok("database", size)
