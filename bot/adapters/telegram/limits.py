"""Telegram's limits, kept before it complains: overall, and for each chat. Instants are monotonic seconds."""

from collections import OrderedDict

OVERALL, OVERALL_BURST = 30.0, 3.0
"""Messages a second to all chats."""

PERSON, PERSON_BURST = 1.0, 10.0
"""Messages a second to one person; a short burst passes."""

GROUP, GROUP_BURST = 15 / 60, 5.0
"""Messages a second to one group; burst and flow together are 20 in any minute."""

ROUNDING = 1e-6
"""Seconds not worth waiting for."""

REMEMBERED = 10_000
"""Chats whose buckets are kept: more than can be written to before a bucket is full again."""


class Bucket:
    """A token bucket: `rate` a second, at most `burst` at once, and no debt older than a second."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at: float | None = None
        self._closed_until = float("-inf")

    def wait(self, now: float) -> float:
        """Seconds until a token is there; 0 means now."""
        self._fill(now)
        missing = (1 - self._tokens) / self._rate
        wait = max(missing, self._closed_until - now)
        return wait if wait > ROUNDING else 0

    def take(self, now: float) -> None:
        """Take a token, in advance if there is none."""
        self._fill(now)
        self._tokens = max(self._tokens - 1, -max(self._rate, 1))

    def close(self, until: float) -> None:
        """Give nothing before that instant."""
        self._closed_until = max(self._closed_until, until)

    def _fill(self, now: float) -> None:
        if self._at is not None:
            self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now


class Limits:
    """All buckets: one for everything, one a chat (of those lately written to)."""

    def __init__(self) -> None:
        self._overall = Bucket(OVERALL, OVERALL_BURST)
        self._chats: OrderedDict[int, Bucket] = OrderedDict()

    def wait_to_reply(self, chat_id: int, now: float) -> float:
        """Seconds until a reply may go to that chat; replies don't wait for the overall limit."""
        return self._chat(chat_id).wait(now)

    def wait_to_push(self, chat_id: int, now: float) -> float:
        """Seconds until an unasked message may go to that chat."""
        return max(self._overall.wait(now), self._chat(chat_id).wait(now))

    def spend(self, chat_id: int, now: float) -> None:
        """Count a message to that chat."""
        self._overall.take(now)
        self._chat(chat_id).take(now)

    def close(self, chat_id: int, until: float) -> None:
        """Telegram asked for quiet in that chat."""
        self._chat(chat_id).close(until)

    def _chat(self, chat_id: int) -> Bucket:
        bucket = self._chats.pop(chat_id, None)
        if bucket is None:
            bucket = Bucket(GROUP, GROUP_BURST) if chat_id < 0 else Bucket(PERSON, PERSON_BURST)
        self._chats[chat_id] = bucket
        if len(self._chats) > REMEMBERED:
            self._chats.popitem(last=False)
        return bucket
