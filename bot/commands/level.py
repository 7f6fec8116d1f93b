"""`python -m bot level`: how hard a text is."""

import argparse
import sys
from pathlib import Path
from typing import Any

from bot.app import read_dictionary, read_library
from bot.commands import lines
from bot.config import Config
from bot.domain import level
from bot.domain.language import Lexicon

HELP = "the CEFR level of a text: score 0 = A1 … 5 = C2"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to measure, and how to answer."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="the text; - or nothing: standard input")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    parser.add_argument("--lines", action="store_true", help="read a JSON string a line, answer with an object a line")


def run(asked: argparse.Namespace, settings: Config) -> int:
    """Measure and print."""
    with read_dictionary(settings, read_library()) as lexicon:
        if asked.lines:
            with _source(asked.file) as source:
                return lines.answer(lines.values(source), lambda text: measured(text, lexicon))
        with _source(asked.file) as source:
            found = measured(source.read(), lexicon)
    if asked.json:
        lines.say(found)
    else:
        sys.stdout.write("{band} (score {score}, {words} words)\n".format(**found))
    return 0


def measured(text: Any, lexicon: Lexicon) -> dict[str, Any]:
    """The level of a text as JSON has it.

    Raises:
        TypeError: it isn't a text.
    """
    if not isinstance(text, str):
        raise TypeError("a line must be a JSON string")
    found = level.measure(text, lexicon)
    return {
        "score": round(found.score, 2),
        "level": found.level,
        "band": found.band,
        "words": found.words,
        "above": {name: list(words) for name, words in found.above.items()},
        "reasons": list(found.reasons),
    }


def _source(name: str) -> Any:
    return open(0, encoding="utf-8", closefd=False) if name == "-" else Path(name).open(encoding="utf-8")
