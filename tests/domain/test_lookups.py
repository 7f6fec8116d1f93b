"""What people ask about words is understood in three languages; what isn't a question isn't taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.lookups import Lookup, is_question_form, parse
from tests.domain.asked_in_english import ENGLISH
from tests.domain.utterances import NOT_LOOKUPS, SPANISH_AND_ARABIC


@pytest.mark.parametrize("line", [*ENGLISH.splitlines(), *SPANISH_AND_ARABIC.splitlines()])
def test_a_question_about_words_is_understood(line: str) -> None:
    text, _, expected = line.rpartition(" = ")
    kind, words, to, *_ = (part.strip() for part in f"{expected}||".split("|"))
    listed = tuple(word.strip() for word in words.split(",") if word.strip())
    found = parse(text)
    assert found is not None
    assert (found.kind, found.words, found.to or "") == (kind, listed, to)


@pytest.mark.parametrize("text", [*NOT_LOOKUPS.splitlines(), "", " ", "\u200b"])
def test_what_is_no_question_about_words_is_not_taken_for_one(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what does reluctant mean", True),
        ("¿Qué significa reluctant?", True),
        ("ما معنى reluctant", True),
        ("reluctant in Spanish", True),
        ("synonyms of big", True),
        ("reluctant", False),
        ("reluctant?", False),
        ("the meaning", False),
        ("an example", False),
        ("give up", False),
        ("to be or not to be", False),
        ("thanks", False),
        ("", False),
        ("/define reluctant", False),
    ],
)
def test_only_the_wording_makes_a_question_form(text: str, expected: bool) -> None:
    assert is_question_form(text) is expected


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    found = parse(text)
    assert found is None or isinstance(found, Lookup)


def test_words_keep_the_letters_that_were_typed() -> None:
    assert parse("¿Cómo se dice “Mañana” en inglés?") == Lookup("say", ("Mañana",), "en")


def test_a_very_long_text_is_no_look_up() -> None:
    assert parse("what does " + "very " * 2000 + "mean") is None


@pytest.mark.parametrize(
    "part", ["ja", "ha", "what ", "what is the ", "in spanish ", "and a ", "? ", "ما ", "hi ", '" ']
)
def test_text_made_to_be_slow_is_read_in_no_time(part: str) -> None:
    parse((part * 200)[:199] + "x")  # a backtracking pattern would hang here


@pytest.mark.parametrize("text", ["how do you say please in Spanish", "what does sorry mean", "what does well mean?"])
def test_courtesies_can_be_asked_about(text: str) -> None:
    found = parse(text)
    assert found
    assert found.words[0] in {"please", "sorry", "well"}
