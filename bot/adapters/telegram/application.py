"""python-telegram-bot's application as we use it: its handlers and its bot, with our own in and out."""

import asyncio
import json
import logging
import os
from typing import Any

from telegram import Update
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import Application, ApplicationBuilder, ContextTypes
from tenacity import before_sleep_log, retry, retry_if_exception, wait_exponential

from bot.adapters.telegram.account import open_account, understand
from bot.adapters.telegram.processor import WAITING, PeopleProcessor
from bot.services import Services
from bot.storage.inbox import Received
from bot.tutor import inbox

App = Application[Any, Any, Any, Any, Any, Any]

ATTEMPTS = 3
"""How often an update may be begun; one that brings the house down each time is let go."""

log = logging.getLogger(__name__)


def build(token: str, api_url: str, context: type[Any]) -> App:
    """The application; without updater, job queue, persistence, or a rate limiter of its own."""
    # python-telegram-bot asks for this each time: spans come as timedelta, without a warning at every 429.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    return (
        ApplicationBuilder()
        .bot(open_account(token, api_url))
        .context_types(ContextTypes(context=context))
        .concurrent_updates(PeopleProcessor())
        .updater(None)
        .job_queue(None)
        .build()
    )


def _passes(error: BaseException) -> bool:
    """Whether the trouble is one that time heals."""
    return isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)


async def introduce(application: App) -> int:
    """Get to know the bot's own account, however long the network is away; its id.

    Raises:
        InvalidToken: Telegram doesn't know the token.
    """
    try:
        await initialize(application)
    except BaseException:
        await application.bot.shutdown()
        raise
    return int(application.bot.id)


@retry(
    retry=retry_if_exception(_passes),
    wait=wait_exponential(max=30),
    before_sleep=before_sleep_log(log, logging.WARNING),
)
async def initialize(application: App) -> None:
    """Open the connections and ask who we are, again and again."""
    await application.initialize()


async def replay(application: App, services: Services) -> int:
    """Deal with what an earlier run left in the inbox, oldest first; the number of updates.

    One at a time, so that an update that brings the house down takes no innocent one with it.
    """
    replayed = 0
    for received in await inbox.left(services, application.bot.id):
        update = await _take_up(application, services, received)
        if update is not None:
            await process(application, update)
            replayed += 1
    return replayed


async def _take_up(application: App, services: Services, received: Received) -> Update | None:
    """The update to deal with, unless it was begun too often."""
    if received.attempts + 1 < ATTEMPTS:  # the run in which it came counts, too
        await inbox.begin(services, received)
        return await understand(application.bot, services, json.loads(received.payload))
    log.error("update %s was begun %s times; it's let go", received.update_id, received.attempts + 1)
    await inbox.dismiss(services, received.bot_id, received.update_id)
    return None


async def process(application: App, update: Update) -> None:
    """Deal with one update when it's its person's turn; returns when that is done.

    One that fails in spite of the error handler stays in the inbox, and is taken up again after a restart.
    """
    try:
        await application.update_processor.process_update(update, application.process_update(update))
    except Exception:
        log.exception("update %s isn't dealt with yet", update.update_id)


class Intake:
    """Starts dealing with each update, and knows which are still under way."""

    def __init__(self, application: App) -> None:
        self._application = application
        self._under_way: set[asyncio.Task[None]] = set()
        self._room = asyncio.Semaphore(WAITING)

    async def take(self, update: Update) -> None:
        """Begin with an update; it waits for its person's earlier ones by itself. Waits while there are too many."""
        await self._room.acquire()
        task = asyncio.create_task(process(self._application, update))
        self._under_way.add(task)
        task.add_done_callback(self._end)

    async def idle(self) -> None:
        """Wait until every update begun is dealt with."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._room.release()
