"""A unit of work may await nothing but its transaction."""

import asyncio
from pathlib import Path

import pytest

from bot.storage import jobs
from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW
from tests.storage.units import Work, note, noted, outcomes


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
