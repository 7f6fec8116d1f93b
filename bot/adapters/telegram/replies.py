"""Replies: each sent however long it takes, those of a chat in order, and let go of afterwards."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.adapters.telegram.account import Account
from bot.adapters.telegram.chains import Chains
from bot.adapters.telegram.limits import Limits
from bot.adapters.telegram.sending import Progress, send
from bot.adapters.telegram.transport import seconds_to_wait
from bot.services import Clock
from bot.tutor.outbox import Held

Sent = Callable[[Held, int | None], Awaitable[None]]
"""Let go of a held reply; the message that it became, if any."""

Blocked = Callable[[int], Awaitable[None]]
"""That chat is closed to us."""

Sleep = Callable[[float], Awaitable[None]]
"""Wait so many seconds."""

PAUSES = (0.5, 1, 2, 4, 8, 16, 30, 30, 30)
"""Seconds between attempts: two minutes in all."""

LATER = 60.0
"""Seconds after which a reply that was set aside has its turn again."""

log = logging.getLogger(__name__)


class Replies:
    """What is said to people who wrote or tapped: a chain for each chat, which pushes never hold up."""

    def __init__(self, bot: Account, clock: Clock, limits: Limits, sleep: Sleep) -> None:
        self._bot = bot
        self._clock = clock
        self._limits = limits
        self._sleep = sleep
        self._sent: Sent = _nobody
        self._blocked: Blocked = _nobody
        self._chains = Chains(self._deliver)
        self._set_aside: set[asyncio.Task[None]] = set()

    def start(self, sent: Sent, blocked: Blocked) -> None:
        """Know whom to tell what became of a reply."""
        self._sent, self._blocked = sent, blocked

    def add(self, held: Held) -> None:
        """Send a reply behind those that its chat has waiting."""
        self._chains.add(held.chat_id, held)

    def tasks(self) -> list[asyncio.Task[None]]:
        """Who is at work; what was set aside doesn't count."""
        return self._chains.tasks()

    async def close(self) -> None:
        """Send no more; what wasn't sent stays in the outbox."""
        tasks = [*self.tasks(), *self._set_aside]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _deliver(self, held: Held) -> None:
        """Send one reply and let go of it; set it aside if that doesn't work for long, so that others have a turn."""
        progress, pauses = Progress(), iter(PAUSES)
        while True:
            try:
                message_id = await self._attempt(held, progress)
            except RetryAfter as error:
                self._limits.close(held.chat_id, self._clock.monotonic() + seconds_to_wait(error))
                continue
            except (BadRequest, ChatMigrated, Forbidden) as error:
                await self._refused(held, error)
                message_id = progress.message_id
            except TelegramError as error:
                log.warning("reply %s isn't sent yet: %s", held.id, error)
                if (pause := next(pauses, None)) is None:
                    return self._set_aside_for_later(held)
                await self._sleep(pause)
                continue
            return await self._sent(held, message_id)

    async def _attempt(self, held: Held, progress: Progress) -> int | None:
        while wait := self._limits.wait_to_reply(held.chat_id, self._clock.monotonic()):
            await self._sleep(wait)
        self._limits.spend(held.chat_id, self._clock.monotonic())
        return await send(self._bot, held.chat_id, held.reply, progress)

    async def _refused(self, held: Held, error: TelegramError) -> None:
        if isinstance(error, Forbidden):
            await self._blocked(held.chat_id)
        else:
            log.error("reply %s in chat %s was refused: %s", held.id, held.chat_id, error)

    def _set_aside_for_later(self, held: Held) -> None:
        task = asyncio.create_task(self._bring_back(held))
        self._set_aside.add(task)
        task.add_done_callback(self._set_aside.discard)

    async def _bring_back(self, held: Held) -> None:
        await self._sleep(LATER)
        self.add(held)


async def _nobody(*_: object) -> None:
    """Nobody wants to know yet."""
