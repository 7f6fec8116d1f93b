"""What the doctor found: a line of the report."""

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "off", "broken"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line; `off` is something switched off or not there yet, `todo` what to do ("" if nothing must be done)."""

    subject: str
    state: State
    told: str
    todo: str = ""


def ok(subject: str, told: str) -> Finding:
    """All is well."""
    return Finding(subject, "ok", told)


def off(subject: str, told: str, todo: str = "") -> Finding:
    """It isn't there, and needn't be."""
    return Finding(subject, "off", told, todo)


def broken(subject: str, told: str, todo: str) -> Finding:
    """It doesn't work; whoever says so says what to do."""
    return Finding(subject, "broken", told, todo)
