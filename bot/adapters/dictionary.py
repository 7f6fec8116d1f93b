"""The bundled dictionary: a read-only SQLite file, compiled from the packages' data and our own words."""

import gc
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from bot.adapters.lexicon import compiler, sources
from bot.adapters.lexicon.lookup import Dictionary
from bot.adapters.lexicon.material import OwnWords, gather
from bot.adapters.lexicon.rows import SCHEMA, SCHEMA_VERSION
from bot.adapters.lexicon.sources import SourceMissing
from bot.domain.language import PartOfSpeech
from bot.library.entries import Entry, blocked, core_entries, merged, pronunciations

__all__ = ["Dictionary", "DictionaryUnavailable", "EmptyLexicon", "compile_dictionary", "open_dictionary"]


class DictionaryUnavailable(Exception):
    """There is no dictionary to be had; the text says why, for the operator."""


def open_dictionary(path: Path, own: Iterable[Entry] = ()) -> Dictionary:
    """The dictionary at `path`, compiled first (some seconds) if it's absent, broken or made from other data.

    `own` adds senses (those of the stories) after the core lists. Raises DictionaryUnavailable.
    """
    added = tuple(own)
    try:
        if not _is_current(path, added):
            compile_dictionary(path, added)
        return Dictionary(_connect(path))
    except sqlite3.Error as error:
        raise DictionaryUnavailable(str(error)) from error


def compile_dictionary(path: Path, own: Iterable[Entry] = ()) -> None:
    """Write the dictionary to `path`; whoever reads there sees the old file or the whole new one.

    Raises DictionaryUnavailable.
    """
    collecting = gc.isenabled()
    gc.disable()  # millions of small values and no cycle among them: collecting costs a quarter of the time
    try:
        _compile(path, _words(own))
    except (SourceMissing, sqlite3.Error, OSError) as error:
        raise DictionaryUnavailable(str(error)) from error
    finally:
        if collecting:
            gc.enable()


class EmptyLexicon(Dictionary):
    """A `Lexicon` that knows no word, so that the tutor goes on without a dictionary."""

    def __init__(self) -> None:
        database = sqlite3.connect(":memory:", check_same_thread=False)
        database.executescript(SCHEMA)
        super().__init__(database)

    def forms(self, lemma: str, pos: PartOfSpeech) -> Sequence[str]:  # noqa: ARG002 - the protocol's
        """Only the lemma: a rule without a table would say goed."""
        return (lemma,)


def _compile(path: Path, words: OwnWords) -> None:
    stamp = _stamp(words)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as database:
            compiler.fill(database, gather(words))
            database.execute("insert into stamp values (?)", (stamp,))
            database.commit()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _words(own: Iterable[Entry]) -> OwnWords:
    return OwnWords(merged((*core_entries(), *own)), blocked(), pronunciations())


def _is_current(path: Path, own: Iterable[Entry]) -> bool:
    """Whether the file is made from today's data; if that can't be read any more, a readable file will do."""
    found = _stamp_at(path)
    try:
        return found == _stamp(_words(own))
    except SourceMissing:
        return found is not None and found.startswith(_schema())


def _stamp(words: OwnWords) -> str:
    """What the dictionary is made of: our schema, the packages' versions, our own words."""
    told = repr((words.entries, sorted(words.blocked), words.sounds))
    return f"{_schema()}{sources.versions()} words={hashlib.sha256(told.encode()).hexdigest()}"


def _schema() -> str:
    return f"schema={SCHEMA_VERSION} "


def _stamp_at(path: Path) -> str | None:
    """The stamp of the file at `path`; None if there's no readable dictionary."""
    if not path.exists():
        return None
    try:
        with closing(_connect(path)) as database:
            row = database.execute("select value from stamp").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def _connect(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
