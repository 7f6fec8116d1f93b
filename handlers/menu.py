"""The phone's command menu, in every language that we speak."""

from telegram import Bot, BotCommand

from bot.texts import LANGUAGES, texts
from handlers.routes import MENU


async def publish(bot: Bot) -> None:
    """Tell Telegram the commands; English is for everybody else's language."""
    for language in LANGUAGES:
        spoken = texts(language)
        commands = [BotCommand(name, spoken(f"command-{name}")) for name in MENU]
        await bot.set_my_commands(commands, language_code=None if language == "en" else language)
