"""HTML to entities, by the rules and with the complaints of Telegram's own parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.refusals import Refusal
from bot.sandbox.text.tags import parse
from bot.sandbox.text.units import end, units


def entity(kind: str, offset: int, length: int, **more: object) -> dict[str, object]:
    return {"offset": offset, "length": length, "type": kind} | more


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain & simple", "plain & simple", []),
        ("<b>b</b><strong>b</strong>", "bb", [entity("bold", 0, 1), entity("bold", 1, 1)]),
        ("<i>x</i><em>x</em>", "xx", [entity("italic", 0, 1), entity("italic", 1, 1)]),
        ("<u>x</u><ins>x</ins>", "xx", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        (
            "<s>x</s><strike>x</strike><del>x</del>",
            "xxx",
            [entity("strikethrough", 0, 1), entity("strikethrough", 1, 1), entity("strikethrough", 2, 1)],
        ),
        (
            '<span class="tg-spoiler">x</span><tg-spoiler>x</tg-spoiler>',
            "xx",
            [entity("spoiler", 0, 1), entity("spoiler", 1, 1)],
        ),
        ("<B>x</b >", "x", [entity("bold", 0, 1)]),
        ("<b>bold <i>both</i></b>", "bold both", [entity("bold", 0, 9), entity("italic", 5, 4)]),
        ("😀<b>é</b>", "😀é", [entity("bold", 2, 1)]),
        ("<b></b>x", "x", []),
        ("&lt;b&gt; &amp; &quot;&#39;&#x41; &nbsp;", "<b> & \"'A &nbsp;", []),
        ("&ltx &lt", "&ltx <", []),
        ('<a href="https://example.org/a?b=1&amp;c=2">x</a>', "x", [entity("text_link", 0, 1, url="https://example.org/a?b=1&c=2")]),
        ("<a href='example.org'>x</a>", "x", [entity("text_link", 0, 1, url="http://example.org/")]),
        ("<a>example.org/x</a>", "example.org/x", [entity("text_link", 0, 13, url="http://example.org/x")]),
        ('<a href="javascript:alert(1)">x</a>', "x", []),
        ('<a href="tg://user?id=7001">Ana</a>', "Ana", [entity("text_mention", 0, 3, user={"id": 7001})]),
        ("<code>x</code>", "x", [entity("code", 0, 1)]),
        ('<code class="language-py">x</code>', "x", [entity("code", 0, 1)]),
        ("<pre>x</pre>", "x", [entity("pre", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [entity("pre", 0, 1, language="py")]),
        ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="12345">👍</tg-emoji>', "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="12345")]),
    ],
)  # fmt: skip
def test_tags_become_entities(source: str, text: str, entities: list[dict[str, object]]) -> None:
    assert parse(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b >x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b ", 'Unclosed start tag "b" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b expandable>x</b>", 'Expected equal sign in declaration of an attribute of the tag "b" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 3"),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("<br>x", 'Unsupported start tag "br" at byte offset 0'),
    ],
)
def test_what_telegram_can_not_parse_is_refused_in_its_words(source: str, complaint: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@given(st.text(alphabet="<>/ab&;=\"' éx😀\n#l-") | st.text())
def test_any_text_is_parsed_or_refused(source: str) -> None:
    try:
        text, entities = parse(source)
    except Refusal:
        return
    assert all(end(one) <= units(text) and one["length"] > 0 for one in entities)
