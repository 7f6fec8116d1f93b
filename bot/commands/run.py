"""`python -m bot`: run the tutor, on Telegram with a token, else in the sandbox."""

import argparse

from bot import app
from bot.config import Config

HELP = "run the tutor: on Telegram if there is a token, else in the sandbox (this is the default)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it runs."""
    parser.add_argument("--sandbox", action="store_true", help="use the sandbox even if there is a token")
    parser.add_argument("--port", type=int, metavar="N", help="the sandbox's port (default: from the settings)")
    parser.add_argument("--fresh", action="store_true", help="empty the sandbox and what the tutor remembers of it")


def run(asked: argparse.Namespace, settings: Config) -> int:
    """Run until interrupted."""
    if asked.sandbox or not settings.telegram.token.get_secret_value():
        return app.run_in_sandbox(settings, asked.port, fresh=asked.fresh)
    return app.run_on_telegram(settings)
