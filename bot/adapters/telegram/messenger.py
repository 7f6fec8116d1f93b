"""The one door through which everything is said: replies at once, pushes when the limits allow."""

import asyncio
import logging

from telegram.constants import CallbackQueryLimit
from telegram.error import TelegramError

from bot.adapters.telegram.account import Account
from bot.adapters.telegram.limits import Limits
from bot.adapters.telegram.pushes import Pushes
from bot.adapters.telegram.replies import Blocked, Replies, Sent, Sleep
from bot.services import Clock, Push, Reply
from bot.tutor.outbox import Held

LONGEST_TOAST = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)

log = logging.getLogger(__name__)


class TelegramMessenger:
    """Fulfils `Messenger`. Replies have a chain for each chat; pushes have lanes of their own."""

    def __init__(self, bot: Account, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        limits = Limits()
        self._bot = bot
        self._replies = Replies(bot, clock, limits, sleep)
        self._pushes = Pushes(bot, clock, limits, sleep)
        self._taps: set[asyncio.Task[None]] = set()

    def start(self, sent: Sent, blocked: Blocked) -> None:
        """Know whom to tell what became of a reply."""
        self._replies.start(sent, blocked)

    def answer(self, chat_id: int, outbox_id: int, reply: Reply, tap: str | None) -> None:
        """Send a reply that is held in the outbox; `tap` names the tap that it acknowledges."""
        if tap is not None:
            task = asyncio.create_task(self._acknowledge(tap, reply.toast))
            self._taps.add(task)
            task.add_done_callback(self._taps.discard)
        self.resend(Held(outbox_id, chat_id, reply))

    def resend(self, held: Held) -> None:
        """Send a reply that is held in the outbox."""
        self._replies.add(held)

    def post(self, push: Push) -> None:
        """Send a push as soon as the limits allow."""
        self._pushes.add(push)

    def free(self) -> int:
        """How many more pushes the lanes take at the moment."""
        return self._pushes.free()

    async def idle(self) -> None:
        """Wait until everything that was handed over is sent."""
        while tasks := [*self._replies.tasks(), *self._taps, *self._pushes.tasks()]:
            await asyncio.wait(tasks)

    async def close(self) -> None:
        """Send no more; what wasn't sent stays in the outbox, or comes back as due."""
        for task in self._taps:
            task.cancel()
        await asyncio.gather(*self._taps, return_exceptions=True)
        await self._replies.close()
        await self._pushes.close()

    async def _acknowledge(self, tap: str, toast: str) -> None:
        """Stop the tapped button's spinning; too late for that is no fault."""
        try:
            await self._bot.answer_callback_query(tap, text=toast[:LONGEST_TOAST] or None)
        except TelegramError as error:
            log.info("a tap wasn't acknowledged: %s", error)
