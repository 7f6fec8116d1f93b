"""A unit of work is whole or not at all, whatever becomes of it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage import jobs
from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW, new_database
from tests.storage.picture import picture

Work = Callable[[Transaction], Awaitable[None]]


class Refused(Exception):
    """What a test's unit raises."""


def note(name: str, then: BaseException | None = None) -> Work:
    """A unit that writes a row and then, perhaps, fails."""

    async def work(tx: Transaction) -> None:
        await jobs.take(tx, name, NOW, NOW)
        if then is not None:
            raise then

    return work


def noted(path: Path) -> Sequence[str]:
    return [row["name"] for row in picture(path)["jobs"]]


async def outcomes(database: SQLiteDatabase, *works: Work) -> Sequence[BaseException | None]:
    return await asyncio.gather(*(database.write(None, work) for work in works), return_exceptions=True)


async def test_a_unit_returns_what_its_work_returns(database: SQLiteDatabase) -> None:
    async def work(tx: Transaction) -> str:
        return "done"

    assert await database.write(None, work) == "done"
    assert await database.read(work) == "done"


async def test_a_unit_that_fails_leaves_nothing(database: SQLiteDatabase, path: Path) -> None:
    with pytest.raises(Refused):
        await database.write(None, note("a", Refused()))
    assert noted(path) == []


async def test_a_failing_unit_takes_back_only_itself(database: SQLiteDatabase, path: Path) -> None:
    told = await outcomes(database, note("a"), note("b", Refused()), note("c"))
    assert [type(one) for one in told] == [type(None), Refused, type(None)]
    assert noted(path) == ["a", "c"]


async def test_a_statement_that_the_database_refuses_takes_back_only_its_unit(
    database: SQLiteDatabase, path: Path
) -> None:
    async def twice(tx: Transaction) -> None:
        await tx.execute("insert into jobs (name, due_at) values ('b', 1)")
        await tx.execute("insert into jobs (name, due_at) values ('b', 2)")

    told = await outcomes(database, note("a"), twice, note("c"))
    assert told[1] is not None
    assert noted(path) == ["a", "c"]


async def test_a_unit_may_go_on_after_a_refused_statement(database: SQLiteDatabase, path: Path) -> None:
    async def stubborn(tx: Transaction) -> None:
        await tx.execute("insert into jobs (name, due_at) values ('a', 1)")
        with pytest.raises(Exception, match="UNIQUE"):
            await tx.execute("insert into jobs (name, due_at) values ('a', 2)")
        await tx.execute("insert into jobs (name, due_at) values ('b', 3)")

    await database.write(None, stubborn)
    assert noted(path) == ["a", "b"]


@settings(max_examples=15)
@given(fails=st.lists(st.booleans(), max_size=90))
async def test_exactly_the_units_that_succeed_are_kept(
    tmp_path_factory: pytest.TempPathFactory, fails: Sequence[bool]
) -> None:
    path = tmp_path_factory.mktemp("units") / "lexigram.sqlite"
    database = await new_database(path)
    try:
        told = await outcomes(
            database, *(note(f"{number:02}", Refused() if fail else None) for number, fail in enumerate(fails))
        )
    finally:
        await database.close()
    assert [one is not None for one in told] == list(fails)
    assert noted(path) == [f"{number:02}" for number, fail in enumerate(fails) if not fail]


async def suspends(tx: Transaction) -> None:
    await jobs.take(tx, "a", NOW, NOW)
    await asyncio.sleep(0)


async def sleeps(tx: Transaction) -> None:
    await jobs.take(tx, "a", NOW, NOW)
    await asyncio.sleep(1)


@pytest.mark.parametrize("work", [suspends, sleeps])
async def test_a_unit_that_awaits_anything_else_raises_and_leaves_nothing(
    database: SQLiteDatabase, path: Path, work: Work
) -> None:
    with pytest.raises(RuntimeError, match=r"nothing but its transaction|no running event loop"):
        await database.write(None, work)
    assert noted(path) == []
    await database.write(None, note("b"))
    assert noted(path) == ["b"]


async def test_a_unit_that_awaits_something_of_the_loop_raises(database: SQLiteDatabase, path: Path) -> None:
    never = asyncio.get_running_loop().create_future()

    async def waits(tx: Transaction) -> None:
        await jobs.take(tx, "a", NOW, NOW)
        await never

    with pytest.raises(RuntimeError, match="nothing but its transaction"):
        await database.write(None, waits)
    assert noted(path) == []


async def test_a_unit_that_meets_a_cancelled_future_harms_no_other(database: SQLiteDatabase, path: Path) -> None:
    given_up = asyncio.get_running_loop().create_future()
    given_up.cancel()

    async def waits(tx: Transaction) -> None:
        await jobs.take(tx, "b", NOW, NOW)
        await given_up

    told = await outcomes(database, note("a"), waits, note("c"))
    assert [type(one) for one in told] == [type(None), asyncio.CancelledError, type(None)]
    assert noted(path) == ["a", "c"]


async def test_a_unit_within_a_unit_is_refused(database: SQLiteDatabase, path: Path) -> None:
    async def nested(tx: Transaction) -> None:
        await database.write(None, note("a"))

    with pytest.raises(RuntimeError):
        await database.write(None, nested)
    assert noted(path) == []


async def test_a_transaction_is_of_no_use_after_its_unit(database: SQLiteDatabase, path: Path) -> None:
    kept: list[Transaction] = []

    async def keeps(tx: Transaction) -> None:
        kept.append(tx)

    await database.write(None, keeps)
    with pytest.raises(Exception, match="thread"):
        await jobs.take(kept[0], "a", NOW, NOW)
    assert noted(path) == []


class Settling:
    """A cause that notes itself, and may fail at it."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.heard: str | None = None

    async def settle(self, tx: Transaction, result: str) -> None:
        self.heard = result
        await jobs.take(tx, "cause", NOW, NOW)
        if self.error:
            raise self.error


async def effect(tx: Transaction) -> str:
    await jobs.take(tx, "effect", NOW, NOW)
    return "marked"


async def test_an_effect_and_its_cause_are_one_commit(database: SQLiteDatabase, path: Path) -> None:
    cause = Settling()
    assert await database.write(cause, effect) == "marked"
    assert cause.heard == "marked"
    assert noted(path) == ["cause", "effect"]


async def test_an_effect_whose_cause_cannot_be_settled_is_taken_back(database: SQLiteDatabase, path: Path) -> None:
    with pytest.raises(Refused):
        await database.write(Settling(Refused()), effect)
    assert noted(path) == []


async def test_a_cause_whose_effect_fails_stays_open(database: SQLiteDatabase, path: Path) -> None:
    cause = Settling()

    async def fails(tx: Transaction) -> str:
        raise Refused

    with pytest.raises(Refused):
        await database.write(cause, fails)
    assert cause.heard is None
    assert noted(path) == []
