"""Taps of the first minute, and on the clock."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.actions.action import Action


@dataclass(frozen=True, slots=True)
class ListTongues(Action):
    """Show all mother tongues."""

    code: ClassVar[str] = "tl"


@dataclass(frozen=True, slots=True)
class ChooseTongue(Action):
    """The mother tongue is this one; "" for none of ours."""

    code: ClassVar[str] = "tc"
    tongue: str


@dataclass(frozen=True, slots=True)
class ChooseLevel(Action):
    """The level is this one, 0 = A1 … 5 = C2, -1 for "I'm not sure"."""

    code: ClassVar[str] = "lc"
    level: int


@dataclass(frozen=True, slots=True)
class ChooseZone(Action):
    """The time zone is this one."""

    code: ClassVar[str] = "zc"
    zone: str


@dataclass(frozen=True, slots=True)
class ListHours(Action):
    """Show the hours for the article."""

    code: ClassVar[str] = "hl"


@dataclass(frozen=True, slots=True)
class ChooseHour(Action):
    """The article comes at this minute of the local day."""

    code: ClassVar[str] = "hc"
    minute: int
