"""Time that passes only when the test says so."""

import asyncio
import heapq
import itertools
from datetime import UTC, datetime, timedelta

START = datetime(2030, 3, 4, 9, 0, tzinfo=UTC)


class Hours:
    """Fulfils `Clock`, and gives the waiting that belongs to it."""

    def __init__(self) -> None:
        self._seconds = 0.0
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return START + timedelta(seconds=self._seconds)

    def monotonic(self) -> float:
        return self._seconds

    async def sleep(self, seconds: float) -> None:
        """Wait until so much time has passed."""
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._seconds + seconds, next(self._order), woken))
        await woken

    def is_waited_for(self) -> bool:
        """Whether anybody waits for time to pass."""
        return any(not woken.done() for _, _, woken in self._sleepers)

    async def pass_(self, seconds: float) -> None:
        """Let so much time pass, waking whoever is due on the way."""
        await settle()
        end = self._seconds + seconds
        while self._sleepers and self._sleepers[0][0] <= end:
            due, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                self._seconds = due
                woken.set_result(None)
                await settle()
        self._seconds = end


async def settle() -> None:
    """Let everything run that can run without time passing."""
    for _ in range(50):
        await asyncio.sleep(0)
