"""Taps on settings, pauses and today."""

from dataclasses import dataclass
from typing import ClassVar

from bot.views.actions.action import Action


@dataclass(frozen=True, slots=True)
class ListPauses(Action):
    """Show how long a pause can be."""

    code: ClassVar[str] = "pl"


@dataclass(frozen=True, slots=True)
class ChoosePause(Action):
    """Write nothing for a while."""

    code: ClassVar[str] = "pc"
    length: str


@dataclass(frozen=True, slots=True)
class Resume(Action):
    """Write again."""

    code: ClassVar[str] = "pr"


@dataclass(frozen=True, slots=True)
class ShowSettings(Action):
    """Show the settings."""

    code: ClassVar[str] = "s"


@dataclass(frozen=True, slots=True)
class AskSetting(Action):
    """Show the choices of one setting."""

    code: ClassVar[str] = "sa"
    name: str


@dataclass(frozen=True, slots=True)
class ChangeSetting(Action):
    """Change one setting."""

    code: ClassVar[str] = "sc"
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ShowToday(Action):
    """Show what today brings."""

    code: ClassVar[str] = "t"
