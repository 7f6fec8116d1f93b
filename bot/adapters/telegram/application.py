"""python-telegram-bot's application as we use it: its handlers and its bot, with our own in and out."""

import asyncio
import json
import logging
from typing import Any

from telegram import Update
from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, ApplicationBuilder, ContextTypes
from tenacity import before_sleep_log, retry, retry_if_exception, wait_exponential

from bot.adapters.telegram.processor import PeopleProcessor
from bot.adapters.telegram.transport import AiohttpRequest
from bot.services import Services
from bot.tutor import inbox

App = Application[Any, Any, Any, Any, Any, Any]

ATTEMPTS = 3
"""How often an update may be begun; one that brings the house down each time is let go."""

log = logging.getLogger(__name__)


def build(token: str, api_url: str, context: type[Any]) -> App:
    """The application; without job queue, persistence, or a rate limiter of its own."""
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest(read_timeout=30, connections=2))
        .context_types(ContextTypes(context=context))
        .concurrent_updates(PeopleProcessor())
        .updater(None)
        .job_queue(None)
        .build()
    )


def _passes(error: BaseException) -> bool:
    return isinstance(error, NetworkError) and not isinstance(error, InvalidToken)


@retry(
    retry=retry_if_exception(_passes),
    wait=wait_exponential(max=30),
    before_sleep=before_sleep_log(log, logging.WARNING),
)
async def introduce(application: App) -> int:
    """Get to know the bot's own account, however long the network is away; its id.

    Raises:
        InvalidToken: Telegram doesn't know the token.
    """
    await application.initialize()
    return int(application.bot.id)


async def replay(application: App, services: Services) -> int:
    """Deal with what an earlier run left in the inbox, in order for each person; the number of updates."""
    left = await inbox.left(services, application.bot.id)
    for received in left:
        if received.attempts > ATTEMPTS:
            log.error("update %s was begun %s times; it's let go", received.update_id, received.attempts - 1)
            await inbox.dismiss(services, received.bot_id, received.update_id)
    waiting = [received for received in left if received.attempts <= ATTEMPTS]
    updates = [Update.de_json(json.loads(received.payload), application.bot) for received in waiting]
    await asyncio.gather(*(process(application, update) for update in updates))
    return len(updates)


async def process(application: App, update: Update) -> None:
    """Deal with one update when it's its person's turn; returns when that is done."""
    await application.update_processor.process_update(update, application.process_update(update))


class Intake:
    """Starts dealing with each update, and knows which are still under way."""

    def __init__(self, application: App) -> None:
        self._application = application
        self._under_way: set[asyncio.Task[None]] = set()

    async def take(self, update: Update) -> None:
        """Begin with an update; it waits for its person's earlier ones by itself."""
        task = asyncio.create_task(process(self._application, update))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def idle(self) -> None:
        """Wait until every update begun is dealt with."""
        while self._under_way:
            await asyncio.gather(*self._under_way, return_exceptions=True)
