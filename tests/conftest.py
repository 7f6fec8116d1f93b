"""What every test starts from: reproducible dice, no setting of this machine, and one compiled dictionary for all."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import settings

from bot.adapters import dictionary as adapter
from bot.adapters.dictionary import Dictionary, open_dictionary
from bot.library.stories import Library, entries, open_library

# The same examples on every run, and no deadline: a slow machine isn't a fault. Soak tests look further by themselves.
settings.register_profile("lexigram", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("lexigram")

PATIENCE = 120.0
"""Seconds for which a test process waits for another one to compile the dictionary."""


KEPT = 3
"""Dictionaries of other states of the code that stay: another run may be reading one of them."""


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a real bot's token in the environment; no test may ever use it."""
    ours = [name for name in os.environ if name.startswith("LEXIGRAM_")]
    for name in [*ours, "TELEGRAM_TOKEN", "ANTHROPIC_API_KEY"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # as bot.adapters.telegram.application does when it builds the bot


@pytest.fixture(scope="session")
def library() -> Library:
    """Our own stories."""
    return open_library()


@pytest.fixture(scope="session")
def dictionary_file(pytestconfig: pytest.Config, library: Library) -> Path:
    """The real dictionary with the words of the stories, compiled once for every test process, run after run."""
    folder: Path = pytestconfig.cache.mkdir("dictionary")
    path = folder / f"{_code()}.sqlite"
    # SQLite's own lock, since it goes with the process that holds it, whatever becomes of that.
    with closing(sqlite3.connect(folder / "lock", timeout=PATIENCE, isolation_level=None)) as lock:
        lock.execute("begin exclusive")
        for other in sorted(set(folder.glob("*.sqlite")) - {path}, key=lambda one: one.stat().st_mtime)[:-KEPT]:
            with suppress(OSError):
                other.unlink()
        open_dictionary(path, entries(library.stories)).close()
    return path


@pytest.fixture(scope="session")
def dictionary(dictionary_file: Path, library: Library) -> Iterator[Dictionary]:
    """The real dictionary with the words of the stories."""
    found = open_dictionary(dictionary_file, entries(library.stories))
    yield found
    found.close()


def _code() -> str:
    """The code that compiles, in a few letters; the data has its own stamp in the file."""
    home = Path(adapter.__file__)
    texts = [path.read_bytes() for path in (home, *sorted((home.parent / "lexicon").glob("*.py")))]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:16]
