"""Asking Telegram for updates: held in the inbox before they're acknowledged, asked for again whatever goes wrong."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

from telegram import Bot, Update
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.services import Clock, Services
from bot.tutor import inbox

LONG = timedelta(seconds=10)
"""How long Telegram may let us wait for news."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
SILENCE = 90.0
"""Seconds without a successful poll after which something is wrong."""

log = logging.getLogger(__name__)


class Poller:
    """Polls until cancelled. Updates move on to `process` only after their commit."""

    def __init__(
        self,
        bot: Bot,
        services: Services,
        process: Callable[[Update], Awaitable[None]],
        kinds: Sequence[str],
        health: Path | None,
    ) -> None:
        self._bot = bot
        self._services = services
        self._process = process
        self._kinds = list(kinds)
        self._health = Health(services.clock, health)
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll for ever: after an error, a little later; even after a refusal, since refusals pass, too."""
        pause = FIRST_PAUSE
        while True:
            try:
                async with asyncio.timeout(SILENCE):
                    await self.poll()
                pause = FIRST_PAUSE
                continue
            except RetryAfter as error:
                after = error.retry_after
                pause = float(after) if isinstance(after, int) else after.total_seconds()
            except InvalidToken:
                log.error("Telegram refuses the token; copy it from @BotFather again")  # noqa: TRY400 — no trace needed
            except TelegramError as error:
                log.warning("polling: %s", error)
            except Exception:
                log.exception("polling failed; it's tried again")
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def poll(self) -> int:
        """Ask once; hold what came; hand over what is new. The number of updates that came."""
        updates = await self._bot.get_updates(self._offset, timeout=LONG, allowed_updates=self._kinds)
        if updates:
            texts = [(update.update_id, update.to_json()) for update in updates]
            fresh = set(await inbox.receive(self._services, self._bot.id, texts))
            # Only now that they're committed may Telegram forget them.
            self._offset = updates[-1].update_id + 1
            for update in updates:
                if update.update_id in fresh:
                    await self._process(update)
        self._health.note()
        return len(updates)


class Health:
    """When the last poll succeeded, for the doctor: a small file, written at most every ten seconds."""

    EVERY = 10.0

    def __init__(self, clock: Clock, path: Path | None) -> None:
        self._clock = clock
        self._path = path
        self._written_at: float | None = None

    def note(self) -> None:
        """A poll succeeded just now."""
        now = self._clock.monotonic()
        if self._path is None or (self._written_at is not None and now - self._written_at < self.EVERY):
            return
        self._written_at = now
        part = self._path.with_suffix(".part")
        part.write_text(json.dumps({"polled_at": self._clock.now().isoformat()}), "utf-8")
        part.replace(self._path)
