"""The one door through which everything is said: replies at once, pushes when the limits allow."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.adapters.telegram.limits import Limits
from bot.adapters.telegram.pushes import Pushes
from bot.adapters.telegram.sending import send
from bot.services import Clock, Push, Reply
from bot.tutor.outbox import Held

Sent = Callable[[Held, int | None], Awaitable[None]]
"""Let go of a held reply; the message that it became."""

Blocked = Callable[[int], Awaitable[None]]
"""That chat is closed to us."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Chain:
    """The replies of one chat, sent strictly one after another."""

    waiting: deque[Held]
    task: asyncio.Task[None]


class TelegramMessenger:
    """Fulfils `Messenger`. Replies have a chain for each chat; pushes have lanes of their own."""

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._sent: Sent = _nobody
        self._blocked: Blocked = _nobody
        self._limits = Limits()
        self._pushes = Pushes(bot, clock, self._limits)
        self._chains: dict[int, Chain] = {}
        self._taps: set[asyncio.Task[None]] = set()

    def start(self, sent: Sent, blocked: Blocked) -> None:
        """Know whom to tell what became of a reply."""
        self._sent, self._blocked = sent, blocked

    def answer(self, chat_id: int, outbox_id: int, reply: Reply, tap: str | None) -> None:
        """Send a reply that is held in the outbox; `tap` names the tap that it acknowledges."""
        if tap is not None:
            task = asyncio.create_task(self._acknowledge(tap, reply.toast))
            self._taps.add(task)
            task.add_done_callback(self._taps.discard)
        self.resend(Held(outbox_id, chat_id, reply))

    def resend(self, held: Held) -> None:
        """Send a reply that is held in the outbox."""
        chain = self._chains.get(held.chat_id)
        if chain is not None:
            chain.waiting.append(held)
            return
        waiting = deque([held])
        self._chains[held.chat_id] = Chain(waiting, asyncio.create_task(self._run(held.chat_id, waiting)))

    def post(self, push: Push) -> None:
        """Send a push as soon as the limits allow."""
        self._pushes.add(push)

    def free(self) -> int:
        """How many more pushes the lanes take at the moment."""
        return self._pushes.free()

    async def idle(self) -> None:
        """Wait until everything that was handed over is sent."""
        while self._chains or self._taps or self._pushes.busy():
            tasks = [*(chain.task for chain in self._chains.values()), *self._taps]
            await asyncio.gather(*tasks, self._pushes.idle(), return_exceptions=True)

    async def close(self) -> None:
        """Send no more; what wasn't sent stays in the outbox, or comes back as due."""
        tasks = [*(chain.task for chain in self._chains.values()), *self._taps]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._pushes.close()

    async def _acknowledge(self, tap: str, toast: str) -> None:
        try:
            await self._bot.answer_callback_query(tap, text=toast or None)
        except TelegramError as error:
            log.info("a tap wasn't acknowledged: %s", error)

    async def _run(self, chat_id: int, waiting: deque[Held]) -> None:
        """Send the chat's replies one after another until there are none."""
        try:
            while waiting:
                await self._deliver(waiting[0])
                waiting.popleft()
        finally:
            del self._chains[chat_id]

    async def _deliver(self, held: Held) -> None:
        """Send one reply, however long the network is away, and let go of it."""
        message_id, pause = None, FIRST_PAUSE
        while True:
            try:
                message_id = await self._try(held)
                break
            except RetryAfter as error:
                self._limits.close(held.chat_id, self._clock.monotonic() + _seconds(error))
            except (BadRequest, Forbidden) as error:
                await self._refused(held, error)
                break
            except NetworkError as error:
                log.warning("reply %s waits for the network: %s", held.id, error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            except TelegramError:
                log.exception("reply %s in chat %s was refused", held.id, held.chat_id)
                break
        await self._sent(held, message_id)

    async def _try(self, held: Held) -> int | None:
        if wait := self._limits.wait_to_reply(held.chat_id, self._clock.monotonic()):
            await asyncio.sleep(wait)
        self._limits.spend(held.chat_id, self._clock.monotonic())
        return await send(self._bot, held.chat_id, held.reply)

    async def _refused(self, held: Held, error: TelegramError) -> None:
        if isinstance(error, Forbidden):
            await self._blocked(held.chat_id)
        else:
            log.error("reply %s in chat %s was refused: %s", held.id, held.chat_id, error)


async def _nobody(*_: object) -> None:
    """Nobody wants to know yet."""


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()
