"""`python -m bot sandbox`: the sandbox's server alone."""

import argparse
import asyncio

from bot.commands.running import opened_sandbox, say, until_interrupted
from bot.config import Config

HELP = "run the sandbox's server alone; a bot started apart talks to it by [telegram] api_url"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens."""
    parser.add_argument("--port", type=int, metavar="N", help="its port (default: from the settings)")
    parser.add_argument("--fresh", action="store_true", help="begin with an empty sandbox")


def run(asked: argparse.Namespace, settings: Config) -> int:
    """Run until interrupted."""
    if asked.fresh:
        (settings.sandbox.folder / "sandbox.sqlite").unlink(missing_ok=True)
    return until_interrupted(settings, alone(settings, settings.sandbox.port if asked.port is None else asked.port))


async def alone(settings: Config, port: int) -> None:
    """Serve until cancelled."""
    async with opened_sandbox(settings.sandbox.folder, port) as sandbox:
        say(f"The sandbox listens at {sandbox.url}")
        await asyncio.Event().wait()
