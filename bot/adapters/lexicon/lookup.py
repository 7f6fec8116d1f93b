"""Looks words up in a compiled dictionary."""

import json
import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from bot.adapters.lexicon.inflection import regular_forms
from bot.adapters.lexicon.phrases import phrase_forms, phrase_readings
from bot.adapters.lexicon.rows import pool_of, unpack, unpack_marked, unpack_pos
from bot.adapters.lexicon.slips import suggest
from bot.domain.language import Lemma, PartOfSpeech, Sense

_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "ain't": "be", "cannot": "can"}
_ENDINGS: tuple[tuple[str, str, PartOfSpeech], ...] = (
    ("ies", "y", "noun"), ("es", "", "noun"), ("s", "", "noun"), ("ies", "y", "verb"), ("es", "", "verb"),
    ("s", "", "verb"), ("ied", "y", "verb"), ("ed", "", "verb"), ("ed", "e", "verb"), ("ing", "", "verb"),
    ("ing", "e", "verb"),
)  # fmt: skip
_WORD = "select zipf, readings, forms, meanings, levels, ipa from words where word = ?"
_SENSES = "select * from senses where id in (select value from json_each(?))"
_SENSE = "select * from senses where key = ?"
_ALIAS = "select key from aliases where alias = ? and lemma = ?"
_BELOW = "select zipf, lemma from pool where pos = ? and zipf < ? order by zipf desc, lemma desc limit ?"
_ABOVE = "select zipf, lemma from pool where pos = ? and zipf >= ? order by zipf, lemma limit ?"


class _Word(NamedTuple):
    """A row of words."""

    zipf: float
    readings: str
    forms: str
    meanings: str
    levels: str
    ipa: str | None


REMEMBERED = 20_000
"""How many words' rows stay at hand: a text asks for the same words again and again."""

_NOTHING = _Word(0.0, "", "", "", "", None)


class Dictionary:
    """A `Lexicon` over one open SQLite file; used by one thread at a time."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._row = lru_cache(REMEMBERED)(self._read)
        self._meanings = lru_cache(REMEMBERED // 10)(self._senses)

    def close(self) -> None:
        """Release the file."""
        self._database.close()

    def zipf(self, word: str) -> float:
        """How common the form is, about 1 rare … 7 commonest; a phrase is rarer than its rarest word; 0 if unknown."""
        folded = fold(word)
        if " " in folded:
            return max(min(map(self.zipf, folded.split())) - 1, 0.0) if self.lemmas(folded) else 0.0
        return self._row(uncontracted(folded)).zipf or self._row(folded).zipf

    def level(self, lemma: str, pos: PartOfSpeech | None = None) -> float | None:
        """The CEFR level, 0 = A1 … 5 = C2; without `pos` that of its easiest use; None if no list has it."""
        levels = unpack_pos(self._row(fold(lemma)).levels, pos)
        return min((float(level) for _, level in levels), default=None)

    def lemmas(self, form: str) -> Sequence[Lemma]:
        """What `form` can be a form of, likeliest first; empty if the word is unknown."""
        folded = fold(form)
        found = self._readings(folded)
        if not found and " " in folded:
            return phrase_readings(folded, self._readings)
        return found or self._readings(uncontracted(folded)) or self._regular(folded)

    def forms(self, lemma: str, pos: PartOfSpeech) -> Sequence[str]:
        """All inflected forms of the lemma, itself first."""
        if " " in lemma:
            return phrase_forms(lemma, pos, self.forms)
        row = self._row(fold(lemma))
        listed = next((unpack(forms) for _, forms in unpack_pos(row.forms, pos)), None)
        if listed is None:
            listed = regular_forms(lemma, pos) if row.zipf == 0 else ()
        return (lemma, *listed)

    def senses(self, lemma: str, pos: PartOfSpeech | None = None) -> Sequence[Sense]:
        """The meanings of the lemma: our own, then the commonest first; blocked ones left out."""
        return list(self._meanings(fold(lemma), pos))

    def _senses(self, folded: str, pos: PartOfSpeech | None) -> tuple[Sense, ...]:
        ids = [int(number) for _, number in unpack_pos(self._row(folded).meanings, pos)]
        found = {row[0]: _sense(row[1:], folded) for row in self._database.execute(_SENSES, (json.dumps(ids),))}
        return tuple(found[number] for number in ids)

    def sense(self, key: str, lemma: str = "") -> Sense | None:
        """The meaning with that key; for that lemma, the one of our own list that covers it, where there is one."""
        alias = self._database.execute(_ALIAS, (key, fold(lemma))).fetchone()
        row = self._database.execute(_SENSE, alias or (key,)).fetchone()
        return _sense(row[1:], row[2].casefold()) if row else None

    def suggestions(self, word: str) -> Sequence[str]:
        """Known words that `word` may be a typing slip for, likeliest first; none for a known word or a phrase."""
        folded = fold(word)
        if not folded or " " in folded or self.zipf(folded) or self.lemmas(folded):
            return []
        return suggest(self._database, folded)

    def pronunciation(self, lemma: str) -> str | None:
        """The word or phrase in American IPA without slashes; None if a word of it isn't listed."""
        found = [self._row(word).ipa for word in fold(lemma).split()]
        return " ".join(ipa or "" for ipa in found) if found and all(found) else None

    def neighbours(self, lemma: str, pos: PartOfSpeech, limit: int = 20) -> Sequence[str]:
        """Other common lemmas of that part of speech, nearest in frequency first."""
        zipf, pool = self.zipf(lemma), pool_of(lemma, pos)
        rows = [row for query in (_BELOW, _ABOVE) for row in self._database.execute(query, (pool, zipf, limit + 1))]
        near = sorted((abs(other - zipf), text) for other, text in rows if text.casefold() != fold(lemma))
        return [text for _, text in near[:limit]]

    def _readings(self, folded: str) -> list[Lemma]:
        return [Lemma(text, cast(PartOfSpeech, pos)) for pos, text in unpack_pos(self._row(folded).readings)]

    def _regular(self, folded: str) -> list[Lemma]:
        """What a form of a rare word can be: its forms aren't listed."""
        stems = ((folded.removesuffix(end) + added, pos) for end, added, pos in _ENDINGS if folded.endswith(end))
        rare = ((stem, pos) for stem, pos in stems if self._row(stem).zipf == 0)
        return [found for stem, pos in rare for found in self._readings(stem) if found.pos == pos]

    def _read(self, word: str) -> _Word:
        row = self._database.execute(_WORD, (word,)).fetchone()
        return _Word(*row) if row else _NOTHING


def fold(text: str) -> str:
    """The text as the tables have it: one case, one kind of apostrophe, single spaces."""
    return " ".join(text.casefold().replace("\u2019", "'").split())


def uncontracted(word: str) -> str:
    """The word before a contraction: "don't" → "do", "it's" → "it", "cat's" → "cat"."""
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if word.endswith("n't"):
        return word[:-3]
    head, mark, tail = word.rpartition("'")
    return head if mark and head and tail in ("s", "re", "ve", "ll", "d", "m", "") else word


def _sense(row: Any, word: str) -> Sense:
    key, lemma, pos, definition, examples, synonyms, antonyms, translations = row
    near = unpack(synonyms)
    return Sense(
        key,
        lemma if lemma.casefold() == word else next((text for text in near if text.casefold() == word), lemma),
        pos,
        definition,
        unpack_marked(examples, word),
        tuple(text for text in near if text.casefold() != word),
        unpack_marked(antonyms, word),
        {code: tuple(texts) for code, texts in json.loads(translations).items()} if translations else {},
    )
