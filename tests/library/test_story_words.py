"""Every version is as hard as it says, and its glosses are easier than the words they explain."""

import unicodedata
from collections import Counter

from bot.adapters.dictionary import Dictionary
from bot.domain.level import hard_words, measure
from bot.domain.text import words
from bot.domain.vocabulary import FUNCTION_WORDS
from bot.domain.wording import contains
from bot.library.entries import Entry, core_entries
from bot.library.stories import Story
from tests.library.test_stories import versions

GLOSSES = {0: range(3, 5)}
DEFINITION = 12
PLAIN = (0.5, 1.5, 1.5, 2.5, 2.5, 2.5)
"""The highest level of a word in a definition, by the level of the version: never above the reader's, and B1 at most."""
HARD_ENOUGH = 0.9
"""The least share of glossed words above the reader's level, where there is a level above."""


def is_in(script: str, text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and all(unicodedata.name(letter).startswith(script) for letter in letters)


def test_a_version_measures_within_half_a_level_of_its_label(
    stories: tuple[Story, ...], dictionary: Dictionary
) -> None:
    scores = [(name, version.level, measure(version.text, dictionary).score) for name, version in versions(stories)]
    assert [fault for fault in scores if abs(fault[2] - fault[1]) > 0.5] == []


def test_the_versions_of_a_story_rise_in_level(stories: tuple[Story, ...], dictionary: Dictionary) -> None:
    for story in stories:
        scores = [measure(version.text, dictionary).score for version in story.versions]
        assert scores == sorted(scores), story.slug


def test_a_version_has_three_to_six_glosses_in_the_order_of_the_text(stories: tuple[Story, ...]) -> None:
    for name, version in versions(stories):
        assert len(version.glosses) in GLOSSES.get(version.level, range(3, 7)), name
        assert all(contains(version.text, gloss.form) for gloss in version.glosses), name
        places = [version.text.find(gloss.form) for gloss in version.glosses]
        assert places == sorted(places), name
        assert -1 not in places, name


def test_every_word_of_a_story_is_glossed_and_declared_once(stories: tuple[Story, ...]) -> None:
    for story in stories:
        declared = Counter(word.sense.key for word in story.words)
        glossed = {gloss.sense for version in story.versions for gloss in version.glosses}
        assert set(declared) == glossed, story.slug
        assert set(declared.values()) == {1}, story.slug


def test_a_sense_key_is_made_of_its_lemma_part_of_speech_and_number(stories: tuple[Story, ...]) -> None:
    for word in (word for story in stories for word in story.words):
        lemma, pos, number = word.sense.key.rsplit(".", 2)
        assert (lemma.replace("_", " "), pos) == (word.sense.lemma, word.sense.pos), word.sense.key
        assert number.isdigit(), word.sense.key
        assert word.level is not None, word.sense.key


def test_a_sense_means_the_same_in_every_story_and_in_the_core_list(stories: tuple[Story, ...]) -> None:
    core = {one.sense.key: one for one in core_entries()}
    first: dict[str, Entry] = {}
    for word in (word for story in stories for word in story.words):
        key = word.sense.key
        assert first.setdefault(key, word) == word, key
        if key in core and core[key].wordnet and word.wordnet:
            assert set(core[key].wordnet) & set(word.wordnet), f"{key} is another sense in the core list"


def test_a_sense_is_translated_in_the_right_script(stories: tuple[Story, ...]) -> None:
    for word in (word for story in stories for word in story.words):
        for code, script in (("es", "LATIN"), ("ar", "ARABIC")):
            translations = word.sense.translations[code]
            assert translations, word.sense.key
            assert all(is_in(script, text) for text in translations), word.sense.key


def test_a_gloss_is_short_plain_and_without_the_family_of_its_word(
    stories: tuple[Story, ...], dictionary: Dictionary
) -> None:
    faults = []
    for name, version in versions(stories):
        for gloss in version.glosses:
            used = words(gloss.definition)
            hard = {word.form for word in hard_words(gloss.definition, PLAIN[version.level], dictionary)}
            family = {word for word in used if len(word) > 3 and word[:4] == gloss.sense[:4]} - FUNCTION_WORDS
            if len(used) > DEFINITION or family or hard:
                faults.append((name, gloss.sense, gloss.definition, hard | family))
    assert faults == []


def test_a_gloss_explains_a_word_that_is_hard_for_the_reader(stories: tuple[Story, ...]) -> None:
    levels = {word.sense.key: word.level or 0 for story in stories for word in story.words}
    below_c2 = [
        (name, gloss.sense, levels[gloss.sense] > version.level)
        for name, version in versions(stories)
        if version.level < 5
        for gloss in version.glosses
    ]
    easy = [(name, sense) for name, sense, is_hard in below_c2 if not is_hard]
    assert len(easy) <= (1 - HARD_ENOUGH) * len(below_c2), easy
