"""A message's text as safe HTML for the page; line breaks stay as they are."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise, takewhile
from urllib.parse import quote

from bot.sandbox.shapes import Json
from bot.sandbox.text.units import cut, end, in_order, units

_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "spoiler": "tg-spoiler", "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
_LINKS = frozenset({"text_link", "url", "email"})
_SCHEMES = ("http://", "https://", "tg://", "mailto:")


def render(text: str, entities: list[Json]) -> str:
    """`text` with its entities as tags; nothing in it can act as HTML of its own."""
    shown = [entity for entity in in_order(entities) if entity["type"] in _TAGS or entity["type"] in _LINKS]
    if not shown:
        return escape(text)
    parts: list[str] = []
    open_now: list[Json] = []
    for start, piece in _pieces(text, shown):
        wanted = [entity for entity in shown if entity["offset"] <= start < end(entity)]
        kept = _common(open_now, wanted)
        parts += [f"</{_tag(entity)}>" for entity in reversed(open_now[kept:])]
        parts += [_opening(entity, text) for entity in wanted[kept:]]
        parts.append(escape(piece))
        open_now = wanted
    return "".join(parts + [f"</{_tag(entity)}>" for entity in reversed(open_now)])


def _pieces(text: str, entities: list[Json]) -> Iterator[tuple[int, str]]:
    """The text cut wherever an entity starts or ends, with the offset of each piece."""
    size = units(text)
    edges = sorted({0, size, *(e["offset"] for e in entities), *(min(size, end(e)) for e in entities)})
    wide = text.encode("utf-16-le", "surrogatepass")
    for start, stop in pairwise(edges):
        yield start, wide[start * 2 : stop * 2].decode("utf-16-le", "replace")


def _common(one: list[Json], other: list[Json]) -> int:
    """How many entities both lists start with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(one, other, strict=False)))


def _tag(entity: Json) -> str:
    return _TAGS.get(entity["type"], "a")


def _opening(entity: Json, text: str) -> str:
    match entity["type"]:
        case "expandable_blockquote":
            return "<blockquote expandable>"
        case "text_link" | "url" | "email" as kind:
            return f'<a href="{escape(_address(entity, text, kind))}">'
    return f"<{_tag(entity)}>"


def _address(entity: Json, text: str, kind: str) -> str:
    """Where a link leads; whatever isn't an ordinary address leads nowhere."""
    if kind == "text_link":
        address = str(entity.get("url", ""))
        return address if address.lower().startswith(_SCHEMES) else "#"
    shown = cut(text, entity["offset"], entity["length"])
    if kind == "email":
        return f"mailto:{quote(shown, safe='@+')}"
    return shown if "://" in shown else f"http://{shown}"
