"""What stands in for the world outside: a clock that stands still, a messenger that only listens, a plain cause."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from bot.services import Push, Reply
from bot.storage.door import Transaction

T = TypeVar("T")

MONDAY = datetime(2031, 3, 3, 14, 5, tzinfo=UTC)
"""An afternoon, with weeks to go until the clocks change."""


@dataclass(slots=True)
class StillClock:
    """A clock that stands still until it's advanced."""

    instant: datetime = MONDAY
    seconds: float = 0.0

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return self.seconds

    def advance(self, **time: float) -> datetime:
        """Let some time pass: `advance(days=2, hours=1)`; the instant after it."""
        passed = timedelta(**time)
        self.instant += passed
        self.seconds += passed.total_seconds()
        return self.instant

    def move(self, to: datetime) -> datetime:
        """Let it become that instant."""
        return self.advance(seconds=(to - self.instant).total_seconds())


@dataclass(slots=True)
class SilentMessenger:
    """Keeps what it is told to say."""

    answered: list[tuple[int, int, Reply, str | None]] = field(default_factory=list)
    pushes: list[Push] = field(default_factory=list)
    room: int = 100

    def answer(self, chat_id: int, outbox_id: int, reply: Reply, tap: str | None) -> None:
        self.answered.append((chat_id, outbox_id, reply, tap))

    def post(self, push: Push) -> None:
        self.pushes.append(push)

    def free(self) -> int:
        return self.room


@dataclass(slots=True)
class Told(Generic[T]):
    """A cause that keeps the result of the unit of work, and what a view makes of it inside the transaction."""

    view: Callable[[T], Reply | Sequence[Reply]] | None = None
    results: list[T] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)

    async def settle(self, tx: Transaction, result: T) -> None:
        self.results.append(result)
        if self.view is not None:
            told = self.view(result)
            self.replies += [told] if isinstance(told, Reply) else told
