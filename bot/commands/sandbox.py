"""`python -m bot sandbox`: the sandbox's server alone."""

import argparse

from bot import app
from bot.config import Config

HELP = "run the sandbox's server alone; a bot started apart talks to it by [telegram] api_url"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens."""
    parser.add_argument("--port", type=int, metavar="N", help="its port (default: from the settings)")
    parser.add_argument("--fresh", action="store_true", help="begin with an empty sandbox")


def run(asked: argparse.Namespace, settings: Config) -> int:
    """Run until interrupted."""
    return app.run_sandbox_alone(settings, asked.port, fresh=asked.fresh)
