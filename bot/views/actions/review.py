"""Taps under a review question."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.actions.action import Action


@dataclass(frozen=True, slots=True)
class ChooseOption(Action):
    """Answer a review question."""

    code: ClassVar[str] = "a"
    question_id: int
    option: int


@dataclass(frozen=True, slots=True)
class GoOn(Action):
    """After a miss: the next question."""

    code: ClassVar[str] = "n"
    question_id: int


@dataclass(frozen=True, slots=True)
class Undo(Action):
    """Take the answer to a review question back."""

    code: ClassVar[str] = "u"
    question_id: int


@dataclass(frozen=True, slots=True)
class ShowMenu(Action):
    """What else can be done about a review question (1); or (0) back to it, with the answer that [Undo] takes back."""

    code: ClassVar[str] = "m"
    question_id: int
    shows: int
    undoes: int = 0


@dataclass(frozen=True, slots=True)
class SuspendAsked(Action):
    """Ask the word of a review question no more."""

    code: ClassVar[str] = "ms"
    question_id: int


@dataclass(frozen=True, slots=True)
class TakeAside(Action):
    """The text that was set aside was the answer (1) or a look-up (0); "" for one too long to be named."""

    code: ClassVar[str] = "x"
    question_id: int
    answers: int
    text: str


@dataclass(frozen=True, slots=True)
class BeginReview(Action):
    """Begin a sitting."""

    code: ClassVar[str] = "r"
