"""`python -m bot`: run the tutor, on Telegram with a token, else in the sandbox."""

import argparse
import shutil

from bot.app import tutor
from bot.commands.running import opened_sandbox, say, until_interrupted
from bot.config import Config, Storage

HELP = "run the tutor: on Telegram if there is a token, else in the sandbox (this is the default)"

SANDBOX_TOKEN = "4242:SANDBOX"  # noqa: S105 — the sandbox takes any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it runs."""
    parser.add_argument("--sandbox", action="store_true", help="use the sandbox even if there is a token")
    parser.add_argument("--port", type=int, metavar="N", help="the sandbox's port (default: from the settings)")
    parser.add_argument("--fresh", action="store_true", help="empty the sandbox and what the tutor remembers of it")


def run(asked: argparse.Namespace, settings: Config) -> int:
    """Run until interrupted."""
    token = settings.telegram.token.get_secret_value()
    if token and not asked.sandbox:
        return until_interrupted(settings, on_telegram(settings, token))
    if asked.fresh:
        shutil.rmtree(settings.sandbox.folder, ignore_errors=True)
    port = settings.sandbox.port if asked.port is None else asked.port
    return until_interrupted(settings, in_sandbox(settings, port))


async def on_telegram(settings: Config, token: str) -> None:
    """Run on Telegram, or on whatever speaks its language at `api_url`."""
    await tutor(settings, token, settings.telegram.api_url, settings.storage, lambda: say("The tutor is listening."))


async def in_sandbox(settings: Config, port: int) -> None:
    """Run the sandbox and the tutor together."""
    folder = settings.sandbox.folder
    storage = Storage(url=f"sqlite:///{folder / 'lexigram.sqlite'}", durability=settings.storage.durability)
    async with opened_sandbox(folder, port) as sandbox:
        why = "As you wish" if settings.telegram.token.get_secret_value() else "No Telegram token"
        told = f"{why}, so here is a Telegram in a box.\nChat with the tutor at {sandbox.url}"
        await tutor(settings, SANDBOX_TOKEN, sandbox.url, storage, lambda: say(told))
