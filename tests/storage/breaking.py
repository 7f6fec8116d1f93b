"""Connections that break where a test wants it."""

import sqlite3
from collections.abc import Callable
from typing import Any

import aiosqlite
import pytest

Hook = Callable[[str], None]
"""Sees each statement before and after it runs, as "before …" and "after …"; what it raises, the statement raises."""


class Killed(BaseException):
    """The process is gone: nothing can be done any more, not even taken back."""


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
