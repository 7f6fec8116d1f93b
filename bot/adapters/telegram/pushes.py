"""The lanes of what nobody asked for: reviews before articles, within the limits, each sent once or not at all."""

import asyncio
import heapq
import itertools
import logging

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.adapters.telegram.limits import Limits
from bot.adapters.telegram.sending import clear, speak
from bot.adapters.telegram.transport import outcome
from bot.services import Clock, Outcome, Push

ROOM = 200
"""How many pushes the lanes hold at most."""

AT_ONCE = 30
PRIORITY = {"review": 0, "article": 1}

log = logging.getLogger(__name__)


class Pushes:
    """The lanes; a worker starts when there's something to send and ends when there isn't."""

    def __init__(self, bot: Bot, clock: Clock, limits: Limits) -> None:
        self._bot = bot
        self._clock = clock
        self._limits = limits
        self._waiting: list[tuple[int, int, Push]] = []
        self._order = itertools.count()
        self._sending: set[asyncio.Task[None]] = set()
        self._worker: asyncio.Task[None] | None = None

    def add(self, push: Push) -> None:
        """Put a push into its lane."""
        heapq.heappush(self._waiting, (PRIORITY[push.kind], next(self._order), push))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())

    def free(self) -> int:
        """How many more pushes the lanes take."""
        return ROOM - len(self._waiting) - len(self._sending)

    def busy(self) -> bool:
        """Whether anything waits or is being sent."""
        return bool(self._waiting or self._sending)

    async def idle(self) -> None:
        """Wait until nothing waits or is being sent."""
        while self.busy():
            working = [self._worker] if self._worker else []
            await asyncio.gather(*working, *self._sending, return_exceptions=True)

    async def close(self) -> None:
        """Let what is being sent end; what waits was claimed only, and is tried again after a restart."""
        if self._worker is not None:
            self._worker.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)
        self._waiting.clear()

    async def _work(self) -> None:
        while self._waiting:
            if len(self._sending) >= AT_ONCE:
                await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
                continue
            push = self._next()
            if push is None:
                await asyncio.sleep(self._shortest_wait())
                continue
            # The rate token is taken before the intent is committed, so that no intent grows old in a queue.
            self._limits.spend(push.chat_id, self._clock.monotonic())
            task = asyncio.create_task(self._send(push))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    def _next(self) -> Push | None:
        """The first push whose chat may be written to now; None if all must wait."""
        now = self._clock.monotonic()
        for entry in sorted(self._waiting):
            if self._limits.wait_to_push(entry[2].chat_id, now) == 0:
                self._waiting.remove(entry)
                heapq.heapify(self._waiting)
                return entry[2]
        return None

    def _shortest_wait(self) -> float:
        now = self._clock.monotonic()
        return min(self._limits.wait_to_push(entry[2].chat_id, now) for entry in self._waiting) + 0.001

    async def _send(self, push: Push) -> None:
        """Commit the intent, send, commit what became of it."""
        try:
            if not await push.begin():
                return
            result, message_id = await self._attempt(push)
            await push.end(result, message_id)
        except Exception:
            log.exception("a push to chat %s failed", push.chat_id)

    async def _attempt(self, push: Push) -> tuple[Outcome, int | None]:
        try:
            message_id = await speak(self._bot, push.chat_id, push.reply)
        except TelegramError as error:
            if isinstance(error, RetryAfter):
                after = error.retry_after
                seconds = float(after) if isinstance(after, int) else after.total_seconds()
                self._limits.close(push.chat_id, self._clock.monotonic() + seconds)
            log.warning("push to chat %s: %s", push.chat_id, error)
            return outcome(error), None
        try:
            await clear(self._bot, push.chat_id, push.reply)
        except TelegramError as error:
            log.warning("the message before, in chat %s, stays: %s", push.chat_id, error)
        return "sent", message_id
