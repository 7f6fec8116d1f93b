"""Sentences and words, as rules find them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We stayed.", ["It rained.", "We stayed."]),
        ("Dr. Brown met Mr. J. K. Green. They spoke.", ["Dr. Brown met Mr. J. K. Green.", "They spoke."]),
        ("It costs $3.50. He paid.", ["It costs $3.50.", "He paid."]),
        ("She came at 5 p.m. Then we ate.", ["She came at 5 p.m.", "Then we ate."]),
        ("The U.S. Army left the U.S. The end came.", ["The U.S. Army left the U.S.", "The end came."]),
        ("“Stop!” she said. “Really?” He nodded.", ["“Stop!” she said.", "“Really?”", "He nodded."]),
        ("He said, “I know.” Then he left.", ["He said, “I know.”", "Then he left."]),
        ("They said 'no. ' The talks ended.", ["They said 'no. '", "The talks ended."]),
        ("About 1. 28 million people came.", ["About 1. 28 million people came."]),
        ("It ended in 1999. 28 people stayed.", ["It ended in 1999.", "28 people stayed."]),
        ("1. Take an egg. 2. Boil it.", ["1. Take an egg.", "2. Boil it."]),
        ("See No. 5. No. That is old.", ["See No. 5.", "No.", "That is old."]),
        ("So am I. We agree.", ["So am I.", "We agree."]),
        ("Wait... what? Well… yes.", ["Wait... what?", "Well… yes."]),
        ("(It was late.) She slept.", ["(It was late.)", "She slept."]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_heading_is_a_sentence_and_a_wrapped_line_is_not() -> None:
    assert sentences("The old lake\n\nEvery spring the\nwater rises and\nfalls.\nThen it goes.") == [
        "The old lake",
        "Every spring the water rises and falls.",
        "Then it goes.",
    ]


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences(" \n\n ") == []
    assert words("… – !") == []


def test_words_keep_apostrophes_hyphens_figures_and_initials() -> None:
    assert words("The well-known café didn’t sell 3,000 of the U.S. teachers' books at 2.50.") == [
        "The", "well-known", "café", "didn’t", "sell", "3,000", "of", "the", "U.S.", "teachers", "books", "at", "2.50",
    ]  # fmt: skip


@given(st.text(alphabet="aA. !?\"'“”(1,\n", max_size=60))
def test_cutting_loses_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
