"""Options under a question: on buttons while all are short, else listed, with a row of numbers."""

from collections.abc import Callable, Sequence
from html import escape

from bot.domain.wording import columns
from bot.services import Button, rows
from bot.views.actions import Action

WIDEST = 24
"""Columns that a button shows on a narrow phone."""

HALF = 14
"""Columns of a label that leaves room for another beside it."""


def options(labels: Sequence[str], action: Callable[[int], Action]) -> tuple[list[str], tuple[tuple[Button, ...], ...]]:
    """The lines that list the options (none if the buttons say it all), and the buttons."""
    if all(columns(label) <= WIDEST for label in labels):
        buttons = [Button(label, action(index).pack()) for index, label in enumerate(labels)]
        return [], rows(*buttons, width=2 if all(columns(label) <= HALF for label in labels) else 1)
    listed = "\n".join(f"{number}. {escape(label, quote=False)}" for number, label in enumerate(labels, start=1))
    numbers = [Button(str(index + 1), action(index).pack()) for index in range(len(labels))]
    return [listed], rows(*numbers, width=len(labels))
