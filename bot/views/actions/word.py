"""Taps under a word."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.actions.action import Action


@dataclass(frozen=True, slots=True)
class KeepCard(Action):
    """Put a word into the book (1) or take it out (0)."""

    code: ClassVar[str] = "wk"
    card_id: int
    keeps: int


@dataclass(frozen=True, slots=True)
class ShowMore(Action):
    """Show the whole entry of a word."""

    code: ClassVar[str] = "wm"
    card_id: int


@dataclass(frozen=True, slots=True)
class ListMeanings(Action):
    """Show the meanings of a word."""

    code: ClassVar[str] = "wl"
    card_id: int


@dataclass(frozen=True, slots=True)
class ChooseMeaning(Action):
    """The word is meant in this sense."""

    code: ClassVar[str] = "ws"
    card_id: int
    sense_key: str


@dataclass(frozen=True, slots=True)
class LookUp(Action):
    """Explain this word."""

    code: ClassVar[str] = "wu"
    word: str


@dataclass(frozen=True, slots=True)
class KeepUnknown(Action):
    """Keep a word that no dictionary has."""

    code: ClassVar[str] = "wx"
    word: str
