"""What a person sees: bubbles, and what a tap brings."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message as a person sees it; `raw` is all that the server told."""

    id: int
    text: str
    html: str
    from_bot: bool
    buttons: tuple[str, ...]
    edited: bool
    silent: bool
    raw: Json

    @classmethod
    def read(cls, raw: Json) -> "Bubble":
        """From the shape of the control interface."""
        rows = raw.get("reply_markup", {}).get("inline_keyboard", [])
        labels = tuple(button["text"] for row in rows for button in row)
        bot = bool(raw["from"]["is_bot"])
        text = raw.get("text", "")
        return cls(raw["message_id"], text, raw["html"], bot, labels, raw["edited"], raw["silent"], raw)


@dataclass(frozen=True, slots=True)
class Tapped:
    """What a tap brought: `text` is the note or alert."""

    answered: bool
    text: str
    alert: bool
    url: str
