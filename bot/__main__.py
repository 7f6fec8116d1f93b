"""The command line: `python -m bot`, and its words."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import commands, config
from bot.config import Config, ConfigError

DEFAULT = Path("config.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code: 0 well, 1 something is broken, 2 asked for wrongly."""
    asked = parser().parse_args(arguments)
    try:
        settings = read_settings(asked.config)
    except ConfigError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 2
    return int(commands.command(asked.command).run(asked, settings))


def read_settings(path: Path | None) -> Config:
    """The settings of that file; of `config.toml` if it's there, when none is named."""
    if path is None:
        path = DEFAULT if DEFAULT.exists() else None
    return config.load(path, os.environ)


def parser() -> argparse.ArgumentParser:
    """What can be asked, and how."""
    top = argparse.ArgumentParser(prog="python -m bot", description="Lexigram, an English tutor in a chat.")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--config", type=Path, metavar="FILE", help="the settings (default: config.toml, if it's there)"
    )
    words = top.add_subparsers(dest="command", metavar="COMMAND")
    for name in commands.NAMES:
        module = commands.command(name)
        sub = words.add_parser(name, parents=[common], help=module.HELP, description=module.HELP)
        module.add_arguments(sub)
    top.set_defaults(command="run")
    top.add_argument("--config", type=Path, metavar="FILE", help="the settings (default: config.toml, if it's there)")
    commands.command("run").add_arguments(top)
    return top


if __name__ == "__main__":
    sys.exit(main())
