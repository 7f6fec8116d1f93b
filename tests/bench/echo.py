"""The measure of speed: a bot that only says every text again, with python-telegram-bot as it comes, or tuned by us.

`python -m tests.bench.echo URL TOKEN [--tuned]`
"""

import argparse
import asyncio
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.adapters.telegram.processor import PeopleProcessor
from bot.adapters.telegram.transport import AiohttpRequest
from bot.app import loop_factory


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it again."""
    message = update.effective_message
    assert message is not None
    assert message.text is not None
    await message.reply_text(message.text)


def start(url: str, token: str, *, tuned: bool) -> None:
    """Run until killed; `tuned` takes our transport, order within a person, and our event loop."""
    builder: Any = ApplicationBuilder().token(token).base_url(f"{url}/bot")
    if tuned:
        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(30, 2))
        builder = builder.concurrent_updates(PeopleProcessor())
        asyncio.set_event_loop((loop_factory() or asyncio.new_event_loop)())
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("token")
    parser.add_argument("--tuned", action="store_true")
    given = parser.parse_args()
    start(given.url, given.token, tuned=given.tuned)
