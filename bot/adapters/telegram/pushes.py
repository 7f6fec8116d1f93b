"""The lanes of what nobody asked for: reviews before articles, within the limits, each sent once or not at all."""

import asyncio
import heapq
import itertools
import logging

from telegram.error import RetryAfter, TelegramError

from bot.adapters.telegram.account import Account
from bot.adapters.telegram.limits import Limits
from bot.adapters.telegram.replies import Sleep
from bot.adapters.telegram.sending import Progress, clear, speak
from bot.adapters.telegram.transport import outcome, seconds_to_wait
from bot.services import Clock, Outcome, Push

ROOM = 200
"""How many pushes the lanes hold at most."""

AT_ONCE = 30
PAUSES = (1, 5, 25)
"""Seconds between attempts to note what became of a push."""

PRIORITY = {"review": 0, "article": 1}

log = logging.getLogger(__name__)


class Pushes:
    """The lanes; a worker starts when there's something to send and ends when there isn't."""

    def __init__(self, bot: Account, clock: Clock, limits: Limits, sleep: Sleep) -> None:
        self._bot = bot
        self._clock = clock
        self._limits = limits
        self._sleep = sleep
        self._waiting: list[tuple[int, int, Push]] = []
        self._order = itertools.count()
        self._sending: set[asyncio.Task[None]] = set()
        self._worker: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    def add(self, push: Push) -> None:
        """Put a push into its lane."""
        heapq.heappush(self._waiting, (PRIORITY[push.kind], next(self._order), push))
        self._news.set()
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())

    def free(self) -> int:
        """How many more pushes the lanes take."""
        return max(ROOM - len(self._waiting) - len(self._sending), 0)

    def tasks(self) -> list[asyncio.Task[None]]:
        """Who is at work."""
        working = [] if self._worker is None or self._worker.done() else [self._worker]
        return [*working, *self._sending]

    async def close(self) -> None:
        """Let what is being sent end; what waits was claimed only, and is tried again after a restart."""
        self._waiting.clear()
        if self._worker is not None:
            self._worker.cancel()
        await asyncio.gather(*self.tasks(), return_exceptions=True)

    async def _work(self) -> None:
        while self._waiting:
            if len(self._sending) >= AT_ONCE:
                await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)
                continue
            push = self._next()
            if push is None:
                await self._rest()
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

    async def _rest(self) -> None:
        """Wait until a chat may be written to, or for another push, whose chat may be open."""
        now = self._clock.monotonic()
        wait = min(self._limits.wait_to_push(entry[2].chat_id, now) for entry in self._waiting)
        self._news.clear()
        waits = [asyncio.ensure_future(self._sleep(wait)), asyncio.ensure_future(self._news.wait())]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()

    async def _send(self, push: Push) -> None:
        """Commit the intent, send, commit what became of it; then the message before may go."""
        try:
            if not await push.begin():
                return
        except Exception:
            log.exception("a push to chat %s couldn't begin", push.chat_id)
            await self._report(push, "unsent", None)
            return
        result, message_id = await self._attempt(push)
        await self._report(push, result, message_id)
        if result == "sent":
            await self._clear(push)

    async def _attempt(self, push: Push) -> tuple[Outcome, int | None]:
        """Send it, once; what became of it, and its message."""
        progress = Progress()
        try:
            return "sent", await speak(self._bot, push.chat_id, push.reply, progress)
        except TelegramError as error:
            self._obey(push, error)
            log.warning("push to chat %s: %s", push.chat_id, error)
            # A part that was sent can't be taken back.
            return ("unknown" if progress.said else outcome(error)), None
        except Exception:
            log.exception("a push to chat %s may have been sent", push.chat_id)
            return "unknown", None

    async def _report(self, push: Push, result: Outcome, message_id: int | None) -> None:
        """Commit what became of the push: as important as the push itself, so not given up at once."""
        for pause in (*PAUSES, None):
            try:
                await push.end(result, message_id)
                return
            except Exception:
                log.exception("what became of a push to chat %s (%s) isn't noted yet", push.chat_id, result)
            if pause is not None:
                await self._sleep(pause)

    async def _clear(self, push: Push) -> None:
        try:
            await clear(self._bot, push.chat_id, push.reply)
        except TelegramError as error:
            self._obey(push, error)
            log.warning("the message before, in chat %s, stays: %s", push.chat_id, error)

    def _obey(self, push: Push, error: TelegramError) -> None:
        """Leave that chat alone as long as Telegram asks."""
        if isinstance(error, RetryAfter):
            self._limits.close(push.chat_id, self._clock.monotonic() + seconds_to_wait(error))
