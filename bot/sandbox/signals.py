"""Waking whoever waits for something to change."""

import asyncio
from collections.abc import Callable


class Signal:
    """A bell: everyone who is waiting when it rings goes on."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake all who wait now; those who come later wait for the next ring."""
        waiting, self._waiting = self._waiting, set()
        for one in waiting:
            if not one.done():
                one.set_result(None)

    async def wait(self, seconds: float) -> bool:
        """Wait for a ring for at most `seconds` of real time; false if none came."""
        ring = asyncio.get_running_loop().create_future()
        self._waiting.add(ring)
        try:
            async with asyncio.timeout(seconds):  # wait_for of Python 3.11 can swallow a cancellation
                await ring
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(ring)
        return True

    async def until(self, done: Callable[[], bool], seconds: float) -> bool:
        """Wait, ring by ring, until `done()`, for at most `seconds` of real time; whether it came to that."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not done():
            left = deadline - loop.time()
            if left <= 0 or not await self.wait(left):
                return done()
        return True
