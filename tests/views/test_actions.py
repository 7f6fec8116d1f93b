"""Buttons carry what they mean in 64 bytes, and for every meaning there's a handler."""

import inspect
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.dictionary import Dictionary
from bot.domain import calendar
from bot.library.stories import Library
from bot.views import actions
from bot.views.actions import Action, ChooseMeaning, ChooseZone
from bot.views.actions.action import LIMIT
from handlers.routes import TAPS
from tests.builders import NOW

EVERY = [kind for name in actions.__all__ if (kind := getattr(actions, name)) is not Action]
IDS = st.integers(min_value=0, max_value=2**40)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=10)


def test_every_action_has_a_handler_and_every_handler_an_action() -> None:
    assert set(TAPS) == set(EVERY)


def test_no_two_actions_look_alike() -> None:
    codes = [kind.code for kind in EVERY]
    assert len(set(codes)) == len(codes)
    assert not any(":" in code for code in codes)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_what_is_packed_is_unpacked(kind: type[Action], data: st.DataObject) -> None:
    shape = fields(kind)  # type: ignore[arg-type]
    # Only the last field may hold a colon: no other holds free text.
    plain = WORDS.map(lambda text: text.replace(":", ""))
    drawn = [IDS if field.type is int else WORDS if field is shape[-1] else plain for field in shape]
    action = kind(*map(data.draw, drawn))
    packed = action.pack()
    assert 1 <= len(packed.encode()) <= LIMIT
    assert kind.unpack(packed) == action


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_actions_say_what_they_are_for(kind: type[Action]) -> None:
    assert inspect.getdoc(kind)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than 64 bytes"):
        actions.LookUp("ن" * 40).pack()


def test_every_time_zone_fits() -> None:
    assert all(len(ChooseZone(zone).pack().encode()) <= LIMIT for zone in _zones())


def _zones() -> set[str]:
    offered = {zone for language in ("en", "es", "ar", "pt", "zh") for zone in calendar.offered_zones(language, NOW)}
    return offered | {zone for minute in range(0, 1440, 60) for zone in calendar.plausible_zones(NOW, minute)}


def test_every_meaning_of_every_hard_word_fits(library: Library, dictionary: Dictionary) -> None:
    words = {entry.sense.lemma for story in library.stories for entry in story.words}
    keys = [sense.key for word in words for sense in dictionary.senses(word)]
    assert all(ChooseMeaning(10**12, key).pack() for key in keys)
