"""UTF-16 code units, in which Telegram counts offsets and lengths."""

from bot.sandbox.shapes import Json


def units(text: str) -> int:
    """The length of `text` in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The part of `text` at an entity's offset and length."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return wide[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


def end(entity: Json) -> int:
    """Where an entity ends."""
    return int(entity["offset"]) + int(entity["length"])


def in_order(entities: list[Json]) -> list[Json]:
    """Entities as Telegram lists them: by start, the longer first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
