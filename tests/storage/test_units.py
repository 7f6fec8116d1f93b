"""A unit of work is whole or not at all, whatever becomes of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import new_database
from tests.storage.units import Refused, note, noted, outcomes


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
