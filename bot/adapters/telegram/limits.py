"""Telegram's limits, kept before it complains: overall, and for each chat."""

from collections import OrderedDict

OVERALL, OVERALL_BURST = 30.0, 30.0
"""Messages a second to all chats."""

PERSON, PERSON_BURST = 1.0, 5.0
"""Messages a second to one person; a short burst passes."""

GROUP, GROUP_BURST = 20 / 60, 20.0
"""Messages a second to one group."""

REMEMBERED = 10_000


class Bucket:
    """A token bucket: `rate` a second, at most `burst` at once. Instants are monotonic seconds."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at: float | None = None
        self._closed_until = 0.0

    def wait(self, now: float) -> float:
        """Seconds until a token is there; 0 means now."""
        self._fill(now)
        missing = max(1 - self._tokens, 0) / self._rate
        return max(missing, self._closed_until - now, 0)

    def take(self, now: float) -> None:
        """Take a token, in advance if there is none."""
        self._fill(now)
        self._tokens -= 1

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
