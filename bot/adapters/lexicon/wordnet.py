"""Reads WordNet's database files (any 3.x folder, LF or CRLF) into synsets, and which word has which."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.lexicon.sources import SourceMissing
from bot.domain.language import PartOfSpeech

FILES: dict[str, PartOfSpeech] = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
_LETTERS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_TOLD = re.compile(r" (?:!|&|;u) ")  # pointers that we follow: opposite, similar, usage
_SENSE_TYPES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}


@dataclass(frozen=True, slots=True)
class Synset:
    """A meaning and the words for it; `key` is "00001740-n".

    `antonyms` holds (own word, key, number of the other word, from 1); a 0 means the whole synset. `similar` holds the
    wider adjectives that an adjective belongs to ("merry" to "glad"), `usages` what kind of word it is ("slur").
    """

    key: str
    pos: PartOfSpeech
    words: tuple[str, ...]
    gloss: str
    antonyms: tuple[tuple[str, str, int], ...]
    similar: tuple[str, ...]
    usages: tuple[str, ...]


def read_synsets(folder: Path, wanted: Container[str]) -> dict[str, Synset]:
    """The synsets with a wanted key, by key; all adjectives, since the common ones lean on rare ones (uneager)."""
    found = {}
    for name, pos in FILES.items():
        letter = _LETTERS[name]
        for line in _lines(folder / f"data.{name}"):
            key = f"{line[:8]}-{letter}"
            if pos == "adjective" or key in wanted:
                found[key] = _synset(line, key, pos)
    return found


def read_senses(folder: Path) -> dict[tuple[str, PartOfSpeech], list[tuple[str, int]]]:
    """(word, part of speech) → (synset key, times met in tagged text) of its senses, commonest first."""
    counts = _counts(folder / "cntlist.rev")
    found: dict[tuple[str, PartOfSpeech], list[tuple[str, int]]] = {}
    for name, pos in FILES.items():
        letter = _LETTERS[name]
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            word, offsets = fields[0], fields[6 + int(fields[3]) :]
            found[word.replace("_", " "), pos] = [
                (f"{offset}-{letter}", counts.get((word, letter, number), 0))
                for number, offset in enumerate(offsets, 1)
            ]
    return found


def read_exceptions(folder: Path) -> Iterator[tuple[str, PartOfSpeech, str]]:
    """(irregular form, part of speech, lemma)."""
    for name, pos in FILES.items():
        for line in _lines(folder / f"{name}.exc"):
            form, *lemmas = line.replace("_", " ").split()
            for lemma in lemmas:
                yield form, pos, lemma


def _synset(line: str, key: str, pos: PartOfSpeech) -> Synset:
    head, _, gloss = line.partition(" | ")
    fields = head.split()
    end = 4 + 2 * int(fields[3], 16)
    words = tuple([field.partition("(")[0].replace("_", " ") for field in fields[4:end:2]])
    antonyms, similar, usages = [], [], []
    if _TOLD.search(head):
        pointers = fields[end + 1 : end + 1 + 4 * int(fields[end])]
        for symbol, offset, kind, ends in zip(*[iter(pointers)] * 4, strict=True):
            target = f"{offset}-{kind}"
            if symbol == "!":
                antonyms.append((words[int(ends[:2], 16) - 1], target, int(ends[-2:], 16)))
            elif symbol == "&" and fields[2] == "s":
                similar.append(target)
            elif symbol == ";u":
                usages.append(target)
    return Synset(key, pos, words, gloss.strip(), tuple(antonyms), tuple(similar), tuple(usages))


def _counts(path: Path) -> dict[tuple[str, str, int], int]:
    counts = {}
    for line in _lines(path):
        key, number, count = line.split()
        word, _, rest = key.partition("%")
        counts[word, _SENSE_TYPES[rest[0]], int(number)] = int(count)
    return counts


def _lines(path: Path) -> Iterator[str]:
    """The lines without the licence at the top, which is indented."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise SourceMissing(f"cannot read WordNet's {path.name}: {error.strerror}") from error
    return (line for line in text.splitlines() if line and not line.startswith("  "))
