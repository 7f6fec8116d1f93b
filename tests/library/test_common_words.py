"""Our own senses of the common words: plain, shown at work, and tied to the right senses of WordNet."""

import tomllib
import unicodedata
from collections import Counter
from functools import cache

import pytest

from bot.adapters.dictionary import Dictionary
from bot.adapters.lexicon import sources, wordnet
from bot.domain.language import Sense
from bot.domain.level import hard_words
from bot.domain.text import words
from bot.domain.vocabulary import FUNCTION_WORDS
from bot.domain.wording import contains
from bot.library.entries import WORDS, Entry, entry

EASY = 2.0
"""The highest level of a word in a definition: B1, since lists put words like "able" and "skin" there."""
KNOWN = 3.0
"""The highest level of a word in an example, beside the headword."""
SHORT = 3
"""Letters up to which a word is too short for its beginning to tell its family."""


@cache
def common() -> tuple[Entry, ...]:
    rows = tomllib.loads((WORDS / "core-common.toml").read_text(encoding="utf-8"))["word"]
    return tuple(entry(row) for row in rows)


@cache
def wordnet_senses() -> dict[tuple[str, str], list[str]]:
    found = wordnet.read_senses(sources.wordnet())
    return {(lemma, pos): [key for key, _ in senses] for (lemma, pos), senses in found.items()}


def forms(sense: Sense, dictionary: Dictionary) -> set[str]:
    return {sense.lemma, *dictionary.forms(sense.lemma, sense.pos)}


def family(sense: Sense, dictionary: Dictionary) -> set[str]:
    """The words of the definition that are the headword, a form of it or look like its relatives."""
    used = {word.casefold() for word in words(sense.definition)}
    akin = {word for word in used if min(len(word), len(sense.lemma)) > SHORT and word[:4] == sense.lemma[:4]}
    return (used & forms(sense, dictionary)) | (akin - FUNCTION_WORDS)


def is_in(script: str, text: str) -> bool:
    return all(unicodedata.name(letter).startswith(script) for letter in text if letter.isalpha())


def test_no_sense_stands_in_two_lists_or_twice_in_one() -> None:
    lists = (tomllib.loads(path.read_text(encoding="utf-8"))["word"] for path in sorted(WORDS.glob("core*.toml")))
    keys = Counter(row["key"] for rows in lists for row in rows)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_senses_of_a_word_and_part_of_speech_stand_together() -> None:
    order = [(one.sense.lemma, one.sense.pos) for one in common()]
    starts = Counter(word for number, word in enumerate(order) if not number or order[number - 1] != word)
    assert [word for word, count in starts.items() if count > 1] == []


def test_a_definition_explains_and_never_uses_the_word_or_its_family(dictionary: Dictionary) -> None:
    senses = [one.sense for one in common()]
    assert [sense.key for sense in senses if len(words(sense.definition)) == 1] == []
    assert [(sense.key, found) for sense in senses if (found := family(sense, dictionary))] == []


def test_a_definition_is_made_of_easy_words(dictionary: Dictionary) -> None:
    found = ((one.sense.key, hard_words(one.sense.definition, EASY, dictionary)) for one in common())
    assert [(key, [word.form for word in hard]) for key, hard in found if hard] == []


def test_an_example_shows_the_word_among_words_of_b2_at_most(dictionary: Dictionary) -> None:
    names = {"ana", "texas"}  # at the start of a sentence nothing shows that they are names
    for sense in (one.sense for one in common()):
        own = forms(sense, dictionary)
        assert any(contains(sense.examples[0], form) for form in own), sense.key
        hard = {word.form for word in hard_words(sense.examples[0], KNOWN, dictionary)} - own - names
        assert not hard, (sense.key, hard)


@pytest.mark.parametrize(("code", "script"), [("es", "LATIN"), ("ar", "ARABIC")])
def test_a_translation_is_written_in_its_own_script(code: str, script: str) -> None:
    found = [(one.sense.key, text) for one in common() for text in one.sense.translations[code]]
    assert [pair for pair in found if not is_in(script, pair[1])] == []


def test_a_sense_covers_senses_of_wordnet_that_the_word_has_and_no_other_covers() -> None:
    covered: Counter[tuple[str, str]] = Counter()
    for one in common():
        known = wordnet_senses()[one.sense.lemma, one.sense.pos]
        assert set(one.wordnet) <= set(known), one.sense.key
        covered.update((one.sense.lemma, synset) for synset in one.wordnet)
    assert [pair for pair, count in covered.items() if count > 1] == []


def test_few_synonyms_and_opposites_are_named_and_all_are_known_words(dictionary: Dictionary) -> None:
    for sense in (one.sense for one in common()):
        named = (*sense.synonyms, *sense.antonyms)
        assert max(len(sense.synonyms), len(sense.antonyms)) <= 3, sense.key
        assert [word for word in named if not dictionary.lemmas(word)] == [], sense.key
        assert sense.lemma not in named, sense.key
