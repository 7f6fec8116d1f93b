"""A story shown to somebody: its version, its page, and whether it surely arrived."""

from datetime import timedelta

from bot.storage import readings
from bot.storage.door import Transaction
from bot.storage.readings import Reading
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW, TODAY

LATER = NOW + timedelta(days=40)


async def now(tx: Transaction, reading: Reading) -> Reading:
    found = await readings.by_id(tx, reading.learner_id, reading.id)
    assert found
    return found


async def test_a_story_shown_again_begins_anew_as_the_same_reading(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        first = await readings.open_(tx, ana, "lake", 2, TODAY, NOW)
        await readings.turn(tx, first, 2, 1)
        await readings.answer(tx, first, (True, False))
        again = await readings.open_(tx, ana, "lake", 3, TODAY + 40, LATER)
        assert again.id == first.id
        assert (again.level, again.page, again.asked, again.opened_at) == (3, 0, (), LATER)
        assert await readings.shown(tx, ana) == ["lake"]

    await database.write(None, work)


async def test_another_version_forgets_the_answers_another_page_does_not(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        reading = await readings.open_(tx, ana, "lake", 2, TODAY, NOW)
        await readings.answer(tx, reading, (True, False))
        answered = await now(tx, reading)
        await readings.turn(tx, answered, 2, 1)
        assert (await now(tx, reading)).asked == (True, False)
        await readings.turn(tx, await now(tx, reading), 3, 0)
        assert (await now(tx, reading)).asked == ()

    await database.write(None, work)


async def test_the_first_tap_is_remembered_and_the_story_with_it(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        lake, owl = [await readings.open_(tx, ana, story, 2, TODAY, NOW) for story in ("lake", "owl")]
        await readings.touch(tx, lake.id, NOW)
        await readings.touch(tx, lake.id, LATER)
        assert (await now(tx, lake)).touched_at == NOW
        await readings.drop(tx, lake.id)
        await readings.drop(tx, owl.id)
        assert await readings.shown(tx, ana) == ["lake"]

    await database.write(None, work)


async def test_readings_are_told_by_when_they_were_opened(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        for story, at in [("lake", NOW), ("owl", NOW + timedelta(days=1)), ("bread", NOW), ("lake", LATER)]:
            await readings.open_(tx, ana, story, 2, TODAY, at)
        assert [one.story for one in await readings.oldest_first(tx, ana)] == ["bread", "owl", "lake"]
        latest = await readings.latest(tx, ana)
        assert latest
        assert latest.story == "lake"

    await database.write(None, work)
