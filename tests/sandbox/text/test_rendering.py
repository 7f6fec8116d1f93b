"""Entities to HTML that a page may show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.text.rendering import render
from bot.sandbox.text.tags import parse


@pytest.mark.parametrize(
    "source",
    [
        "plain &lt;script&gt;",
        "<b>b <i>bi</i></b> 🙂 <u>u</u>",
        "<blockquote expandable>long <b>quote</b></blockquote>",
        "<pre>code</pre> <code>x</code>",
        "<tg-spoiler>hidden</tg-spoiler>",
        '<a href="https://example.org/?a=1&amp;b=2">link</a>',
    ],
)
def test_what_was_parsed_is_shown_as_it_was_written(source: str) -> None:
    assert render(*parse(source)) == source


def test_entities_that_cross_are_closed_and_opened_again() -> None:
    crossing = [{"type": "bold", "offset": 0, "length": 3}, {"type": "italic", "offset": 1, "length": 3}]
    assert render("abcd", crossing) == "<b>a<i>bc</i></b><i>d</i>"


def test_addresses_that_could_act_lead_nowhere() -> None:
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}
    assert render("x", [link]) == '<a href="#">x</a>'


@given(
    st.text(),
    st.lists(st.tuples(st.sampled_from(["bold", "pre", "url", "email"]), st.integers(0, 9), st.integers(1, 9))),
)
def test_nothing_in_a_text_can_act_as_html(text: str, spans: list[tuple[str, int, int]]) -> None:
    entities = [{"type": kind, "offset": offset, "length": length} for kind, offset, length in spans]
    html = render(text, entities)
    assert html.count("<script") == 0
    tags = html.count("<")
    assert tags == html.count(">")
    assert tags % 2 == 0
