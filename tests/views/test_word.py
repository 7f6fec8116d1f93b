"""A word explained: five lines below B1, the whole entry from there on, and nothing that anybody typed acts as markup."""

from typing import Any

import pytest

from bot.adapters.dictionary import Dictionary
from bot.domain.language import Sense
from bot.texts import LANGUAGES, texts
from bot.tutor.entries import Meanings
from bot.tutor.words import Explained, Unknown
from bot.views import word
from bot.views.actions import ChooseMeaning, KeepCard, KeepUnknown, ListMeanings, LookUp, ShowMore
from tests.views.people import NASTY, card, learner
from tests.views.phone import seen

SENSE = Sense(
    "reluctant.adjective.1", "reluctant", "adjective", "not wanting to do something", ("She was reluctant.",),
    ("unwilling", "hesitant"), ("eager",), {"es": ("reacio", "renuente"), "ar": ("متردد",)},
)  # fmt: skip


def explained(**changed: Any) -> Explained:
    values: dict[str, Any] = {
        "learner": learner(), "card": card(), "sense": SENSE, "level": 3.0, "pronunciation": "rɪˈlʌktənt",
        "others": 2, "saved": "now", **changed,
    }  # fmt: skip
    return Explained(**values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_entry_from_b1_on(language: str) -> None:
    bubble = seen(word.explained(explained(), texts(language)))
    assert bubble.bold[0] == "reluctant"
    for part in (
        "/rɪˈlʌktənt/",
        "B2",
        SENSE.definition,
        "He was reluctant to go.",
        "reacio, renuente",
        "unwilling",
        "eager",
    ):
        assert part in bubble.text
    assert bubble.actions == (ListMeanings(7), KeepCard(7, 0))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", [None, 0.0, 1.75])
@pytest.mark.parametrize("lemma", ["reluctant", "went"])
def test_below_b1_at_most_five_lines(language: str, level: float | None, lemma: str) -> None:
    person = learner(level=level, tongue="ar")
    one = explained(learner=person, card=card(form="went", meaning="mine"), sense=SENSE)
    bubble = seen(word.explained(one, texts(language)))
    assert len(bubble.lines) <= 5
    assert "متردد" in bubble.lines[0]
    assert "/" not in bubble.text
    assert bubble.actions == (ShowMore(7), KeepCard(7, 0))


@pytest.mark.parametrize("tongue", ["es", "ar", "pt", "", None, "en"])
def test_every_common_word_is_shown_within_the_limits(dictionary: Dictionary, tongue: str | None) -> None:
    for lemma in "be have do run set light house queue bank give_up moon reluctant the of and".split():
        text = lemma.replace("_", " ")
        for sense in dictionary.senses(text)[:4]:
            for level in (1.0, 4.0):
                person = learner(level=level, tongue=tongue)
                one = explained(learner=person, card=card(lemma=text, form=text, sense_key=sense.key), sense=sense)
                bubble = seen(word.explained(one, texts("es")))
                assert level == 4.0 or len(bubble.lines) <= 5
                assert sense.definition in bubble.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", [1.0, 4.0])
@pytest.mark.parametrize(("saved", "action"), [("now", KeepCard(7, 0)), ("no", KeepCard(7, 1)), ("before", None)])
def test_what_was_saved_just_now_can_be_undone(
    language: str, level: float, saved: str, action: KeepCard | None
) -> None:
    bubble = seen(word.explained(explained(saved=saved, learner=learner(level=level)), texts(language)))
    assert [one for one in bubble.actions if isinstance(one, KeepCard)] == ([action] if action else [])


@pytest.mark.parametrize("level", [1.0, 4.0])
def test_what_people_type_is_never_markup(level: float) -> None:
    own = card(lemma=NASTY, form=NASTY, sentence=NASTY, meaning=NASTY, sense_key="")
    one = explained(learner=learner(level=level), card=own, sense=Sense("", NASTY, "phrase", NASTY), pronunciation=None)
    bubble = seen(word.explained(one, texts("en")))
    assert bubble.text.count(NASTY) >= 2
    assert bubble.bold == (NASTY,)
    asking = seen(word.ask_meaning(7, NASTY, texts("en"), None))
    assert NASTY in asking.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suggestions", [(), ("receive",), ("receive", "relieve", "recipe")])
def test_an_unknown_word(language: str, suggestions: tuple[str, ...]) -> None:
    bubble = seen(word.unknown(Unknown("recieve", suggestions), texts(language)))
    assert "recieve" in bubble.text
    assert bubble.actions == (*[LookUp(one) for one in suggestions], KeepUnknown("recieve"))


@pytest.mark.parametrize("typed", [NASTY, "x" * 4000, "ن" * 31, "𝒳" * 16, "a:b:c"])
def test_whatever_is_typed_can_be_answered(typed: str) -> None:
    bubble = seen(word.unknown(Unknown(typed, ()), texts("ar")))
    assert all(one == KeepUnknown(typed) for one in bubble.actions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_meanings_are_numbered_and_the_kept_one_is_marked(dictionary: Dictionary, language: str) -> None:
    senses = tuple(dictionary.senses("run"))
    kept = card(lemma="run", sense_key=senses[1].key)
    bubble = seen(word.meanings(Meanings(learner(), kept, senses), texts(language), 5))
    assert bubble.labels[:3] == ("1", "2 ✓", "3")
    assert bubble.actions[0] == ChooseMeaning(7, senses[0].key)
    assert all(sense.definition in bubble.text for sense in senses[:8])
    assert bubble.actions[-1] == ShowMore(7)
