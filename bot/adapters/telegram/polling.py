"""Asking Telegram for updates: held in the inbox before they're acknowledged, asked for again whatever goes wrong."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.adapters.telegram.account import Account, Raw, understand
from bot.adapters.telegram.replies import Sleep
from bot.adapters.telegram.transport import seconds_to_wait
from bot.services import Clock, Services
from bot.tutor import inbox

LONG = timedelta(seconds=10)
"""How long Telegram may let us wait for news."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
SILENCE = 90.0
"""Seconds after which a poll that says nothing is dead, whatever its connection looks like."""

log = logging.getLogger(__name__)


class Poller:
    """Polls until cancelled. Updates move on to `process` only after their commit."""

    def __init__(
        self,
        bot: Account,
        services: Services,
        process: Callable[[Update], Awaitable[None]],
        kinds: Sequence[str],
        health: Path | None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._services = services
        self._process = process
        self._kinds = kinds
        self._health = Health(services.clock, health)
        self._sleep = sleep
        self._offset: int | None = None

    async def run(self) -> None:
        """Poll for ever: after an error, a little later; even after a refusal, since refusals pass, too."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self.poll()
                pause = FIRST_PAUSE
                continue
            except RetryAfter as error:
                log.warning("polling: %s", error)
                pause = max(pause, seconds_to_wait(error))
            except InvalidToken:
                log.error("Telegram refuses the token; copy it from @BotFather again")  # noqa: TRY400 — no trace needed
            except Conflict:
                log.error("another program polls with the same token; stop it")  # noqa: TRY400
            except (TelegramError, TimeoutError) as error:
                log.warning("polling: %s", str(error) or "no answer")
            except Exception:
                log.exception("polling failed; it's tried again")
            await self._sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def poll(self) -> int:
        """Ask once; hold what came; hand over what is new. The number of updates that came."""
        async with asyncio.timeout(SILENCE):
            updates = await self._bot.fetch(self._offset, LONG, self._kinds)
        if updates:
            held = [(update["update_id"], json.dumps(update, ensure_ascii=False)) for update in updates]
            fresh = set(await inbox.receive(self._services, self._bot.id, held))
            # Only now that they're committed may Telegram forget them.
            self._offset = updates[-1]["update_id"] + 1
            for update in updates:
                if update["update_id"] in fresh:
                    await self._hand_over(update)
        self._health.note()
        return len(updates)

    async def _hand_over(self, raw: Raw) -> None:
        update = await understand(self._bot, self._services, raw)
        if update is not None:
            await self._process(update)


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
        try:
            part.write_text(json.dumps({"polled_at": self._clock.now().isoformat()}), "utf-8")
            part.replace(self._path)
        except OSError as error:
            log.warning("%s can't be written: %s", self._path, error)
