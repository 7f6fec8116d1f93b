"""One process a database: whoever comes second is told so."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


class Taken(Exception):
    """Another process works with this database."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the database at `path` for this process; a process that is killed lets go of it.

    The lock is SQLite's own, on an empty file beside the database: it works on every system.
    Raises `Taken`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path.with_name(f"{path.name}.lock"), timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            raise Taken(f"{path} is in use: the tutor runs already. Stop it first.") from error
        yield
