"""Every question that is made is fair: properties over all words of the small lexicon."""

import random
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.exercises import Card, Format, Item, build
from bot.domain.exercises.relations import clash, key_of, profile
from bot.domain.language import Sense
from bot.domain.wording import contains
from tests.domain.small_lexicon import SmallLexicon

LEXICON = SmallLexicon()
SENSES = list(LEXICON.all.values())
CHOICES: tuple[Format, ...] = ("meaning", "gap", "word")
FORMATS: tuple[Format, ...] = (*CHOICES, "cloze", "typed")


def card(sense: Sense, meaning: str = "") -> Card:
    return Card(sense, sense.lemma, "", meaning)


@cache
def made(wanted: Format, language: str | None = None) -> list[tuple[Card, Item]]:
    """Ten items for each word of the lexicon, with six own words beside it."""
    return list(_made(wanted, language))


def _made(wanted: Format, language: str | None) -> Iterator[tuple[Card, Item]]:
    for seed in range(10):
        rng = random.Random(seed)
        for sense in SENSES:
            mine = card(sense)
            own = [card(other) for other in rng.sample(SENSES, 6) if other != sense]
            item = build(mine, wanted, own, LEXICON, rng, language)
            if item:
                yield mine, item


@pytest.mark.parametrize("language", [None, "es"])
@pytest.mark.parametrize("wanted", CHOICES)
def test_a_choice_has_four_different_options_and_one_of_them_is_right(wanted: Format, language: str | None) -> None:
    items = [item for _, item in made(wanted, language)]
    assert len(items) > 50
    for item in items:
        assert len({option.casefold() for option in item.options}) == 4
        assert item.options.count(item.key) == 1
        assert item.chance == 0.25


@pytest.mark.parametrize("language", [None, "es"])
@pytest.mark.parametrize("wanted", FORMATS)
def test_the_stem_and_the_hint_never_hold_the_word_asked_for(wanted: Format, language: str | None) -> None:
    for mine, item in made(wanted, language):
        shown = f"{item.hint} {item.key}" if wanted == "meaning" else f"{item.stem} {item.hint}"
        for form in LEXICON.forms(mine.sense.lemma, mine.sense.pos):
            assert not contains(shown, form), item


@pytest.mark.parametrize("wanted", CHOICES)
def test_the_key_is_seldom_the_longest_and_stands_anywhere(wanted: Format) -> None:
    items = [item for _, item in made(wanted)]
    longest = sum(all(len(item.key) > len(other) for other in item.options if other != item.key) for item in items)
    places = Counter(item.options.index(item.key) for item in items)
    assert longest <= 0.3 * len(items)
    assert min(places.values()) > 0.15 * len(items)
    assert len(places) == 4


@given(st.sampled_from(SENSES), st.integers(0, 1000))
def test_wrong_options_mean_something_else(sense: Sense, seed: int) -> None:
    item = build(card(sense), "word", [card(other) for other in SENSES], LEXICON, random.Random(seed))
    for option in item.options if item else ():
        other = LEXICON.all[option]
        assert other.pos == sense.pos
        assert option not in sense.synonyms
        assert option == sense.lemma or other.translations["es"] != sense.translations["es"]


def test_the_learners_own_words_come_first() -> None:
    own = [card(LEXICON.all[word]) for word in ("proud", "eager", "ancient", "curious", "scarce")]
    for seed in range(20):
        item = build(card(LEXICON.all["gentle"]), "word", own, LEXICON, random.Random(seed))
        assert item
        assert len(set(item.options) & {other.sense.lemma for other in own}) >= 2


def test_in_a_gap_all_options_stand_in_the_form_that_was_met() -> None:
    mine = Card(LEXICON.all["gather"], "gathered", "A crowd gathered at the gate.", "")
    item = build(mine, "gap", [], LEXICON, random.Random(1))
    assert item
    assert item.stem == "A crowd ____ at the gate."
    assert item.hint == "come together in one place"
    assert all(option.endswith("ed") for option in item.options)


@pytest.mark.parametrize(
    ("one", "other"),
    [("reluctant", "unwilling"), ("eager", "keen"), ("house", "home"), ("gather", "meet"), ("vanish", "disappear")],
)
def test_synonyms_clash(one: str, other: str) -> None:
    sense = LEXICON.all[one]
    named = Sense("x", other, sense.pos, "something quite different")
    assert clash(key_of(sense, LEXICON), profile([named]))


@pytest.mark.parametrize(
    ("lemma", "definition", "translation"),
    [
        ("pony", "a small horse", "poni"),  # defined by the key: its hyponym
        ("animal", "a living thing", "animal"),  # defines the key
        ("horseman", "somebody who rides", "jinete"),  # the same family
        ("steed", "a large animal to ride", "corcel"),  # nearly the same definition
        ("nag", "a tired old creature", "Caballo"),  # the same translation
    ],
)
def test_what_could_be_taken_for_the_key_clashes(lemma: str, definition: str, translation: str) -> None:
    other = Sense("x", lemma, "noun", definition, translations={"es": (translation,)})
    assert clash(key_of(LEXICON.all["horse"], LEXICON), profile([other]))
    assert not clash(key_of(LEXICON.all["child"], LEXICON), profile([other]))
