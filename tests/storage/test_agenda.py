"""A learner is due at the earliest of their agenda; a claim takes who waits longest, and is a lease."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from bot.storage import agenda, learners
from bot.storage.door import Transaction, to_instant_or_none
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW, a_learner

HOUR = timedelta(hours=1)


async def wake_at(tx: Transaction, learner: int) -> datetime | None:
    row = await tx.one("select wake_at from learners where id = :id", id=learner)
    assert row
    return to_instant_or_none(row["wake_at"])


async def test_a_learner_wakes_at_the_earliest_of_the_agenda(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> Sequence[datetime | None]:
        seen = [await wake_at(tx, ana)]
        for kind, at in [("review", NOW), ("article", NOW - HOUR), ("review", NOW - 2 * HOUR), ("review", None)]:
            await agenda.plan(tx, ana, kind, at)
            seen.append(await wake_at(tx, ana))
        await agenda.plan(tx, ana, "article", None)
        return [*seen, await wake_at(tx, ana)]

    assert await database.write(None, work) == [None, NOW, NOW - HOUR, NOW - 2 * HOUR, NOW - HOUR, None]


async def test_the_agenda_tells_what_is_planned(database: SQLiteDatabase, ana: int, ben: int) -> None:
    async def work(tx: Transaction) -> dict[str, datetime]:
        await agenda.plan(tx, ana, "review", NOW)
        await agenda.plan(tx, ben, "article", NOW)
        return await agenda.due(tx, ana)

    assert await database.write(None, work) == {"review": NOW}


async def test_who_is_blocked_or_asleep_is_not_due(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> Sequence[Sequence[int]]:
        await agenda.plan(tx, ana, "review", NOW)
        await agenda.sleep(tx, ana)
        asleep = await learners.claim(tx, NOW, NOW + HOUR, 9)
        await learners.change(tx, ana, blocked_at=NOW)
        await agenda.plan(tx, ana, "article", NOW)
        blocked = await learners.claim(tx, NOW, NOW + HOUR, 9)
        await learners.change(tx, ana, blocked_at=None)
        await agenda.wake_up(tx, ana)
        return [asleep, blocked, await learners.claim(tx, NOW, NOW + HOUR, 9)]

    assert await database.write(None, work) == [[], [], [ana]]


@pytest.fixture
async def queue(database: SQLiteDatabase) -> Sequence[int]:
    """Five people, the first due last; the very first isn't due yet."""

    async def work(tx: Transaction) -> Sequence[int]:
        people = [(await a_learner(tx, number)).id for number in range(5)]
        for number, person in enumerate(people):
            await agenda.plan(tx, person, "review", NOW + timedelta(seconds=1) - number * HOUR)
        return people

    return await database.write(None, work)


async def claim(database: SQLiteDatabase, now: datetime, limit: int) -> set[int]:
    return set(await database.write(None, lambda tx: learners.claim(tx, now, now + HOUR, limit)))


async def test_a_claim_takes_those_who_wait_longest(database: SQLiteDatabase, queue: Sequence[int]) -> None:
    assert await claim(database, NOW, 2) == set(queue[3:])
    assert await claim(database, NOW, 9) == set(queue[1:3])


async def test_nobody_is_claimed_twice_until_the_lease_ends(database: SQLiteDatabase, queue: Sequence[int]) -> None:
    assert await claim(database, NOW, 9) == set(queue[1:])
    assert await claim(database, NOW, 9) == set()
    assert await claim(database, NOW + HOUR - timedelta(microseconds=1), 9) == {queue[0]}
    assert await claim(database, NOW + HOUR, 9) == set(queue[1:])


async def test_who_was_dealt_with_comes_back_when_planned(database: SQLiteDatabase, queue: Sequence[int]) -> None:
    await claim(database, NOW, 9)
    await database.write(None, lambda tx: agenda.plan(tx, queue[2], "review", NOW + 3 * HOUR))
    assert queue[2] not in await claim(database, NOW + 2 * HOUR, 9)
    assert queue[2] in await claim(database, NOW + 3 * HOUR, 9)


async def test_the_next_to_wake_is_known(database: SQLiteDatabase, ana: int, queue: Sequence[int]) -> None:
    assert await database.read(learners.next_wake) == NOW + timedelta(seconds=1) - 4 * HOUR


async def test_a_learner_is_welcomed_once(database: SQLiteDatabase, ana: int) -> None:
    again = await database.write(None, lambda tx: learners.welcome(tx, 1, "ar", "Asia/Riyadh", NOW + HOUR))
    assert (again.id, again.language, again.created_at) == (ana, "en", NOW)
    assert await database.read(lambda tx: learners.by_telegram_id(tx, 1)) == again
    assert await database.read(lambda tx: learners.by_telegram_id(tx, 99)) is None


async def test_what_a_learner_changes_is_kept_and_nothing_else(database: SQLiteDatabase, ana: int, ben: int) -> None:
    before = await database.read(lambda tx: learners.by_id(tx, ben))
    changed = await database.write(
        None, lambda tx: learners.change(tx, ana, level=2.5, zone_known=True, paused_until=NOW, tongue="es")
    )
    assert (changed.level, changed.zone_known, changed.paused_until, changed.tongue) == (2.5, True, NOW, "es")
    assert await database.read(lambda tx: learners.by_id(tx, ben)) == before


@pytest.mark.parametrize("name", ["id", "telegram_id", "wake_at", "created_at", "id = 1; --"])
async def test_what_is_not_for_changing_is_refused(database: SQLiteDatabase, ana: int, name: str) -> None:
    with pytest.raises(ValueError, match="not for changing"):
        await database.write(None, lambda tx: learners.change(tx, ana, **{name: 1}))


async def test_nobody_is_a_lookup_error(database: SQLiteDatabase) -> None:
    with pytest.raises(LookupError):
        await database.read(lambda tx: learners.by_id(tx, 99))
