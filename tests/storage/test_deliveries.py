"""The ledger: a slot is entered once, an article comes once a day, every step is taken once."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.storage import deliveries
from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW, TODAY, a_delivery

LATER = NOW + timedelta(minutes=1)
UNDER_WAY = ["claimed", "sending", "sent", "unknown"]
OVER = ["failed", "blocked", "skipped"]


async def enter(database: SQLiteDatabase, learner: int, *entries: tuple[str, str]) -> list[int]:
    async def work(tx: Transaction) -> list[int]:
        return [await a_delivery(tx, learner, kind, state) for kind, state in entries]

    return await database.write(None, work)


async def slots(database: SQLiteDatabase) -> Sequence[tuple[str, int]]:
    rows = await database.read(lambda tx: tx.all("select kind, ordinal from deliveries order by id"))
    return [(row["kind"], row["ordinal"]) for row in rows]


async def test_slots_of_a_kind_are_counted_by_day(database: SQLiteDatabase, ana: int, ben: int) -> None:
    await enter(database, ana, ("review", "sent"), ("review", "skipped"), ("article", "sent"))
    await enter(database, ben, ("review", "sent"))
    await database.write(None, lambda tx: a_delivery(tx, ana, day=TODAY + 1))
    assert await slots(database) == [("review", 0), ("review", 1), ("article", 0), ("review", 0), ("review", 0)]


async def test_a_slot_is_entered_once(database: SQLiteDatabase, ana: int) -> None:
    await enter(database, ana, ("review", "sent"))
    again = """
        insert into deliveries (learner_id, local_day, kind, ordinal, state, due_at, claimed_at)
        select learner_id, local_day, kind, ordinal, state, due_at, claimed_at from deliveries
    """
    with pytest.raises(sqlite3.IntegrityError):
        await database.write(None, lambda tx: tx.execute(again))


@pytest.mark.parametrize("state", UNDER_WAY)
async def test_an_article_under_way_or_sent_is_the_days_only_one(
    database: SQLiteDatabase, ana: int, state: str
) -> None:
    await enter(database, ana, ("article", state))
    assert await database.read(lambda tx: deliveries.had_article(tx, ana, TODAY))
    with pytest.raises(sqlite3.IntegrityError):
        await enter(database, ana, ("article", "claimed"))
    await database.write(None, lambda tx: a_delivery(tx, ana, "article", day=TODAY + 1))


@pytest.mark.parametrize("state", OVER)
async def test_an_article_that_did_not_go_out_leaves_room_for_one(
    database: SQLiteDatabase, ana: int, state: str
) -> None:
    await enter(database, ana, ("article", state))
    assert not await database.read(lambda tx: deliveries.had_article(tx, ana, TODAY))
    await enter(database, ana, ("article", "claimed"))


async def test_a_delivery_takes_each_step_once(database: SQLiteDatabase, ana: int) -> None:
    (one,) = await enter(database, ana, ("review", "claimed"))

    async def step(frm: str, to: str) -> str | None:
        moved = await database.write(None, lambda tx: deliveries.move(tx, one, frm, to, LATER))
        return moved.state if moved else None

    steps = [("claimed", "sending"), ("claimed", "sending"), ("sending", "sent"), ("sending", "unknown")]
    assert [await step(*each) for each in steps] == ["sending", None, "sent", None]
    row = await database.read(lambda tx: tx.one("select sending_at, ended_at from deliveries"))
    assert row
    assert row["sending_at"] == row["ended_at"] is not None


async def test_what_counts_is_what_went_out_or_may_have(database: SQLiteDatabase, ana: int) -> None:
    await enter(database, ana, *(("review", state) for state in UNDER_WAY + OVER))
    assert len(await database.read(lambda tx: deliveries.counting(tx, ana, TODAY))) == len(UNDER_WAY)
    assert await database.read(lambda tx: deliveries.counting(tx, ana, TODAY + 1)) == []


@pytest.mark.parametrize("state", OVER)
async def test_a_push_that_did_not_go_out_is_no_last_review_and_said_nothing(
    database: SQLiteDatabase, ana: int, state: str
) -> None:
    await enter(database, ana, ("review", state), ("article", "sent"))
    assert await database.read(lambda tx: deliveries.last_review(tx, ana)) is None
    await enter(database, ana, ("review", "unknown"))
    assert await database.read(lambda tx: deliveries.last_review(tx, ana)) == NOW
    assert await database.read(lambda tx: deliveries.said(tx, ana, "due"))
    assert not await database.read(lambda tx: deliveries.said(tx, ana, "farewell"))


async def test_an_earlier_run_left_what_is_neither_sent_nor_given_up(database: SQLiteDatabase, ana: int) -> None:
    ids = await enter(database, ana, *(("review", state) for state in UNDER_WAY + OVER))
    left = await database.read(deliveries.unfinished)
    assert [one.id for one in left] == ids[:2]


async def test_only_a_claim_can_be_taken_back(database: SQLiteDatabase, ana: int) -> None:
    ids = await enter(database, ana, *(("review", state) for state in UNDER_WAY + OVER))

    async def forget_all(tx: Transaction) -> None:
        for one in ids:
            await deliveries.forget(tx, one)

    await database.write(None, forget_all)
    kept = await database.read(lambda tx: deliveries.of(tx, ana, 10))
    assert [one.state for one in reversed(kept)] == [*UNDER_WAY[2:], *OVER]


async def test_the_latest_entries_come_first(database: SQLiteDatabase, ana: int) -> None:
    ids = await enter(database, ana, ("review", "sent"), ("review", "sent"), ("article", "skipped"))
    assert [one.id for one in await database.read(lambda tx: deliveries.of(tx, ana, 2))] == ids[:0:-1]
