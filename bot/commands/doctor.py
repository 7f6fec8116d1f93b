"""`python -m bot doctor`: what is wrong, and what to do."""

import argparse
import asyncio
import sys

from bot.adapters.clock import SystemClock
from bot.adapters.doctor import Finding, examine
from bot.app import read_library
from bot.config import Config
from bot.library.stories import entries

HELP = "check token, database, dictionary, model, clock and disk, and say what to do"


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Nothing to be told."""


def run(_: argparse.Namespace, settings: Config) -> int:
    """Print a line for each check; 1 if anything is broken."""
    findings = asyncio.run(examine(settings, SystemClock(), entries(read_library().stories)))
    for finding in findings:
        sys.stdout.write(f"{line(finding)}\n")
    return int(any(finding.state == "broken" for finding in findings))


def line(finding: Finding) -> str:
    """The finding and what to do about it."""
    told = "; ".join(part for part in (finding.told, finding.todo) if part)
    return f"{finding.state:7} {finding.subject:11} {told}"
