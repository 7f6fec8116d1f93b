"""What the tutor needs from outside: protocols that `bot.adapters` fulfils, and the values it hands to them."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeAlias

from bot.domain.language import Lexicon
from bot.library.stories import Library
from bot.storage.door import Database
from bot.storage.messages import About


class Clock(Protocol):
    """Where the tutor reads the time."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump: for watchdogs, limits and timeouts."""
        ...


class MovableClock(Clock, Protocol):
    """A clock that a sandbox can move forwards."""

    @property
    def offset(self) -> timedelta:
        """How far it is ahead of the real time."""
        ...

    def move(self, to: datetime) -> None:
        """Make `to` the present instant; the clock runs on from there."""
        ...


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: its label, and what a tap on it means (at most 64 bytes) or opens."""

    label: str
    action: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing to say in a chat. `text` is Telegram's HTML; without text nothing is sent.

    `edits` names the message that the text replaces (a new one is sent where that fails), `deletes` the
    messages that go away first (one that is too old for that is cut to the line `remains`), `strips` one that loses
    its buttons. `toast` shows over the tap that caused it.
    """

    text: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    about: About | None = None
    edits: int | None = None
    deletes: tuple[int, ...] = ()
    remains: str = ""
    strips: int | None = None
    silent: bool = False
    toast: str = ""


Outcome: TypeAlias = Literal["sent", "unsent", "unknown", "failed", "blocked"]
"""What became of a push: `unsent` surely never left, `unknown` may have arrived."""


@dataclass(frozen=True, slots=True)
class Push:
    """A message that nobody asked for, on its way to the sending lanes.

    The lane takes its rate token, awaits `begin` (which commits `sending`, and says False if the push has
    become unwelcome), sends, and awaits `end` with what became of it and the message's id.
    """

    chat_id: int
    kind: Literal["review", "article"]
    reply: Reply
    begin: Callable[[], Awaitable[bool]]
    end: Callable[[Outcome, int | None], Awaitable[None]]


class Messenger(Protocol):
    """The one door through which everything is said."""

    def answer(self, chat_id: int, outbox_id: int, reply: Reply, tap: str | None) -> None:
        """Send a reply that is held in the outbox; `tap` names the tap that it acknowledges."""
        ...

    def post(self, push: Push) -> None:
        """Send a push as soon as the limits allow."""
        ...

    def free(self) -> int:
        """How many more pushes the lanes take at the moment."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Everything from outside, in one bundle."""

    database: Database
    clock: Clock
    rng: random.Random
    lexicon: Lexicon
    library: Library
    messenger: Messenger
    stir: Callable[[], None] = lambda: None
    """Tell the beat that there may be new work."""


def rows(*buttons: Button, width: int) -> tuple[tuple[Button, ...], ...]:
    """The buttons in rows of at most `width`."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
