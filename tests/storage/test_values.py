"""What crosses the door comes back as it was."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.door import Transaction, Value, from_json, to_instant, to_instant_or_none, to_json, to_stored
from bot.storage.sqlite import SQLiteDatabase

instants = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]))


@given(instants)
def test_an_instant_comes_back_to_the_microsecond(instant: datetime) -> None:
    stored = to_stored(instant)
    assert type(stored) is int
    assert to_instant(stored) == instant
    assert to_instant(stored).tzinfo is UTC


@given(instants, instants)
def test_stored_instants_sort_as_time_does(one: datetime, other: datetime) -> None:
    first, second = to_stored(one), to_stored(other)
    assert isinstance(first, int)
    assert isinstance(second, int)
    assert (first < second) == (one < other)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        to_stored(datetime(2026, 3, 2))  # noqa: DTZ001 — that is the point


def test_no_instant_stays_none() -> None:
    assert to_instant_or_none(None) is None
    assert to_instant_or_none(0) == datetime(1970, 1, 1, tzinfo=UTC)


@given(st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(), st.lists, max_leaves=6))
def test_json_comes_back_exactly(value: object) -> None:
    assert from_json(to_json(value)) == value


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (True, 1), (False, 0), (7, 7), (2**62, 2**62), (0.1, 0.1), ("", ""), ("فكرة 📖 'x'; --", "فكرة 📖 'x'; --"),
        (None, None), (datetime(2026, 3, 2, tzinfo=UTC), 1772409600000000),
    ],
)  # fmt: skip
async def test_a_value_is_kept_as_both_engines_keep_it(database: SQLiteDatabase, value: Value, stored: object) -> None:
    async def work(tx: Transaction) -> object:
        row = await tx.one("select :value as value", value=value)
        assert row
        return row["value"]

    found = await database.read(work)
    assert found == stored
    assert type(found) is type(stored)


async def test_execute_tells_how_many_rows_it_changed(database: SQLiteDatabase) -> None:
    async def work(tx: Transaction) -> list[int]:
        add = "insert into jobs (name, due_at) values ('a', 1), ('b', 2)"
        return [
            await tx.execute(add),
            await tx.execute("update jobs set due_at = 3 where name = 'a'"),
            await tx.execute("delete from jobs where name = 'nobody'"),
        ]

    assert await database.write(None, work) == [2, 1, 0]


async def test_one_is_the_first_row_or_none(database: SQLiteDatabase) -> None:
    async def work(tx: Transaction) -> tuple[object, object]:
        await tx.execute("insert into jobs (name, due_at) values ('a', 1), ('b', 2)")
        first = await tx.one("select name from jobs order by name")
        assert first
        return first["name"], await tx.one("select name from jobs where name = 'z'")

    assert await database.write(None, work) == ("a", None)
