"""HTML as the Bot API understands it: text with tags to text with entities.

Rules and complaints follow Telegram's own parser: sixteen tags, four named character references, attributes with
values only, byte offsets (UTF-8) in complaints.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.shapes import Json
from bot.sandbox.text.meaning import STYLES, Open, add
from bot.sandbox.text.units import in_order, units

_TAGS = frozenset(STYLES) | {"a", "tg-emoji"}
_REFERENCE = re.compile(r"&(?:#(?:x([0-9a-fA-F]+)|([0-9]+))|(lt|gt|amp|quot)(?![A-Za-z]));?")
_NAMED: Mapping[str, str] = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_NAMED_REFERENCE = re.compile(r"&[A-Za-z]+;")
_PLAIN = re.compile(r"[^<]+")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*(=?)\s*(?:\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9.\-]*)(?=[\s>]))")


@dataclass(slots=True)
class _Reader:
    """Where the parser stands in the source, and what it has so far."""

    source: str
    at: int = 0
    offset: int = 0
    pieces: list[str] = field(default_factory=list)
    opened: list[Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def wrong(self, reason: str, at: int | None = None) -> Refusal:
        """The complaint, with the byte offset of `at` if one belongs to it."""
        where = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        return bad_request(f"can't parse entities: {reason.replace('{at}', where)}")


def parse(source: str) -> tuple[str, list[Json]]:
    """The text of `source` without its tags, and the entities that the tags say."""
    reader = _Reader(source)
    while reader.at < len(source):
        if plain := _PLAIN.match(source, reader.at):
            _read_plain(reader, plain.group())
        elif source.startswith("</", reader.at):
            _read_end(reader)
        else:
            _read_start(reader)
    if reader.opened:
        raise reader.wrong(f'Can\'t find end tag corresponding to start tag "{reader.opened[-1].tag}"')
    for entity in reader.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return "".join(reader.pieces), in_order(reader.entities)


def stray_references(source: str) -> list[str]:
    """Named character references that Telegram doesn't know and shows as they are, such as `&nbsp;`."""
    return [match for match in _NAMED_REFERENCE.findall(source) if match[1:-1] not in _NAMED]


def _read_plain(reader: _Reader, raw: str) -> None:
    reader.at += len(raw)
    text = _decode(raw)
    reader.offset += units(text)
    reader.pieces.append(text)


def _decode(raw: str) -> str:
    return _REFERENCE.sub(_character, raw) if "&" in raw else raw


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    allowed = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF and len(match.group()) <= 10
    return chr(code) if allowed else match.group()


def _read_start(reader: _Reader) -> None:
    begin = reader.at
    name = _NAME.match(reader.source, begin + 1)
    at = begin + 1 if name is None else name.end()
    if at >= len(reader.source):
        raise reader.wrong("Unclosed start tag{at}", begin)
    tag = reader.source[begin + 1 : at].lower()
    if tag not in _TAGS:
        raise reader.wrong(f'Unsupported start tag "{tag}"{{at}}', begin)
    reader.at = at
    attributes = _read_attributes(reader, tag, begin)
    argument = _argument(tag, attributes)
    if tag == "span" and argument != "tg-spoiler":
        raise reader.wrong('Tag "span" must have class "tg-spoiler"{at}', begin)
    reader.opened.append(Open(tag, argument, reader.offset, len(reader.pieces)))


def _read_attributes(reader: _Reader, tag: str, begin: int) -> dict[str, str]:
    """Attributes up to the closing `>`, which is read too."""
    found: dict[str, str] = {}
    while True:
        rest = reader.source[reader.at :].lstrip()
        reader.at = len(reader.source) - len(rest)
        if not rest:
            raise reader.wrong(f'Unclosed start tag "{tag}"{{at}}', begin)
        if rest[0] == ">":
            reader.at += 1
            return found
        name, value = _read_attribute(reader, tag, begin)
        found[name] = value


def _read_attribute(reader: _Reader, tag: str, begin: int) -> tuple[str, str]:
    match = _ATTRIBUTE.match(reader.source, reader.at)
    name, equals = (match.group(1), match.group(2)) if match else _bare(reader)
    if tag == "blockquote" and name == "expandable" and not equals:
        reader.at += len(name)
        return name, ""
    if not name:
        raise reader.wrong(f'Empty attribute name in the tag "{tag}"{{at}}', begin)
    if not equals:
        raise reader.wrong(f'Expected equal sign in declaration of an attribute of the tag "{tag}"{{at}}', begin)
    if match is None:
        raise reader.wrong("Unexpected end of name token{at}", reader.at)
    reader.at = match.end()
    quoted = match.group(3) if match.group(3) is not None else match.group(4)
    return name.lower(), _decode(quoted) if quoted is not None else match.group(5).lower()


def _bare(reader: _Reader) -> tuple[str, str]:
    """Name and equals sign of an attribute whose value can't be read."""
    head = re.match(r"([^\s=>]*)\s*(=?)", reader.source[reader.at :])
    return ("", "") if head is None else (head.group(1), head.group(2))


def _argument(tag: str, attributes: Mapping[str, str]) -> str:
    """What the tag needs of its attributes."""
    match tag:
        case "a":
            return attributes.get("href", "")
        case "code":
            return attributes.get("class", "").removeprefix("language-")
        case "span":
            return attributes.get("class", "")
        case "tg-emoji":
            return attributes.get("emoji-id", "")
        case "blockquote":
            return "expandable" if "expandable" in attributes else ""
    return ""


def _read_end(reader: _Reader) -> None:
    begin = reader.at
    if not reader.opened:
        raise reader.wrong("Unexpected end tag{at}", begin)
    close = reader.source.find(">", begin)
    name = reader.source[begin + 2 : close].strip().lower()
    if close < 0 or any(letter.isspace() for letter in name):
        raise reader.wrong("Unclosed end tag{at}", begin)
    opened = reader.opened.pop()
    if name and name != opened.tag:
        raise reader.wrong(f'Unmatched end tag{{at}}, expected "</{opened.tag}>", found "</{name}>"', begin)
    reader.at = close + 1
    if reader.offset > opened.offset:
        add(reader.entities, opened, reader.offset, "".join(reader.pieces[opened.piece :]))
