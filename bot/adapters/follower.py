"""Following the clock of a sandbox: move with it, do what is due, report, wait for the next move."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import aiohttp

from bot.adapters.clock import ShiftedClock

Settle = Callable[[], Awaitable[datetime | None]]
"""Do everything that is due, wait until it's sent; the next instant at which something is due."""

POLL = aiohttp.ClientTimeout(total=40)
LOOK = aiohttp.ClientTimeout(total=2)
AGAIN = 1.0

log = logging.getLogger(__name__)


async def offset_of(api_url: str) -> timedelta | None:
    """How far the clock of the sandbox at that address is ahead; None if it isn't a sandbox."""
    try:
        async with aiohttp.ClientSession(timeout=LOOK) as session:
            answer = await session.get(f"{api_url}/control/clock")
            found = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None
    if not isinstance(found, dict) or not found.get("sandbox"):
        return None
    return timedelta(seconds=found["offset"])


class Follower:
    """Keeps a clock in step with a sandbox's."""

    def __init__(self, api_url: str, clock: ShiftedClock, settle: Settle) -> None:
        self._url = f"{api_url}/control/clock/follow"
        self._clock = clock
        self._settle = settle
        self._seen = 0
        self._is_stirred = False
        self._poll: asyncio.Task[dict[str, Any]] | None = None

    async def run(self) -> None:
        """Follow until cancelled; a sandbox that is away is waited for."""
        async with aiohttp.ClientSession(timeout=POLL) as session:
            while True:
                try:
                    await self._step(session)
                except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                    log.debug("the sandbox's clock is away: %s", error)
                    await asyncio.sleep(AGAIN)
                except Exception:
                    log.exception("what is due couldn't be done; it's tried again")
                    await asyncio.sleep(AGAIN)

    def stir(self) -> None:
        """There may be new work: report again, so that the sandbox knows of it."""
        self._is_stirred = True
        if self._poll is not None:
            self._poll.cancel()

    async def _step(self, session: aiohttp.ClientSession) -> None:
        """Do what is due, report, and take over the offset of the next move."""
        self._is_stirred = False
        due = await self._settle()
        if self._is_stirred:
            return  # what was found out may be out of date already
        report = {"seen": self._seen, "next_due": due.isoformat() if due else None, "idle": True}
        self._poll = asyncio.create_task(self._report(session, report))
        try:
            moved = await self._poll
        except asyncio.CancelledError:
            if asyncio.current_task().cancelling():  # type: ignore[union-attr]  # we run in a task
                raise
            return
        # A sandbox that begins anew is behind; a clock never goes back.
        self._clock.set_offset(max(self._clock.offset, timedelta(seconds=moved["offset"])))
        self._seen = moved["version"]

    async def _report(self, session: aiohttp.ClientSession, report: dict[str, Any]) -> dict[str, Any]:
        async with session.post(self._url, json=report) as answer:
            answer.raise_for_status()
            found: dict[str, Any] = await answer.json()
            return found
