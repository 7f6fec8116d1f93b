"""What each exercise looks like, and when it isn't made."""

import random
from dataclasses import replace

import pytest

from bot.domain.exercises import Card, Format, Item, build, formats
from bot.domain.exercises.inflection import Inflection, inflect, inflection
from bot.domain.language import PartOfSpeech, Sense
from bot.domain.memory import Memory
from tests.domain.small_lexicon import EmptyLexicon, SmallLexicon

LEXICON = SmallLexicon()
RELUCTANT = Card(LEXICON.all["reluctant"], "reluctant", "The mayor was reluctant to close the market.", "")


def ask(card: Card, wanted: Format, language: str | None = None) -> Item | None:
    return build(card, wanted, [], LEXICON, random.Random(3), language)


def asked(card: Card, wanted: Format, language: str | None = None) -> Item:
    item = ask(card, wanted, language)
    assert item
    return item


def test_the_meaning_is_asked_in_english_or_in_the_mother_tongue() -> None:
    assert asked(RELUCTANT, "meaning").key == "not wanting to do something"
    spanish = asked(RELUCTANT, "meaning", "es")
    assert (spanish.stem, spanish.key) == ("reluctant", "reacio")
    assert all(option in {sense.translations["es"][0] for sense in LEXICON.all.values()} for option in spanish.options)


def test_without_a_translation_the_meaning_is_asked_in_english() -> None:
    assert asked(RELUCTANT, "meaning", "uk").key == "not wanting to do something"


def test_the_verdict_can_show_the_sentence_where_it_was_met() -> None:
    assert asked(RELUCTANT, "word").sentence == RELUCTANT.sentence


def test_a_cloze_is_its_sentence_with_the_meaning_below() -> None:
    item = asked(RELUCTANT, "cloze", "es")
    assert (item.stem, item.hint, item.key, item.options) == (
        "The mayor was ____ to close the market.", "reacio", "reluctant", (),
    )  # fmt: skip


def test_typing_from_the_meaning_takes_the_form_of_the_sentence_too() -> None:
    item = asked(Card(LEXICON.all["run"], "ran", "He ran for his life.", ""), "typed")
    assert (item.stem, item.key, item.accepted) == ("go fast on your feet", "run", ("ran",))
    assert item.hint == "He ____ for his life."


def test_a_word_met_alone_borrows_an_example_of_the_dictionary() -> None:
    item = asked(Card(LEXICON.all["vanish"], "vanish", "", ""), "cloze")
    assert (item.stem, item.key) == ("The lake ____ each summer.", "vanishes")


def test_the_learners_own_meaning_is_what_is_asked() -> None:
    assert asked(replace(RELUCTANT, meaning="reacio, sin ganas"), "word").stem == "reacio, sin ganas"


def test_a_separated_phrase_leaves_two_gaps() -> None:
    item = asked(Card(LEXICON.all["give up"], "gave up", "She gave smoking up.", ""), "cloze")
    assert (item.stem, item.key) == ("She ____ smoking ____.", "gave up")


@pytest.mark.parametrize(
    ("card", "wanted"),
    [
        (replace(RELUCTANT, sentence="Reluctant or not, she was reluctant."), "cloze"),  # the word stands there twice
        (replace(RELUCTANT, meaning="being reluctant"), "word"),  # the meaning says it
        (replace(RELUCTANT, sense=replace(RELUCTANT.sense, definition="rather reluctant")), "meaning"),
        (replace(RELUCTANT, sense=replace(RELUCTANT.sense, definition="")), "meaning"),  # nothing is known of it
        (Card(LEXICON.all["give up"], "give up", "", ""), "word"),  # no other phrase to stand beside it
        (Card(LEXICON.all["unwilling"], "unwilling", "", ""), "gap"),  # no sentence at all
        (replace(RELUCTANT, sense=replace(RELUCTANT.sense, definition="x" * 90)), "meaning"),  # always the longest
    ],
)
def test_what_cannot_be_asked_fairly_is_not_asked(card: Card, wanted: Format) -> None:
    assert ask(card, wanted) is None


def test_without_a_dictionary_own_words_can_still_be_typed() -> None:
    own = Card(Sense("own", "serendipity", "noun", ""), "serendipity", "It was serendipity.", "suerte")
    item = build(own, "cloze", [], EmptyLexicon(), random.Random(1))
    assert item
    assert (item.stem, item.hint) == ("It was ____.", "suerte")


@pytest.mark.parametrize(
    ("stability", "lapses", "best"),
    [(None, 0, "meaning"), (0.2, 1, "meaning"), (1.94, 0, "gap"), (5, 0, "word"), (9, 0, "cloze"), (40, 0, "typed"),
     (40, 3, "cloze"), (0.2, 9, "meaning")],
)  # fmt: skip
def test_the_exercise_climbs_with_stability(stability: float | None, lapses: int, best: Format) -> None:
    ladder = formats(None if stability is None else Memory(stability, 5, 1, 2), lapses)
    assert ladder[0] == best
    assert set(ladder) == {"meaning", "gap", "word", "cloze", "typed"}


def test_an_exercise_that_cannot_be_made_falls_back_to_an_easier_one() -> None:
    assert formats(Memory(9, 5, 1, 2), 0) == ("cloze", "word", "gap", "meaning", "typed")


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "expected"),
    [("runs", "run", "verb", "s"), ("ran", "run", "verb", "past"), ("running", "run", "verb", "ing"),
     ("bring", "bring", "verb", "base"), ("children", "child", "noun", "s"), ("prouder", "proud", "adjective", "er"),
     ("best", "good", "adjective", "est"), ("gave up", "give up", "phrase", "past")],
)  # fmt: skip
def test_forms_are_told_apart(form: str, lemma: str, pos: PartOfSpeech, expected: Inflection) -> None:
    assert inflection(form, lemma, pos) == expected


def test_a_verb_whose_past_and_participle_differ_is_no_option_for_a_past_form() -> None:
    assert inflect("give up", "phrase", "past", LEXICON) is None
    assert inflect("gather", "verb", "past", LEXICON) == "gathered"
