"""The query functions of `bot.storage`, found by looking, and something to call each of them with."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from bot import storage
from bot.storage.door import Transaction
from tests.builders import MEMORY, NOW, TODAY, Life

Query = Callable[..., Awaitable[Any]]


def queries() -> Mapping[str, Query]:
    """Every function that takes a transaction first, as "module.function"."""
    modules = [import_module(f"bot.storage.{found.name}") for found in iter_modules(storage.__path__)]
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.iscoroutinefunction)
        if function.__module__ == module.__name__ and next(iter(parameters(function)), "") == "tx"
    }


def parameters(query: Query) -> Mapping[str, inspect.Parameter]:
    """What the function takes."""
    return inspect.signature(query).parameters


def owned() -> Mapping[str, Query]:
    """Those that ask whose rows they are."""
    return {name: query for name, query in queries().items() if "learner_id" in parameters(query)}


def arguments(name: str, query: Query, life: Life, unasked: int) -> dict[str, Any]:
    """Arguments that reach for the rows of that life; a parameter nobody has told about here is a KeyError."""
    known: dict[str, Any] = {
        "answer": "not willing", "aside": "what", "but": 0, "card_id": life.card, "cards": (life.card,), "day": TODAY,
        "direction": "recognition", "due_at": NOW + timedelta(days=9), "first": TODAY, "form": "reluctant",
        "about_kind": "question", "frm": life.card, "kind": "review", "last": TODAY + 9, "lemma": "reluctant", "level": 2, "limit": 10,
        "meaning": "slow", "memory": MEMORY, "message_id": life.message, "now": NOW + timedelta(minutes=5),
        "offset": 0, "pos": "adjective", "question_id": life.question, "reading_id": life.reading, "reason": "due",
        "sense_key": "reluctant.adjective.1", "new_key": "reluctant.adjective.2", "sentence": "We were reluctant.", "since": NOW, "state": "claimed",
        "story": "story 2", "to": unasked, "today": TODAY, "verdict": "right",
    }  # fmt: skip
    special: dict[str, dict[str, Any]] = {
        "cards.admit": {"card_id": unasked},
        "learners.change": {"level": 3.5},
        "lesson.due": {"today": TODAY + 9},
        "reviews.keep": {"memory": None},
        "reviews.undo": {"question_id": life.reviewed},
    }
    wanted = [
        one.name
        for one in parameters(query).values()
        if one.default is one.empty and one.kind is not one.VAR_KEYWORD and one.name not in {"tx", "learner_id"}
    ]
    return {wish: known[wish] for wish in wanted} | special.get(name, {})


class TakenBack(Exception):
    """Ends a trial without a trace; has what the trial found."""

    def __init__(self, outcome: object, after: Mapping[str, Any]) -> None:
        super().__init__()
        self.outcome = outcome
        self.after = after


async def seen(tx: Transaction) -> Mapping[str, Any]:
    """Every row of every table, within the transaction."""
    tables = await tx.all("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    return {row["name"]: [dict(one) for one in await tx.all(f"select * from {row['name']}")] for row in tables}  # noqa: S608


def trial(query: Query, learner_id: int, values: Mapping[str, Any]) -> Callable[[Transaction], Awaitable[None]]:
    """A unit that calls the query and takes everything back; what it found is in its `TakenBack`."""

    async def work(tx: Transaction) -> None:
        outcome: object
        try:
            outcome = await query(tx, learner_id=learner_id, **values)
        except Exception as error:  # noqa: BLE001 — a refusal is an outcome, too
            outcome = f"{type(error).__name__}: {error}"
        raise TakenBack(outcome, await seen(tx))

    return work
