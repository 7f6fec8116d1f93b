"""The composition root: builds every part, opens and closes what must be. The only file that knows them all."""

import asyncio
import gc
import logging
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.adapters import follower
from bot.adapters.clock import ShiftedClock
from bot.adapters.dictionary import DictionaryUnavailable, EmptyLexicon, open_dictionary
from bot.adapters.telegram import application as telegram
from bot.adapters.telegram.application import App, Intake
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.adapters.telegram.polling import Poller
from bot.config import Config, Storage
from bot.domain.language import Lexicon
from bot.library.stories import Library, entries, open_library
from bot.services import Services
from bot.storage import lock
from bot.storage.migrate import migrate
from bot.storage.sqlite import SQLiteDatabase, open_database
from bot.tutor import deliveries, inbox, outbox, people, reminders
from handlers import menu, routes
from handlers.context import Context
from scheduler.beat import Beat

PARTING = 5.0
"""Seconds that replies on their way get before the house closes; the rest goes out at the next start."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """The tutor, built and connected, before it listens."""

    services: Services
    application: App
    messenger: TelegramMessenger
    beat: Beat
    intake: Intake

    async def settle(self) -> datetime | None:
        """Do everything that is due and wait until it's sent; when something is due next."""
        await self.intake.idle()
        await self.beat.once()
        await self.messenger.idle()
        return await reminders.next_due(self.services)


def read_library() -> Library:
    """Our own stories."""
    return open_library()


@contextmanager
def read_dictionary(settings: Config, library: Library) -> Iterator[Lexicon]:
    """The dictionary with the library's words; one that knows nothing, if there's none, so that the tutor goes on."""
    try:
        dictionary = open_dictionary(settings.dictionary.folder / "dictionary.sqlite", entries(library.stories))
    except DictionaryUnavailable as error:
        log.error("no dictionary: %s; `python -m bot doctor` tells more", error)  # noqa: TRY400
        yield EmptyLexicon()
        return
    try:
        yield dictionary
    finally:
        dictionary.close()


@asynccontextmanager
async def opening(storage: Storage) -> AsyncIterator[SQLiteDatabase]:
    """The database in its newest schema, for this process alone."""
    with lock.held(storage.path):
        database = await open_database(storage.path, storage.durability)
        try:
            await migrate(database, storage.path)
            yield database
        finally:
            await database.close()


@asynccontextmanager
async def building(
    storage: Storage, lexicon: Lexicon, library: Library, clock: ShiftedClock, token: str, api_url: str
) -> AsyncIterator[House]:
    """Build the house and take it down again."""
    async with opening(storage) as database:
        application, beat = telegram.build(token, api_url, Context), Beat()
        await telegram.introduce(application)
        messenger = TelegramMessenger(application.bot, clock)
        services = Services(
            database=database,
            clock=clock,
            rng=random.Random(),  # noqa: S311 — dice, no secret
            lexicon=lexicon,
            library=library,
            messenger=messenger,
            stir=beat.stir,
        )
        messenger.start(partial(outbox.sent, services), partial(people.blocked, services))
        application.bot_data["services"] = services
        routes.add_to(application)
        try:
            yield House(services, application, messenger, beat, Intake(application))
        finally:
            await messenger.close()
            await application.shutdown()


@asynccontextmanager
async def living(house: House, health: Path | None = None) -> AsyncIterator[None]:
    """Let the house listen, beat and speak, after it has dealt with what an earlier run left."""
    services, application = house.services, house.application
    await inbox.open_for(services, application.bot.id)
    await deliveries.recover(services)
    for held in await outbox.left(services):
        house.messenger.resend(held)
    await telegram.replay(application, services)
    await menu.publish(application.bot)
    house.beat.start(services)
    poller = Poller(application.bot, services, house.intake.take, routes.UPDATES, health)
    try:
        async with running(poller.run()):
            yield
    finally:
        await house.beat.stop()
        await house.intake.idle()
        with suppress(TimeoutError):
            async with asyncio.timeout(PARTING):
                await house.messenger.idle()


@asynccontextmanager
async def following(house: House, clock: ShiftedClock, api_url: str) -> AsyncIterator[None]:
    """Keep the house's clock in step with a sandbox's, where `api_url` leads to one."""
    offset = await follower.offset_of(api_url)
    if offset is None:
        yield
        return
    clock.set_offset(offset)
    one = follower.Follower(api_url, clock, house.settle)
    house.beat.heard = one.stir
    async with running(one.run()):
        yield


@asynccontextmanager
async def running(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let `work` run beside the body; its end is the body's end."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def tutor(settings: Config, token: str, api_url: str, storage: Storage, ready: Callable[[], None]) -> None:
    """Run the tutor until cancelled."""
    clock, library = ShiftedClock(), read_library()
    with read_dictionary(settings, library) as lexicon:
        async with (
            building(storage, lexicon, library, clock, token, api_url) as house,
            following(house, clock, api_url),
            living(house, storage.path.parent / "health.json"),
        ):
            # What is here by now stays: collecting garbage needn't look at it again and again (100 ms each time).
            gc.collect()
            gc.freeze()
            ready()
            await asyncio.Event().wait()


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Uvloop where it's installed, else asyncio's own."""
    try:
        import uvloop  # noqa: PLC0415 — not there on every system
    except ImportError:
        return None
    return uvloop.new_event_loop
