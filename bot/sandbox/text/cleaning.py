"""What Telegram does to a text before it keeps it: drops some characters, trims, limits its entities."""

import re

from bot.sandbox.refusals import bad_request
from bot.sandbox.shapes import Json
from bot.sandbox.text.units import end, in_order, units

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100

# Carriage returns, line separators and the direction marks U+202A–U+202E vanish; other control characters become spaces.
_VANISHING = re.compile("[\r\u2028-\u202e]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_VERBATIM = frozenset({"pre", "code"})


def clean(text: str, entities: list[Json]) -> tuple[str, list[Json], list[str]]:
    """Text and entities as Telegram would keep them, and what it changed without saying so."""
    notes = []
    if _VANISHING.search(text):
        text, entities = _without(text, entities)
        notes.append("characters that Telegram removes")
    text = _CONTROL.sub(" ", text)
    text, entities = _trimmed(text, entities)
    kept = _untangled(entities)
    if len(kept) != len(entities):
        notes.append("entities inside code, or nested in their own kind")
    if len(kept) > ENTITY_LIMIT:
        notes.append("more than 100 entities")
    return text, kept[:ENTITY_LIMIT], notes


def is_empty(text: str) -> bool:
    """Whether a person would see nothing."""
    return not text.strip().strip(_INVISIBLE).strip()


def check_length(text: str, limit: int, too_long: str) -> list[str]:
    """Refuse a text longer than `limit` characters; note one that is longer only in UTF-16 units."""
    if len(text) > limit:
        raise bad_request(too_long)
    return ["longer than the limit if counted in UTF-16 units"] if units(text) > limit else []


def _without(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without its vanishing characters, entities moved along."""
    gone = [match.start() for match in _VANISHING.finditer(text)]
    places = [units(text[:index]) for index in gone]

    def moved(place: int) -> int:
        return place - sum(1 for other in places if other < place)

    shifted = [entity | _span(moved(entity["offset"]), moved(end(entity))) for entity in entities]
    return _VANISHING.sub("", text), [entity for entity in shifted if entity["length"] > 0]


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    bare = text.strip()
    if len(bare) == len(text) or not entities:
        return bare, entities
    lead, length = units(text[: len(text) - len(text.lstrip())]), units(bare)
    clipped = []
    for entity in entities:
        start, stop = max(0, entity["offset"] - lead), min(length, end(entity) - lead)
        if stop > start:
            clipped.append(entity | _span(start, stop))
    return bare, clipped


def _untangled(entities: list[Json]) -> list[Json]:
    """Without entities inside code, and without one inside another of its kind; quotes never nest."""
    kept: list[Json] = []
    for entity in in_order(entities):
        around = [other for other in kept if end(other) > entity["offset"]]
        if not any(other["type"] in _VERBATIM or _kind(other) == _kind(entity) for other in around):
            kept.append(entity)
    return kept


def _kind(entity: Json) -> str:
    return str(entity["type"]).removeprefix("expandable_")


def _span(start: int, stop: int) -> Json:
    return {"offset": start, "length": stop - start}
