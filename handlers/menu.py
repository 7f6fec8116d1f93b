"""The phone's command menu, in every language that we speak."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.texts import LANGUAGES, texts
from handlers.routes import MENU

log = logging.getLogger(__name__)


async def publish(bot: Bot) -> None:
    """Tell Telegram the commands; English is for everybody else's language. Without a menu the tutor works, too."""
    try:
        for language in LANGUAGES:
            spoken = texts(language)
            commands = [BotCommand(name, spoken(f"command-{name}")) for name in MENU]
            await bot.set_my_commands(commands, language_code=None if language == "en" else language)
    except TelegramError as error:
        log.warning("the command menu stays as it was: %s", error)
