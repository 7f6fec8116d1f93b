"""Connections that break where a test wants it."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

Hook = Callable[[str], None]
"""Sees each statement before and after it runs, as "before …" and "after …"; what it raises, the statement raises."""


class Killed(BaseException):
    """The process is gone."""


class Accident:
    """A hook that kills the process at its `at`-th call, and keeps the files as they were at that instant.

    Nothing can be done afterwards, not even taken back; `at` = None only counts.
    """

    def __init__(self, path: Path, at: int | None) -> None:
        self._path = path
        self._at = at
        self.seen: list[str] = []
        self.wreck = path.parent / f"wreck-{at}" / path.name

    def __call__(self, sql: str) -> None:
        if self._at is not None and len(self.seen) >= self._at:
            self._keep()
            raise Killed
        self.seen.append(" ".join(sql.split()))

    def _keep(self) -> None:
        if self.wreck.parent.exists():
            return
        self.wreck.parent.mkdir()
        for ending in ("", "-wal"):  # the index of the log is memory, and gone
            file = Path(f"{self._path}{ending}")
            if file.exists():
                shutil.copy(file, f"{self.wreck}{ending}")


def watched(monkeypatch: pytest.MonkeyPatch, hook: Hook) -> None:
    """Let every connection opened from now on call the hook."""

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            hook(f"before {sql}")
            cursor = super().execute(sql, *values)
            hook(f"after {sql}")
            return cursor

    connect = aiosqlite.connect
    monkeypatch.setattr(aiosqlite, "connect", lambda path, **more: connect(path, factory=Watched, **more))
