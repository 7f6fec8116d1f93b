"""A movable clock for tests."""

import asyncio
from datetime import UTC, datetime, timedelta


class TestClock:
    """Runs with the loop's time from `start` on, and can be moved forwards."""

    __test__ = False

    def __init__(self, start: datetime = datetime(2030, 3, 4, 9, 0, tzinfo=UTC)) -> None:
        self._start = start
        self._zero = self.monotonic()
        self._offset = timedelta(0)

    def now(self) -> datetime:
        """The instant, in UTC."""
        return self._start + timedelta(seconds=self.monotonic() - self._zero) + self._offset

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return asyncio.get_running_loop().time()

    @property
    def offset(self) -> timedelta:
        """How far it was moved."""
        return self._offset

    def move(self, to: datetime) -> None:
        """Make `to` the present instant."""
        self._offset += to - self.now()
