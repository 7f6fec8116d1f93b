"""What the tags of HTML mean as entities."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.refusals import bad_request
from bot.sandbox.shapes import Json

STYLES: Mapping[str, str] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "span": "spoiler", "tg-spoiler": "spoiler", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_WEB = re.compile(r"(?:https?|tg|ton|tonsite)://[^\s]+|(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)
_MENTION = re.compile(r"tg://user\?id=(\d+)")


@dataclass(slots=True)
class Open:
    """A tag that waits for its end."""

    tag: str
    argument: str
    offset: int
    piece: int


def add(entities: list[Json], opened: Open, offset: int, inside: str) -> None:
    """Add what a tag means that was closed at `offset`, with the text `inside` it."""
    place: Json = {"offset": opened.offset, "length": offset - opened.offset}
    if opened.tag == "a":
        link = _link(opened.argument or inside)
        entities += [place | link] if link else []
    elif opened.tag == "tg-emoji":
        if not opened.argument.isdigit() or int(opened.argument) == 0:
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        entities.append(place | {"type": "custom_emoji", "custom_emoji_id": opened.argument})
    elif opened.tag in {"code", "pre"}:
        _add_code(entities, opened, place)
    else:
        kind = "expandable_blockquote" if opened.argument == "expandable" else STYLES[opened.tag]
        entities.append(place | {"type": kind})


def _add_code(entities: list[Json], opened: Open, place: Json) -> None:
    """Code inside pre (or the other way round) over the same text is one block with a language."""
    last = entities[-1] if entities else {}
    same = {key: last.get(key) for key in place} == place and last.get("type") in {"code", "pre"} - {opened.tag}
    language = opened.argument or last.get("language", "")
    if same and language:
        entities[-1] = place | {"type": "pre", "language": language}
    else:
        entities.append(place | {"type": opened.tag} | ({"language": opened.argument} if opened.argument else {}))


def _link(address: str) -> Json:
    """The entity of a link, empty if Telegram would not make one of this address."""
    if mention := _MENTION.match(address):
        return {"type": "text_mention", "user": {"id": int(mention.group(1))}}
    if not _WEB.fullmatch(address.strip()):
        return {}
    address = address.strip()
    full = address if "://" in address else f"http://{address}"
    return {"type": "text_link", "url": full if full.count("/") > 2 else f"{full}/"}
