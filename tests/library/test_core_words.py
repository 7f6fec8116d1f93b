"""Our own word lists: complete, short, plain."""

import pytest

from bot.domain.language import LEVELS, Sense
from bot.library.entries import Entry, blocked, core_entries, entry, merged

ROW = {"key": "give_up.verb.1", "definition": "to stop trying", "level": "B1"}


def test_every_core_word_has_a_short_definition_an_example_and_both_translations() -> None:
    for one in core_entries():
        sense = one.sense
        assert len(sense.definition.split()) <= 15, sense.key
        assert len(sense.examples) == 1, sense.key
        assert sense.translations["es"], sense.key
        assert sense.translations["ar"], sense.key
        assert one.level in range(len(LEVELS)), sense.key


def test_no_definition_of_more_than_one_word_uses_the_word_itself() -> None:
    lemmas = {one.sense.lemma: one.sense.definition for one in core_entries() if " " in one.sense.lemma}
    assert [lemma for lemma, definition in lemmas.items() if lemma in definition] == []


def test_an_example_ends_as_a_sentence() -> None:
    assert [one.sense.key for one in core_entries() if one.sense.examples[0][-1] not in ".!?"] == []


def test_the_commonest_function_words_are_there() -> None:
    lemmas = {one.sense.lemma for one in core_entries()}
    wanted = "the a because ought although of to could should unless whether who them and if than".split()
    assert set(wanted) <= lemmas


def test_an_entry_takes_its_lemma_and_part_of_speech_from_the_key() -> None:
    sense = entry(ROW).sense
    assert (sense.lemma, sense.pos) == ("give up", "verb")


@pytest.mark.parametrize("row", [{}, ROW | {"key": "give_up.verbs.1"}, ROW | {"level": "B3"}])
def test_an_entry_that_lacks_something_is_refused(row: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError)):
        entry(row)


def test_of_two_entries_with_one_key_the_first_wins_and_learns_from_the_second() -> None:
    first = Entry(Sense("x.noun.1", "x", "noun", "first", translations={"es": ("uno",)}), wordnet=("1-n",))
    second = Entry(
        Sense("x.noun.1", "x", "noun", "second", translations={"es": ("dos",), "ar": ("س",)}), wordnet=("2-n",)
    )
    (joined,) = merged([first, second])
    assert joined.sense.definition == "first"
    assert joined.sense.translations == {"es": ("uno",), "ar": ("س",)}
    assert joined.wordnet == ("1-n", "2-n")


def test_the_block_list_holds_lemmas_and_synsets_without_their_comments() -> None:
    assert {"whore", "01426397-v"} <= blocked()
    assert not any("#" in line for line in blocked())
