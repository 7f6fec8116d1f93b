"""Waiting for what happens by itself: no span of time, only as many turns as it takes."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.adapters.telegram.hours import Hours, settle

PATIENCE = 10.0


class Watch(Hours):
    """Time in the test's hand, which tells how many wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self.waited_for = 0

    async def sleep(self, seconds: float) -> None:
        """Wait until so much time has passed."""
        self.waited_for += 1
        try:
            await super().sleep(seconds)
        finally:
            self.waited_for -= 1


async def until(true: Callable[[], object]) -> None:
    """Let everything run, threads and sockets too, until it's so."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await settle()


async def until_known(true: Callable[[], Awaitable[object]]) -> None:
    """The same, where it takes a question to know."""
    async with asyncio.timeout(PATIENCE):
        while not await true():
            await settle()
