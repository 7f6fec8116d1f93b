"""Words are compared, measured and taken out of their sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.wording import columns, contains, gap, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Reluctant. ", "reluctant"), ("“naïve”", "naive"), ("CAFÉ", "cafe"), ("don’t", "don't"), ("e‑mail", "e-mail"),
        ("re\u200bluc\u00adtant", "reluctant"), ("ｇｉｖｅ　ｕｐ", "give up"), ("¿gato?", "gato"), ("piece  of\ncake", "piece of cake"),
        ("...", ""), ("Straße", "strasse"), ("r̴e̵d̷", "red"),
    ],
)  # fmt: skip
def test_words_are_compared_in_one_form(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("不情愿", 6), ("한국어", 6), ("مَعنى", 4), ("é", 1), ("📖", 2), ("a\u200bb", 2), ("", 0)],
)
def test_wide_letters_take_two_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("sentence", "form", "expected"),
    [
        ("The mayor was reluctant to close.", "reluctant", "The mayor was ____ to close."),
        ("Reluctant people wait.", "reluctant", "____ people wait."),
        ("He gave up.", "gave up", "He ____."),
        ("She gave it up.", "gave up", "She ____ it ____."),
        ("She gave the whole thing up.", "gave up", "She ____ the whole thing ____."),
        ("It was a reluctant yes.", "reluctant", "It was a(n) ____ yes."),
        ("An old man.", "old", "A(n) ____ man."),
        ("The mayor’s house.", "mayor", "The ____’s house."),
        ("I don’t know.", "don't", "I ____ know."),
        ("A well-known man is well.", "well", "A well-known man is ____."),
        ("The market closed.", "mark", None),
        ("Nothing here.", "", None),
        ("He gave me the book, then we all went up.", "gave up", None),
    ],
)
def test_a_word_leaves_a_gap(sentence: str, form: str, expected: str | None) -> None:
    assert gap(sentence, form) == expected
    assert contains(sentence, form) is (expected is not None)
