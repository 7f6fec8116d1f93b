"""Which text is an answer: the table of the rule."""

import pytest

from bot.domain.answering import classify

# reply to the question, reply elsewhere, newest, fresh, typed, near
TABLE = [
    ("reluctant", "Q....t.", "answer"),
    ("anything at all", "Q.nft.", "answer"),
    ("not willing", "Q.nf..", "answer"),
    ("eager", "Q.....", "answer"),
    ("reluctant", "..nftr", "answer"),
    ("reluctent", "..nftr", "answer"),
    ("banana", "..nft.", "ask"),
    ("reluctant", "...ftr", "ask"),
    ("reluctant", "..n.tr", "ask"),
    ("banana", "....t.", "ask"),
    ("banana?", "..nft.", "ask"),
    ("reluctant?", "..nftr", "answer"),
    ("reluctant", "..nf.r", "lookup"),
    ("banana", "..nf..", "lookup"),
    ("banana", "......", "lookup"),
    ("thanks", "......", "lookup"),
    ("reluctant", ".Enftr", "lookup"),
    ("banana", ".Enft.", "lookup"),
    ("what does reluctant mean?", "..nftr", "lookup"),
    ("what does reluctant mean?", "Q.nftr", "lookup"),
    ("¿qué significa reluctant?", "Q.nft.", "lookup"),
    ("ما معنى reluctant", "..nft.", "lookup"),
    ("synonyms of big", "..nft.", "lookup"),
    ("big in Spanish", "..nftr", "lookup"),
    ("/review", "..nft.", "command"),
    ("/review", "Q.nftr", "command"),
    (" /words", ".E....", "command"),
    ("/what does reluctant mean", "......", "command"),
]


@pytest.mark.parametrize(("text", "flags", "expected"), TABLE)
def test_a_text_is_an_answer_only_by_the_rule(text: str, flags: str, expected: str) -> None:
    found = classify(
        text,
        replies_to_question="Q" in flags,
        replies_elsewhere="E" in flags,
        newest="n" in flags,
        fresh="f" in flags,
        typed="t" in flags,
        near="r" in flags,
    )
    assert found == expected
