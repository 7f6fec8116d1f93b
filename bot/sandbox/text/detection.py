"""What Telegram finds in a text by itself: commands, mentions, hashtags, addresses."""

import re

from bot.sandbox.shapes import Json
from bot.sandbox.text.units import end, in_order, units

_ZONES = "com|org|net|edu|gov|io|me|dev|app|info|news|co|uk|de|es|fr|it|pt|br|ru|ua|eu|us|tv|int"
_FOUND = re.compile(
    rf"""
      (?P<url>https?://[^\s<>"']+[^\s<>"'.,;:!?)\]’”]
             |(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:{_ZONES})\b(?:/[^\s<>"']*[^\s<>"'.,;:!?)\]’”])?)
    | (?P<email>(?<![\w.+-])[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)
    | (?P<bot_command>(?<![\w/<>])/[a-z0-9_]{{1,64}}(?:@[a-z0-9_]{{3,32}})?(?![\w/]))
    | (?P<mention>(?<![\w@.])@[a-z0-9_]{{3,32}}(?!\w))
    | (?P<hashtag>(?<![\w#])\#\w*[^\W\d_]\w*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HINT = re.compile(r"[/@#.]")
_CLOSED = frozenset({"pre", "code", "text_link", "text_mention", "custom_emoji", "url", "email"})


def detect(text: str, explicit: list[Json]) -> list[Json]:
    """`explicit` entities and those that Telegram adds by itself, never inside code or a link."""
    if not _HINT.search(text):
        return explicit
    closed = [entity for entity in explicit if entity["type"] in _CLOSED]
    found = [_entity(text, match) for match in _FOUND.finditer(text)]
    free = [one for one in found if not any(_overlap(one, other) for other in closed)]
    return in_order(explicit + free)


def _entity(text: str, match: re.Match[str]) -> Json:
    offset = units(text[: match.start()])
    return {"offset": offset, "length": units(match.group()), "type": str(match.lastgroup)}


def _overlap(one: Json, other: Json) -> bool:
    return bool(one["offset"] < end(other) and other["offset"] < end(one))
