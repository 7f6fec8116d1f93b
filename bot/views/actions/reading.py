"""Taps under an article."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.actions.action import Action


@dataclass(frozen=True, slots=True)
class TurnPage(Action):
    """Show a page of an article."""

    code: ClassVar[str] = "rp"
    reading_id: int
    page: int


@dataclass(frozen=True, slots=True)
class ChangeLevel(Action):
    """Show an article at another level."""

    code: ClassVar[str] = "rl"
    reading_id: int
    level: int


@dataclass(frozen=True, slots=True)
class ListGlosses(Action):
    """Show a button for each hard word of an article; or (0) the ordinary ones again."""

    code: ClassVar[str] = "rw"
    reading_id: int
    shows: int


@dataclass(frozen=True, slots=True)
class KeepGloss(Action):
    """Keep the hard word with that number, or let it go."""

    code: ClassVar[str] = "rk"
    reading_id: int
    number: int


@dataclass(frozen=True, slots=True)
class AskQuiz(Action):
    """Ask the next comprehension question of an article."""

    code: ClassVar[str] = "qa"
    reading_id: int
    first: int


@dataclass(frozen=True, slots=True)
class AnswerQuiz(Action):
    """Answer a comprehension question."""

    code: ClassVar[str] = "qc"
    reading_id: int
    level: int
    number: int
    option: int


@dataclass(frozen=True, slots=True)
class ChooseRhythm(Action):
    """Articles come daily, twice a week, or not at all."""

    code: ClassVar[str] = "rr"
    rhythm: str


@dataclass(frozen=True, slots=True)
class ReadNext(Action):
    """Bring the next story now."""

    code: ClassVar[str] = "rn"


@dataclass(frozen=True, slots=True)
class ReadToday(Action):
    """Bring today's article."""

    code: ClassVar[str] = "rt"


@dataclass(frozen=True, slots=True)
class ReadAgain(Action):
    """Bring a story again, at that level."""

    code: ClassVar[str] = "ra"
    reading_id: int
    level: int
