"""Moving the sandbox's clock without leaving the bot behind.

The bot follows by a long poll: each poll says up to which move it has done everything that was due, and when it next
has something to do. The mover first waits for such a report, so that nothing in the air is overtaken, and then goes
from due instant to due instant, waiting for a report after each.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox.shapes import Json
from bot.sandbox.signals import Signal
from bot.services import MovableClock

POLL = 20.0
"""Seconds of real time after which a follower's poll is answered in any case."""
PRESENT = 25.0
"""Seconds of real time for which a follower that isn't polling counts as being there."""
PATIENCE = 30.0
"""Seconds of real time for which the mover waits for a report."""
GRACE = 15.0
"""Seconds of real time in which a follower whose poll broke off may come back with another."""
_CHECK = 0.2
_LEAST = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Report:
    """What a follower said last; `alive` tells whether the connection of its waiting poll still stands."""

    seen: int
    next_due: datetime | None
    at: float
    alive: Callable[[], bool]


class Clockwork:
    """The clock's mover and its followers."""

    def __init__(self, clock: MovableClock, on_move: Callable[[], None]) -> None:
        self._clock = clock
        self._on_move = on_move
        self._version = 0
        self._report: Report | None = None
        self._lost: float | None = None
        self._moving = asyncio.Lock()
        self._moved, self._reported = Signal(), Signal()
        self._polls = 0
        self._closed = False

    def state(self) -> Json:
        """The clock as the control interface shows it."""
        due = self._next_due()
        return {
            "sandbox": True,
            "now": self._clock.now().isoformat(),
            "offset": self._clock.offset.total_seconds(),
            "version": self._version,
            "next_due": None if due is None else due.isoformat(),
        }

    async def follow(self, seen: int, next_due: datetime | None, alive: Callable[[], bool]) -> Json:
        """Take a follower's report; answer when the clock has moved beyond `seen`, or another poll replaces this."""
        self._polls += 1
        poll = self._polls
        self._report, self._lost = Report(seen, next_due, self._clock.monotonic(), alive), None
        self._reported.ring()
        self._moved.ring()
        await self._moved.until(lambda: self._closed or self._version != seen or self._polls != poll, POLL)
        if self._polls == poll:
            # A poll that broke off may come back: it stays the last word for as long as GRACE allows.
            self._report = Report(seen, next_due, self._clock.monotonic(), _always if alive() else alive)
        return {"offset": self._clock.offset.total_seconds(), "version": self._version}

    async def forward(self, target: datetime) -> int:
        """Move to `target`, stopping wherever something is due; returns the number of stops."""
        async with self._moving:
            await self._settle()
            stops = 0
            while not self._closed and (now := self._clock.now()) < target:
                due = self._next_due()
                step = target if due is None else min(target, due if due > now else now + _LEAST)
                await self._step(step)
                stops += step < target
            return stops

    async def forward_until_due(self) -> int:
        """Move to the next due instant; nothing happens if none is known."""
        async with self._moving:
            await self._settle()
            due = self._next_due()
            if due is None:
                return 0
            await self._step(due)
            return 1

    def close(self) -> None:
        """Let every poll go."""
        self._closed = True
        self._moved.ring()
        self._reported.ring()

    async def _settle(self) -> None:
        """Wait until the follower has done what it could do already."""
        if self._is_followed():
            await self._step(self._clock.now())

    async def _step(self, to: datetime) -> None:
        if to > self._clock.now():
            self._clock.move(to)
        self._version += 1
        self._on_move()
        self._moved.ring()
        await self._wait_for_report(self._version)

    async def _wait_for_report(self, version: int) -> None:
        deadline = self._clock.monotonic() + PATIENCE
        while self._is_followed() and not self._has_seen(version) and self._clock.monotonic() < deadline:
            await self._reported.wait(_CHECK)
        if not self._has_seen(version):
            self._report = None  # gone, or stuck: the clock goes on without it

    def _has_seen(self, version: int) -> bool:
        return self._closed or self._report is None or self._report.seen == version

    def _next_due(self) -> datetime | None:
        return self._report.next_due if self._report is not None and self._is_followed() else None

    def _is_followed(self) -> bool:
        """Whether a follower is there: it was heard of lately, or its poll broke off only just now."""
        if self._report is None:
            return False
        now = self._clock.monotonic()
        if self._report.alive():
            return now - self._report.at < PRESENT
        self._lost = now if self._lost is None else self._lost
        return now - self._lost < GRACE


def _always() -> bool:
    """Between two polls there may be no connection to look at."""
    return True
