"""Whose turn it is to poll: a newer getUpdates ends an older one."""

from bot.sandbox.updates import Updates

_ANOTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Polling:
    """The one poll that may wait."""

    def __init__(self, updates: Updates) -> None:
        self.reason = _ANOTHER
        self._updates = updates
        self._turn = 0
        self._closed = False

    def take_turn(self) -> int:
        """Begin a poll; one that still waits is told to end."""
        self.end(_ANOTHER)
        return self._turn

    def has_turn(self, turn: int) -> bool:
        """Whether no other poll has begun since."""
        return turn == self._turn

    def end(self, reason: str) -> None:
        """End the poll that waits, for this reason."""
        self.reason = reason
        self._turn += 1
        self._updates.arrived.ring()

    async def wait(self, turn: int, seconds: float) -> None:
        """Wait until there are updates, the turn is over, or `seconds` of real time have gone."""
        await self._updates.arrived.until(
            lambda: self._closed or turn != self._turn or len(self._updates.table) > 0, seconds
        )

    def close(self) -> None:
        """Let the last poll go with what there is."""
        self._closed = True
        self._updates.arrived.ring()
