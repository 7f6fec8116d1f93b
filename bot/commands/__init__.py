"""What can be asked on the command line: a file for each word after `python -m bot`."""

import argparse
from importlib import import_module
from typing import Protocol, cast

from bot.config import Config

NAMES = ("run", "sandbox", "doctor", "level", "define")


class Command(Protocol):
    """A word of the command line."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what it can be told."""
        ...

    def run(self, asked: argparse.Namespace, settings: Config) -> int:
        """Do it; the exit code."""
        ...


def command(name: str) -> Command:
    """The command of that name; each imports what it needs when it runs."""
    return cast(Command, import_module(f"bot.commands.{name}"))
