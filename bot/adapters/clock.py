"""The clock: the only place that reads the real time."""

import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()


class ShiftedClock(SystemClock):
    """The real time, moved forwards by an offset: the sandbox's clock."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self._offset = offset

    @property
    def offset(self) -> timedelta:
        """How far it is ahead of the real time."""
        return self._offset

    def now(self) -> datetime:
        """The instant, in UTC."""
        return super().now() + self._offset

    def move(self, to: datetime) -> None:
        """Make `to` the present instant; a clock never goes back."""
        self._offset += max(to - self.now(), timedelta(0))

    def set_offset(self, offset: timedelta) -> None:
        """Be so far ahead of the real time, as another clock is."""
        self._offset = offset
