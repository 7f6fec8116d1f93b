"""Compiles all word data into the read-only SQLite file that the dictionary reads."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain

from bot.adapters.lexicon import forms, meanings, sources, spelling
from bot.adapters.lexicon.ipa import ipa, stressed_late
from bot.adapters.lexicon.material import Material, Word, covered, weights
from bot.adapters.lexicon.rows import INDEXES, SCHEMA, pack, pack_pos, pool_of, zipf_of

POOL_ZIPF = 2.5
TARGET_ZIPF = 2.0


def fill(database: sqlite3.Connection, material: Material) -> None:
    """Create and fill every table but the stamp."""
    database.executescript("pragma journal_mode = off; pragma synchronous = off;" + SCHEMA)
    known = weights(material)
    ids: dict[str, int] = {}
    rows = chain(meanings.own_rows(material), meanings.wordnet_rows(material))
    _insert(database, "senses", 9, _numbered(rows, ids))
    targets = _targets(material)
    _insert(database, "words", 9, _words(material, known, ids, targets))
    _insert(database, "variants", 2, spelling.index(targets))
    _insert(database, "pool", 3, sorted(_pool(material, known)))
    covers = ((f"wn30:{synset}", lemma, key) for (synset, lemma), key in covered(material.entries).items())
    _insert(database, "aliases", 3, covers)
    database.executescript(INDEXES)


def _insert(database: sqlite3.Connection, table: str, columns: int, rows: Iterable[tuple[object, ...]]) -> None:
    marks = ", ".join("?" * columns)
    database.executemany(f"insert into {table} values ({marks})", rows)  # noqa: S608 - our own table names


def _numbered(rows: Iterable[meanings.SenseRow], ids: dict[str, int]) -> Iterator[tuple[object, ...]]:
    for number, row in enumerate(rows):
        ids[row[0]] = number
        yield number, *row


def _words(
    material: Material, known: dict[Word, float], ids: dict[str, int], targets: frozenset[str]
) -> Iterator[tuple[object, ...]]:
    """A row for each form that is a lemma, a form of one, or listed by frequency."""
    inflected = forms.inflections(material, known)
    readings = forms.readings(material, known, inflected)
    senses = dict(meanings.senses_of(material, known))
    words = sorted(readings.keys() | material.zipf.keys())
    sounds = dict(_pronunciations(frozenset(words), known)) | material.sounds
    levels = _levels(material, known)
    names = forms.capitals(material)
    for word in words:
        found = readings.get(word, [])
        kinds = [pos for lemma, pos in found if lemma == word]
        yield (
            word,
            material.zipf.get(word, 0.0),
            pack_pos([(pos, names.get((lemma, pos), lemma)) for lemma, pos in found]),
            pack_pos([(pos, pack(inflected[word, pos])) for pos in kinds if (word, pos) in inflected]),
            pack_pos([(pos, ids[key]) for pos, key in senses.get(word, ()) if key in ids]),
            pack_pos([(pos, levels[word, pos]) for pos in kinds if (word, pos) in levels]),
            sounds.get(word),
            *((word[: spelling.PREFIX], spelling.sound(word)) if word in targets else (None, None)),
        )


def _levels(material: Material, known: dict[Word, float]) -> dict[Word, float]:
    """The lists' levels, our own before them."""
    own = {(entry.sense.lemma.casefold(), entry.sense.pos): entry.level for entry in reversed(material.entries)}
    listed = {word: level for word, level in material.levels.items() if word in known}
    return listed | {word: level for word, level in own.items() if level is not None}


def _pronunciations(wanted: frozenset[str], known: dict[Word, float]) -> Iterator[tuple[str, str]]:
    """(word, IPA); of a pair like record the one for its commoner use."""
    for word, found in sources.phones(wanted).items():
        yield word, ipa(_commoner(found, word, known) if len(found) > 1 else found[0])


def _commoner(found: list[list[str]], word: str, known: dict[Word, float]) -> list[str]:
    """The verb's pronunciation has its stress late, the noun's and adjective's early, where they differ."""
    verb = known.get((word, "verb"))
    if verb is None or {stressed_late(phones) for phones in found} != {True, False}:
        return found[0]
    late = verb > max(known.get((word, "noun"), 0.0), known.get((word, "adjective"), 0.0))
    return next(phones for phones in found if stressed_late(phones) == late)


def _targets(material: Material) -> frozenset[str]:
    """The words that a misspelt one may stand for: common, or our own, and not blocked."""
    common = {word for word, zipf in material.zipf.items() if zipf >= TARGET_ZIPF}
    own = {entry.sense.lemma.casefold() for entry in material.entries}
    return frozenset(word for word in common | own if " " not in word and not material.is_blocked(word))


def _pool(material: Material, known: dict[Word, float]) -> set[tuple[str, float, str]]:
    """Common lemmas, what distractors are drawn from: those with a level, ours, and phrases met in tagged text."""
    listed = {word for word in known if known[word] >= 1 and (word in material.levels or " " in word[0])}
    own = {(entry.sense.lemma, entry.sense.pos) for entry in material.entries}
    shown = ((lemma, pos) for lemma, pos in listed | own if not material.is_blocked(lemma))
    rated = ((lemma, pos, zipf_of(lemma, material.zipf)) for lemma, pos in shown)
    return {(pool_of(lemma, pos), zipf, lemma) for lemma, pos, zipf in rated if zipf >= POOL_ZIPF}
