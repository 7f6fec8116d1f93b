"""Where the server's memory outlives its process: one SQLite file, written a moment behind."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.sandbox.tables import Table

BEHIND = 0.05
"""Seconds that a change may wait under load; when idle it is written at once."""

_SCHEMA = """
create table if not exists things (
  kind text not null, key text not null, value text not null, primary key (kind, key)
)
"""
_KEEP = "insert into things values (?, ?, ?) on conflict (kind, key) do update set value = excluded.value"


class Journal:
    """Keeps the tables in `path`; without a path it keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._tables: Sequence[Table[Any, Any]] = ()
        self._due: asyncio.TimerHandle | None = None
        self._written = 0.0
        self._file = None if path is None else _open(path)

    def load(self, tables: Sequence[Table[Any, Any]]) -> None:
        """Fill the tables with what was kept, in the order in which it was first put."""
        self._tables = tables
        kinds = {table.kind: table for table in tables}
        rows = [] if self._file is None else self._file.execute("select kind, key, value from things order by rowid")
        for kind, key, value in rows:
            if kind in kinds:
                kinds[kind].load(key, value)

    def note(self) -> None:
        """Something changed: see that it is written soon."""
        if self._file is None or self._due is not None or not self._tables:
            return
        loop = asyncio.get_running_loop()
        self._due = loop.call_later(max(0.0, self._written + BEHIND - loop.time()), self._on_time)

    def _on_time(self) -> None:
        self._written = asyncio.get_running_loop().time()
        self.write()

    def write(self) -> None:
        """Write every change in one transaction."""
        self._due = None
        changes = [(table.kind, key, value) for table in self._tables for key, value in table.take_changes()]
        if self._file is None or not changes:
            return
        with self._file:
            self._file.executemany(_KEEP, [change for change in changes if change[2] is not None])
            gone = [change[:2] for change in changes if change[2] is None]
            self._file.executemany("delete from things where kind = ? and key = ?", gone)

    def close(self) -> None:
        """Write what is left and let the file go."""
        if self._due is not None:
            self._due.cancel()
        if self._file is not None:
            with closing(self._file):
                self.write()
        self._file = None


def _open(path: Path) -> sqlite3.Connection:
    """The file, held by this process alone: a second server on it is refused."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = sqlite3.connect(path, timeout=0.2)
    file.execute("pragma locking_mode = exclusive")
    file.execute("pragma journal_mode = wal")
    file.execute("pragma synchronous = normal")
    file.execute(_SCHEMA)
    file.commit()
    return file
