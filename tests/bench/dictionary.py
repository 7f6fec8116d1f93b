"""How fast the dictionary, the measuring of texts and the making of questions are."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.adapters.dictionary import Dictionary, open_dictionary
from bot.domain import exercises, level
from bot.domain.exercises import Card, formats
from bot.library.entries import core_entries
from bot.library.stories import entries, open_library
from tests.bench.report import Row

WORDS = 2000
QUESTIONS = 500


def measure(path: Path) -> list[Row]:
    """Every row; leaves the compiled dictionary at `path`."""
    library = open_library()
    own = entries(library.stories)
    compiling = _seconds(lambda: open_dictionary(path, own).close())
    opening = _seconds(lambda: open_dictionary(path, own).close())
    dictionary = open_dictionary(path, own)
    try:
        texts = [version.text for story in library.stories for version in story.versions]
        return [
            Row("dictionary", "compiled in", compiling, "s"),
            Row("dictionary", "opened again in", opening * 1e3, "ms"),
            *_look_up(dictionary, random.Random(1)),
            *_level(dictionary, texts),
            *_ask(dictionary, random.Random(1)),
        ]
    finally:
        dictionary.close()


def _look_up(dictionary: Dictionary, rng: random.Random) -> Iterator[Row]:
    """All that a word's card shows, each word asked for once, nothing remembered."""
    known = sorted({entry.sense.lemma for entry in core_entries()} - {""})
    words = rng.sample(known, min(WORDS, len(known)))
    seconds = [_seconds(lambda word=word: _entry(dictionary, word)) for word in words]  # type: ignore[misc]
    yield Row("dictionary", "whole entries a second", len(words) / sum(seconds), "/s")
    yield Row("dictionary", "entry, p99", _percentile(seconds, 99) * 1e3, "ms")


def _entry(dictionary: Dictionary, word: str) -> None:
    for lemma in dictionary.lemmas(word):
        dictionary.senses(lemma.text, lemma.pos)
        dictionary.level(lemma.text, lemma.pos)
        dictionary.forms(lemma.text, lemma.pos)
        dictionary.pronunciation(lemma.text)


def _level(dictionary: Dictionary, texts: Sequence[str]) -> Iterator[Row]:
    """The library's texts, each measured after the words were seen once: as in a running tutor."""
    for text in texts:
        level.measure(text, dictionary)
    seconds = [_seconds(lambda text=text: level.measure(text, dictionary)) for text in texts]  # type: ignore[misc]
    words = sum(len(text.split()) for text in texts)
    yield Row("levelling", "words a second", words / sum(seconds), "/s")
    yield Row("levelling", "a text, p99", _percentile(seconds, 99) * 1e3, "ms")


def _ask(dictionary: Dictionary, rng: random.Random) -> Iterator[Row]:
    """Questions as a review makes them: the first format that can be proved fair, for a word with its example."""
    senses = [entry.sense for entry in core_entries() if entry.sense.examples]
    cards = [Card(sense, sense.lemma, sense.examples[0]) for sense in senses]
    chosen = rng.sample(cards, min(QUESTIONS, len(cards)))
    seconds = [_seconds(lambda card=card: _build(card, cards[:50], dictionary, rng)) for card in chosen]  # type: ignore[misc]
    yield Row("questions", "p50", _percentile(seconds, 50) * 1e3, "ms")
    yield Row("questions", "p99", _percentile(seconds, 99) * 1e3, "ms")


def _build(card: Card, others: Sequence[Card], dictionary: Dictionary, rng: random.Random) -> None:
    for wanted in formats(None, 0):
        if exercises.build(card, wanted, others, dictionary, rng, "es") is not None:
            return


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _percentile(values: Sequence[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]
