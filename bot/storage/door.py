"""The door to the database: units of work, transactions, and how values cross it.

Instants cross as microseconds UTC, flags as 0 or 1, days as integers, JSON as text.
"""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeAlias, TypeVar, cast

T = TypeVar("T")
Result_contra = TypeVar("Result_contra", contravariant=True)

Value: TypeAlias = str | int | float | bool | datetime | None
Row: TypeAlias = Mapping[str, Any]
Work: TypeAlias = Callable[["Transaction"], Awaitable[T]]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Transaction(Protocol):
    """One transaction; SQL names its values `:name`."""

    async def one(self, sql: str, /, **values: Value) -> Row | None:
        """The first row, or None."""
        ...

    async def all(self, sql: str, /, **values: Value) -> Sequence[Row]:
        """Every row."""
        ...

    async def execute(self, sql: str, /, **values: Value) -> int:
        """Run a statement; the number of rows that it changed."""
        ...


class Cause(Protocol[Result_contra]):
    """Why a unit of work is done; what must be remembered in the same commit as its effect."""

    async def settle(self, tx: Transaction, result: Result_contra) -> None:
        """Note that the cause is dealt with, and what is to be said about `result`."""
        ...


class Database(Protocol):
    """Units of work, each whole or not at all."""

    async def write(self, cause: Cause[T] | None, work: Work[T]) -> T:
        """Run `work` and settle its cause in one commit; awaiting anything but the transaction raises."""
        ...

    async def read(self, work: Work[T]) -> T:
        """Run `work` on one unchanging picture of the database."""
        ...

    async def close(self) -> None:
        """End what is under way and let go of the database."""
        ...


def to_stored(value: Value) -> str | int | float | None:
    """The value as both engines keep it."""
    if isinstance(value, datetime):
        return (value - EPOCH) // timedelta(microseconds=1)
    return int(value) if isinstance(value, bool) else value


def to_instant(stored: int) -> datetime:
    """The instant kept as microseconds UTC."""
    return EPOCH + timedelta(microseconds=stored)


def to_instant_or_none(stored: int | None) -> datetime | None:
    """The instant, where there is one."""
    return None if stored is None else to_instant(stored)


def to_json(value: object) -> str:
    """Compact JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(stored: str) -> Any:
    """The value behind JSON text."""
    return json.loads(stored)


async def returned_id(tx: Transaction, sql: str, /, **values: Value) -> int:
    """Run an `insert … returning id` that always inserts; the new id."""
    row = await tx.one(sql, **values)
    return cast(int, cast(Row, row)["id"])
