"""JSON in and out, a line at a time."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO


def values(source: TextIO) -> Iterator[Any]:
    """The JSON values of the lines; a line that is none gives the error itself."""
    for line in source:
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                yield error


def answer(asked: Iterable[Any], reply: Callable[[Any], dict[str, Any]]) -> int:
    """Print an answer a line, an object with `error` for what can't be answered; 1 if there was such a line."""
    broken = 0
    for value in asked:
        try:
            told = {"error": f"not JSON: {value}"} if isinstance(value, Exception) else reply(value)
        except (TypeError, KeyError, ValueError) as error:
            told = {"error": str(error)}
        broken |= int("error" in told)
        say(told)
    return broken


def say(value: dict[str, Any]) -> None:
    """Print one JSON object on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
