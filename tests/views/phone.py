"""What a phone shows of a reply, after everything has been checked that Telegram would refuse or the house forbids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.domain.wording import columns
from bot.sandbox import keyboards
from bot.sandbox.text import cleaning, tags, units
from bot.services import Button, Reply
from bot.views.actions import Action
from handlers.routes import TAPS

LONGEST = 4096
MEANT = "🔊📖✅"
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u2712\u2714-\u27bf\u2b50\u2b55]")
"""Pictures; the plain check mark (U+2713) is a letter to us."""

NUMBERS = re.compile(r"[\d:\u2066-\u2069]+( ✓)?")
WIDEST = 40
"""Columns that even a button with a row to itself can show without being cut badly."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message as it's seen."""

    text: str
    bold: tuple[str, ...]
    italic: tuple[str, ...]
    quotes: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    actions: tuple[Action, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """All buttons, in order."""
        return tuple(label for row in self.rows for label in row)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text that aren't empty."""
        return tuple(line for line in self.text.split("\n") if line)


def seen(reply: Reply) -> Bubble:
    """The reply as a phone shows it."""
    assert tags.stray_references(reply.text) == []
    text, entities = tags.parse(reply.text)
    text, entities, changed = cleaning.clean(text, entities)
    assert changed == []
    assert text
    assert units.units(text) <= LONGEST
    assert _pictures(text, reply) <= 1
    markup = {"inline_keyboard": [[_shape(button) for button in row] for row in reply.buttons]}
    *_, complaints = keyboards.read(markup)
    assert complaints == []
    for row in reply.buttons:
        _check_row(row)

    def marked(kind: str) -> tuple[str, ...]:
        found = [entity for entity in entities if entity["type"] == kind]
        return tuple(plain(units.cut(text, entity["offset"], entity["length"])) for entity in found)

    return Bubble(
        plain(text),
        marked("bold"),
        marked("italic"),
        marked("expandable_blockquote"),
        tuple(tuple(plain(button.label) for button in row) for row in reply.buttons),
        tuple(action(button) for row in reply.buttons for button in row),
    )


def plain(text: str) -> str:
    """The text without the marks that keep English words in their place within Arabic."""
    return re.sub("[\u2066-\u2069]", "", text)


def action(button: Button) -> Action:
    """What a tap on the button means; exactly one handler must know it."""
    (known,) = [kind for kind in TAPS if _is(kind, button.action)]
    unpacked = known.unpack(button.action)
    assert unpacked.pack() == button.action
    return unpacked


def _is(kind: type[Action], data: str) -> bool:
    return data.split(":", 1)[0] == kind.code


def _shape(button: Button) -> dict[str, Any]:
    return {"text": button.label, "callback_data": button.action}


def _check_row(row: tuple[Button, ...]) -> None:
    assert row
    labels = [button.label for button in row]
    assert len(row) <= 3 or all(NUMBERS.fullmatch(label) for label in labels), labels
    assert all("\n" not in label and columns(label) <= WIDEST for label in labels), labels
    assert not any(re.search(r"&\w+;", label) for label in labels), labels


def _pictures(text: str, reply: Reply) -> int:
    shown = [*EMOJI.findall(text), *(picture for row in reply.buttons for one in row for picture in _in(one))]
    assert set(shown) <= set(MEANT)
    return len(shown)


def _in(button: Button) -> Iterator[str]:
    yield from EMOJI.findall(button.label)
