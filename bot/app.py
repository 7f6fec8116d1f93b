"""The composition root: builds every part, opens and closes what must be. The only file that knows them all."""

import asyncio
import logging
import os
import random
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

# python-telegram-bot reads this when it's imported: times come as timedelta, without a warning at each.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from telegram.error import InvalidToken

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
from bot.sandbox.server import serve
from bot.services import Services
from bot.storage.migrate import NewerDatabase, migrate
from bot.storage.sqlite import open_database
from bot.tutor import deliveries, inbox, outbox, people, reminders
from handlers import menu, routes
from handlers.context import Context
from scheduler.beat import Beat

SANDBOX_TOKEN = "4242:SANDBOX"  # noqa: S105 — the sandbox takes any

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
def read_dictionary(settings: Config) -> Iterator[Lexicon]:
    """The dictionary; one that knows nothing, if there's none to be had, so that the tutor goes on."""
    try:
        dictionary = open_dictionary(settings.dictionary.folder / "dictionary.sqlite", entries(read_library().stories))
    except DictionaryUnavailable as error:
        log.error("no dictionary: %s; `python -m bot doctor` tells more", error)  # noqa: TRY400
        yield EmptyLexicon()
        return
    try:
        yield dictionary
    finally:
        dictionary.close()


@asynccontextmanager
async def building(
    storage: Storage, lexicon: Lexicon, library: Library, clock: ShiftedClock, token: str, api_url: str
) -> AsyncIterator[House]:
    """Build the house and take it down again."""
    database = await open_database(storage.path, storage.durability)
    try:
        await migrate(database, storage.path)
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
    finally:
        await database.close()


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
    async with running(poller.run()):
        try:
            yield
        finally:
            await house.beat.stop()
    await house.intake.idle()
    with suppress(TimeoutError):
        async with asyncio.timeout(5):
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
    clock = ShiftedClock()
    with read_dictionary(settings) as lexicon:
        async with (
            building(storage, lexicon, read_library(), clock, token, api_url) as house,
            following(house, clock, api_url),
            living(house, storage.path.parent / "health.json"),
        ):
            ready()
            await asyncio.Event().wait()


def run_on_telegram(settings: Config) -> int:
    """Run on Telegram, or whatever speaks its language at `api_url`, until interrupted."""
    token = settings.telegram.token.get_secret_value()
    url = settings.telegram.api_url
    return until_interrupted(
        settings, tutor(settings, token, url, settings.storage, lambda: say("The tutor is listening."))
    )


def run_in_sandbox(settings: Config, port: int | None, *, fresh: bool) -> int:
    """Run the sandbox and the tutor together until interrupted."""
    if fresh:
        shutil.rmtree(settings.sandbox.folder, ignore_errors=True)
    return until_interrupted(settings, _in_sandbox(settings, settings.sandbox.port if port is None else port))


async def _in_sandbox(settings: Config, port: int) -> None:
    folder = settings.sandbox.folder
    folder.mkdir(parents=True, exist_ok=True)
    storage = Storage(url=f"sqlite:///{folder / 'lexigram.sqlite'}", durability=settings.storage.durability)
    async with await serve(ShiftedClock(), folder / "sandbox.sqlite", port) as sandbox:
        told = f"No Telegram token, so here is a Telegram in a box.\nChat with the tutor at {sandbox.url}"
        await tutor(settings, SANDBOX_TOKEN, sandbox.url, storage, lambda: say(told))


def run_sandbox_alone(settings: Config, port: int | None, *, fresh: bool) -> int:
    """Run the sandbox's server alone until interrupted."""
    if fresh:
        (settings.sandbox.folder / "sandbox.sqlite").unlink(missing_ok=True)
    return until_interrupted(settings, _alone(settings, settings.sandbox.port if port is None else port))


async def _alone(settings: Config, port: int) -> None:
    settings.sandbox.folder.mkdir(parents=True, exist_ok=True)
    async with await serve(ShiftedClock(), settings.sandbox.folder / "sandbox.sqlite", port) as sandbox:
        say(f"The sandbox listens at {sandbox.url}")
        await asyncio.Event().wait()


def until_interrupted(settings: Config, work: Coroutine[Any, Any, None]) -> int:
    """Run on the fastest loop there is until Ctrl-C or SIGTERM; what stops it earlier is told in a line."""
    logging.basicConfig(level=settings.log.level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    try:
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(work)
    except KeyboardInterrupt:
        return 0
    except InvalidToken:
        return stopped("Telegram refuses the token; copy it from @BotFather again.")
    except (inbox.OtherBot, NewerDatabase, OSError) as error:
        return stopped(str(error))
    return 0


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Uvloop where it's installed, else asyncio's own."""
    try:
        import uvloop  # noqa: PLC0415 — not there on every system
    except ImportError:
        return None
    return uvloop.new_event_loop


def say(text: str) -> None:
    """Tell the operator."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def stopped(reason: str) -> int:
    """Tell the operator why it doesn't run."""
    sys.stderr.write(f"{reason}\n")
    return 1
