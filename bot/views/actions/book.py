"""Taps in the vocab book."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.actions.action import Action


@dataclass(frozen=True, slots=True)
class ShowBook(Action):
    """Show a page of the book."""

    code: ClassVar[str] = "b"
    page: int


@dataclass(frozen=True, slots=True)
class ShowEntry(Action):
    """Show a card of the book."""

    code: ClassVar[str] = "be"
    card_id: int
    page: int


@dataclass(frozen=True, slots=True)
class DeleteEntry(Action):
    """Take a card out of the book (1) or put it back (0)."""

    code: ClassVar[str] = "bd"
    card_id: int
    page: int
    deletes: int


@dataclass(frozen=True, slots=True)
class SuspendEntry(Action):
    """Ask a card no more (1) or again (0)."""

    code: ClassVar[str] = "bs"
    card_id: int
    page: int
    suspends: int
