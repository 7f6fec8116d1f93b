"""Taps on inline buttons that wait for the bot's answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.sandbox.settings import Settings
from bot.sandbox.shapes import Json
from bot.sandbox.signals import Signal
from bot.sandbox.tables import Table

LIFETIME = 10 * 60
"""Seconds for which a tap can be answered. Telegram names no figure; bots see it expire after minutes."""


@dataclass(frozen=True, slots=True)
class Query:
    """A tap; `answer` is {"text", "alert", "url"} once the bot has answered."""

    id: int
    chat: int
    at: int
    answer: Json | None = None


class Queries:
    """Taps by id."""

    def __init__(self, settings: Settings, now: Callable[[], int], on_change: Callable[[], None]) -> None:
        self.table: Table[int, Query] = Table("query", Query, on_change)
        self.answered = Signal()
        self._settings = settings
        self._now = now

    def open(self, chat: int) -> Query:
        """A new tap in `chat`."""
        self._expire()
        number = self._settings.next("query", 4_382_000_000_000_000_001)
        query = Query(number, chat, self._now())
        self.table.put(number, query)
        return query

    def answer(self, number: int, answer: Json) -> bool:
        """Answer the tap; false if it is unknown or too old. The first answer is the one that is shown."""
        self._expire()
        query = self.table.get(number)
        if query is None:
            return False
        if query.answer is None:
            self.table.put(number, replace(query, answer=answer))
            self.answered.ring()
        return True

    async def wait(self, number: int, seconds: float) -> Json | None:
        """The answer, waited for at most `seconds` of real time."""
        await self.answered.until(lambda: self._is_settled(number), seconds)
        query = self.table.get(number)
        return None if query is None else query.answer

    def _is_settled(self, number: int) -> bool:
        query = self.table.get(number)
        return query is None or query.answer is not None

    def _expire(self) -> None:
        oldest = self._now() - LIFETIME
        for query in list(takewhile(lambda one: one.at <= oldest, self.table)):
            self.table.drop(query.id)
