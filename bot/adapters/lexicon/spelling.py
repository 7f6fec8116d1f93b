"""Typing slips: an index of words by what is left when letters are dropped, and how far apart two words are."""

from collections.abc import Iterable, Iterator
from itertools import combinations

PREFIX = 5
REACH = 2
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("tch", "s"), ("sch", "sk"), ("gh", ""), ("kn", "n"),
    ("wr", "r"), ("wh", "w"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("z", "s"), ("mb", "m"),
    ("dge", "j"), ("ge", "je"), ("gi", "ji"), ("tion", "sn"), ("sion", "sn"), ("sh", "s"), ("q", "k"), ("ps", "s"),
)  # fmt: skip


def variants(word: str) -> set[str]:
    """The first letters of `word` with up to two of them dropped: two words that share one may be a slip apart."""
    prefix = word[:PREFIX]
    kept = range(len(prefix), max(len(prefix) - REACH, 1) - 1, -1)
    return {"".join(letters) for size in kept for letters in combinations(prefix, size)}


def index(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(variant, the prefixes that have it, joined by spaces), for all words."""
    found: dict[str, list[str]] = {}
    for prefix in sorted({word[:PREFIX] for word in words}):
        for variant in variants(prefix):
            found.setdefault(variant, []).append(prefix)
    return ((variant, " ".join(prefixes)) for variant, prefixes in found.items())


def sound(word: str) -> str:
    """A rough key that is the same for words that sound alike: fisical and physical."""
    for spelling, plain in _SOUNDS:
        word = word.replace(spelling, plain)
    first, rest = word[:1], (letter for letter in word[1:] if letter not in "aeiouyhw")
    key = "a" if first in "aeiou" else first
    for letter in rest:
        key += "" if letter == key[-1] else letter
    return key


def distance(one: str, other: str, limit: int) -> int:
    """Letters to add, drop, change or swap with a neighbour, or `limit` + 1 when it's more than `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        before, above, row = row, before, [at + 1]
        for to, wanted in enumerate(other):
            cost = min(before[to] + (letter != wanted), before[to + 1] + 1, row[to] + 1)
            if at and to and letter == other[to - 1] and one[at - 1] == wanted:
                cost = min(cost, above[to - 1] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
