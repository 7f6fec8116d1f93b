"""The beat: at least once a second, and at once when there's new work, every job asks whether something is due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.services import Services
from scheduler import housekeeping, reminders

Job = Callable[[Services], Awaitable[None]]

JOBS: Sequence[Job] = (reminders.run, housekeeping.run)
SECONDS = 1.0

log = logging.getLogger(__name__)


class Beat:
    """Runs the jobs, never two rounds at a time; whether anything is due, the database knows."""

    def __init__(self, jobs: Sequence[Job] = JOBS, seconds: float = SECONDS) -> None:
        self.heard: Callable[[], None] = _nobody
        self._jobs = jobs
        self._seconds = seconds
        self._services: Services | None = None
        self._round = asyncio.Lock()
        self._is_asked = False
        self._rounds: asyncio.Task[None] | None = None
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def start(self, services: Services) -> None:
        """Beat from now on."""
        self._services = services
        self._scheduler.add_job(
            self._beat, "interval", seconds=self._seconds, coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self._scheduler.start()

    def stir(self) -> None:
        """Beat at once (several calls before it begins are one), and tell whoever wants to hear of new work."""
        self.heard()
        self._ask()

    async def once(self) -> None:
        """One round; a job that fails doesn't keep the others from theirs."""
        services = self._services
        if services is None:
            return
        async with self._round:
            for job in self._jobs:
                try:
                    await job(services)
                except Exception:
                    log.exception("job %s failed; it's tried again at the next beat", job.__module__)

    async def stop(self) -> None:
        """Beat no more, and let the round under way end."""
        self._services = None
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        if self._rounds is not None:
            await self._rounds
        async with self._round:
            pass

    async def _beat(self) -> None:
        """What the scheduler calls. The round isn't its own, since it cancels what it runs when it's shut down."""
        self._ask()

    def _ask(self) -> None:
        """Have a round begin; after the one under way, which may have passed what is new."""
        self._is_asked = True
        if self._services is not None and (self._rounds is None or self._rounds.done()):
            self._rounds = asyncio.create_task(self._run_rounds())

    async def _run_rounds(self) -> None:
        while self._is_asked:
            self._is_asked = False
            await self.once()


def _nobody() -> None:
    """Nobody wants to hear."""
