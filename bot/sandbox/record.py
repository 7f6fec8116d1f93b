"""The server's own record: every call it took, and everything about them that Telegram would have let pass silently."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox.settings import Settings
from bot.sandbox.shapes import Json
from bot.sandbox.tables import Table

KEPT = 100_000
"""Calls that are kept; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One call; `at` is ISO time on the sandbox's clock, `fault` what was injected into it."""

    n: int
    at: str
    method: str
    params: Json
    ok: bool
    error_code: int | None = None
    result_message_id: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that Telegram would ignore or change without a word."""

    method: str
    subject: str
    name: str
    value: Any


class Record:
    """Calls in the order in which they took effect, and complaints."""

    def __init__(self, settings: Settings, on_change: Callable[[], None]) -> None:
        self.calls: Table[int, Entry] = Table("call", Entry, on_change)
        self.complaints: Table[int, Complaint] = Table("complaint", Complaint, on_change)
        self._settings = settings

    def enter(self, at: str, method: str, params: Json, answer: Json, fault: str | None) -> None:
        """Record a call with its `answer`: {"ok", "error_code"?, "message_id"?}."""
        n = self._settings.next("call")
        code, message = answer.get("error_code"), answer.get("message_id")
        self.calls.put(n, Entry(n, at, method, params, bool(answer["ok"]), code, message, fault))
        self.calls.drop(n - KEPT)

    def complain(self, method: str, name: str, value: Any, subject: str = "problem") -> None:
        """Note what Telegram would pass over; `subject` is "parameter" or "problem"."""
        n = self._settings.next("complaint")
        self.complaints.put(n, Complaint(method, subject, name, value))

    def calls_after(self, n: int) -> Iterator[Json]:
        """Calls with a number above `n`, fields without a value left out."""
        for entry in self.calls:
            if entry.n > n:
                yield {name: value for name, value in asdict(entry).items() if value is not None}

    def all_complaints(self) -> list[Json]:
        """Complaints in order."""
        return [{"method": one.method, one.subject: one.name, "value": one.value} for one in self.complaints]
