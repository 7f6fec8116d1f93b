"""The beat: at least once a second, and at once when there's new work, every job asks whether something is due."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.services import Services
from scheduler import housekeeping, reminders

JOBS = (reminders.run, housekeeping.run)
SECONDS = 1

log = logging.getLogger(__name__)


class Beat:
    """Runs the jobs, never two rounds at a time; whether anything is due, the database knows."""

    def __init__(self) -> None:
        self.heard: Callable[[], None] = _nobody
        self._services: Services | None = None
        self._round = asyncio.Lock()
        self._stirred: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def start(self, services: Services) -> None:
        """Beat from now on."""
        self._services = services
        self._scheduler.add_job(
            self.once, "interval", seconds=SECONDS, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self._scheduler.start()

    def stir(self) -> None:
        """Beat at once (several calls before it begins are one), and tell whoever wants to hear of new work."""
        self.heard()
        if self._services is not None and (self._stirred is None or self._stirred.done()):
            self._stirred = asyncio.create_task(self.once())

    async def once(self) -> None:
        """One round; a job that fails doesn't keep the others from theirs."""
        services = self._services
        if services is None:
            return
        async with self._round:
            for job in JOBS:
                try:
                    await job(services)
                except Exception:
                    log.exception("job %s failed; it's tried again at the next beat", job.__module__)

    async def stop(self) -> None:
        """Beat no more, and let the round under way end."""
        self._services = None
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        if self._stirred is not None:
            await self._stirred
        async with self._round:
            pass


def _nobody() -> None:
    """Nobody wants to hear."""
