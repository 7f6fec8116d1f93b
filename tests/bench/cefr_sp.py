"""CEFR-SP, the part from Wiki-Auto: sentences with the levels that two teachers gave them.

Arase, Uchida and Kajiwara (2022), CC BY-SA 3.0; the data isn't part of this repository.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

SIZES = (4, 6, 9)

_JOINS = (
    (re.compile(r" (n't|'(?:s|re|ve|ll|d|m))\b"), r"\1"),
    (re.compile(r"\s+([,.;:!?%)\]])"), r"\1"),
    (re.compile(r"([(\[$£])\s+"), r"\1"),
    (re.compile(r"(\w) ?- (?=\w)"), r"\1-"),
    (re.compile(r"``\s*|\s*''"), '"'),
    (re.compile(r'" ([^"]*?) "'), r'"\1"'),
    (re.compile(r"(\d) ?, (?=\d{3}\b)"), r"\1,"),
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, or sentences glued into a text, with its level, 0 (A1) to 5 (C2)."""

    text: str
    level: int


def load(folder: Path, split: str) -> list[Labelled]:
    """The sentences of a split ("train", "dev", "test"); the level is both teachers' mean, halves rounded up."""
    (path,) = folder.glob(f"*_{split}.txt")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Labelled(rejoin(sentence), (int(one) + int(other) - 1) // 2) for sentence, one, other in rows]


def rejoin(sentence: str) -> str:
    """The sentence as people write it: the data has spaces around every mark."""
    for pattern, joined in _JOINS:
        sentence = pattern.sub(joined, sentence)
    return sentence.strip()


def glue(sentences: Sequence[Labelled], levels: Sequence[int], each: int, rng: random.Random) -> list[Labelled]:
    """`each` pseudo-documents a level: 4, 6 or 9 random sentences of that level."""
    texts: list[Labelled] = []
    for level in levels:
        pool = [sentence.text for sentence in sentences if sentence.level == level]
        sizes = (min(size, len(pool)) for size in islice(cycle(SIZES), each))
        texts += [Labelled(" ".join(rng.sample(pool, size)), level) for size in sizes]
    return texts


def resample(sentences: Sequence[Labelled], levels: Sequence[int], rng: random.Random) -> list[Labelled]:
    """A bootstrap sample of the sentences, level by level."""
    pools = ([sentence for sentence in sentences if sentence.level == level] for level in levels)
    return [sentence for pool in pools for sentence in rng.choices(pool, k=len(pool))]
