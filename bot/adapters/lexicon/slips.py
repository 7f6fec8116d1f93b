"""Words that a misspelt word may stand for."""

import json
import sqlite3
from string import ascii_lowercase

from bot.adapters.lexicon.spelling import REACH, distance, sound, variants

SHOWN = 5
LONGEST = 24
CLEAR = 3.0
FAR_ZIPF = 2.8


def suggest(database: sqlite3.Connection, word: str) -> list[str]:
    """Known words near `word`, likeliest first; the dear search two letters away only if nothing nearer is found."""
    if len(word) > LONGEST:
        return []
    near = _known(database, _one_letter_away(word))
    alike = _alike(database, word)
    if not any(zipf >= CLEAR for zipf in (near | alike).values()):
        near |= _far(database, word)
    ranked = sorted((near | alike).items(), key=lambda item: (-_likeliness(word, *item), item[0]))
    return [text for text, _ in ranked[:SHOWN]]


def _likeliness(word: str, other: str, zipf: float) -> float:
    """Near, common, alike in sound and in its first letter."""
    apart = distance(word, other, REACH + 1)
    same_sound = 1.0 if sound(word) == sound(other) else 0.0
    return same_sound + 0.35 * zipf - 1.4 * apart - (0.7 if word[0] != other[0] else 0.0)


def _one_letter_away(word: str) -> set[str]:
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    shorter = {left + right[1:] for left, right in splits if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    changed = {left + letter + right[1:] for left, right in splits if right for letter in ascii_lowercase}
    longer = {left + letter + right for left, right in splits for letter in ascii_lowercase}
    return shorter | swapped | changed | longer


def _known(database: sqlite3.Connection, words: set[str]) -> dict[str, float]:
    query = "select word, zipf from words where prefix is not null and word in (select value from json_each(?))"
    return dict(database.execute(query, (json.dumps(sorted(words)),)))


def _alike(database: sqlite3.Connection, word: str) -> dict[str, float]:
    query = "select word, zipf from words where sound = ?"
    found = database.execute(query, (sound(word),))
    return {other: zipf for other, zipf in found if distance(word, other, REACH + 1) <= REACH + 1}


def _far(database: sqlite3.Connection, word: str) -> dict[str, float]:
    """Words at most two letters away."""
    found: dict[str, float] = {}
    prefixes: set[str] = set()
    chosen = "select prefixes from variants where variant in (select value from json_each(?))"
    for (packed,) in database.execute(chosen, (json.dumps(sorted(variants(word))),)):
        prefixes.update(packed.split())
    query = "select word, zipf from words where prefix = ? and zipf >= ? and length(word) between ? and ?"
    for prefix in sorted(prefixes):
        rows = database.execute(query, (prefix, FAR_ZIPF, len(word) - REACH, len(word) + REACH))
        found.update((other, zipf) for other, zipf in rows if distance(word, other, REACH) <= REACH)
    return found
