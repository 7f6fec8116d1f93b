"""What comes in is held until its effect is kept; what goes out, until it's sent; work of the house is done once."""

from collections.abc import Sequence
from datetime import timedelta

from bot.storage import inbox, jobs, messages, outbox
from bot.storage.door import Transaction
from bot.storage.messages import About
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW, a_card, a_question

BOT, OTHER = 42, 43
LATER = NOW + timedelta(hours=1)


async def hold(database: SQLiteDatabase, *updates: int, bot: int = BOT) -> Sequence[bool]:
    async def work(tx: Transaction) -> Sequence[bool]:
        return [await inbox.hold(tx, bot, update, f"update {update}", NOW) for update in updates]

    return await database.write(None, work)


async def left(database: SQLiteDatabase, bot: int = BOT) -> Sequence[tuple[int, int]]:
    """Number and attempts of what was left."""
    found = await database.read(lambda tx: inbox.left(tx, bot))
    return [(one.update_id, one.attempts) for one in found]


async def done(database: SQLiteDatabase, update: int) -> None:
    await database.write(None, lambda tx: inbox.done(tx, BOT, update, LATER))


async def test_an_update_is_held_once(database: SQLiteDatabase) -> None:
    assert await hold(database, 7, 8, 7) == [True, True, False]
    assert await hold(database, 8, 9) == [False, True]


async def test_an_update_that_is_done_is_not_taken_again(database: SQLiteDatabase) -> None:
    await hold(database, 7)
    await done(database, 7)
    assert await hold(database, 7) == [False]
    assert await left(database) == []


async def test_what_is_done_is_forgotten_but_for_its_number(database: SQLiteDatabase) -> None:
    await hold(database, 7, 8)
    await done(database, 7)
    rows = await database.read(lambda tx: tx.all("select payload from inbox order by update_id"))
    assert [row["payload"] for row in rows] == ["", "update 8"]


async def test_what_was_left_comes_again_oldest_first(database: SQLiteDatabase) -> None:
    await hold(database, 9, 7, 8)
    await done(database, 8)
    assert await left(database) == [(7, 0), (9, 0)]


async def test_an_attempt_is_counted_for_the_update_that_it_was_made_at(database: SQLiteDatabase) -> None:
    await hold(database, 7, 9)
    await database.write(None, lambda tx: inbox.begin(tx, BOT, 9))
    assert await left(database) == [(7, 0), (9, 1)]


async def test_bots_have_an_inbox_each(database: SQLiteDatabase) -> None:
    await hold(database, 7)
    assert await hold(database, 7, bot=OTHER) == [True]
    await done(database, 7)
    assert (await left(database), await left(database, OTHER)) == ([], [(7, 0)])


async def test_only_what_was_done_long_ago_is_pruned(database: SQLiteDatabase) -> None:
    await hold(database, 7, 8)
    await done(database, 7)
    assert await database.write(None, lambda tx: inbox.prune(tx, LATER)) == 0
    assert await database.write(None, lambda tx: inbox.prune(tx, LATER + timedelta(seconds=1))) == 1
    assert await left(database) == [(8, 0)]


async def test_a_database_belongs_to_the_first_bot_that_it_served(database: SQLiteDatabase) -> None:
    for bot in (BOT, OTHER, BOT):
        assert await database.write(None, lambda tx, bot=bot: inbox.belongs_to(tx, bot)) == BOT  # type: ignore[misc]


async def test_replies_wait_in_order_until_they_are_sent(database: SQLiteDatabase) -> None:
    async def work(tx: Transaction) -> Sequence[int]:
        return [await outbox.hold(tx, chat, f"to {chat}", NOW) for chat in (5, 4, 6)]

    first, second, third = await database.write(None, work)
    await database.write(None, lambda tx: outbox.sent(tx, second))
    waiting = await database.read(outbox.waiting)
    assert [(one.id, one.chat_id, one.payload) for one in waiting] == [(first, 5, "to 5"), (third, 6, "to 6")]


async def take(database: SQLiteDatabase) -> bool:
    return await database.write(None, lambda tx: jobs.take(tx, "housekeeping", NOW, LATER))


async def test_a_job_that_never_ran_is_taken_once(database: SQLiteDatabase) -> None:
    assert await database.read(lambda tx: jobs.is_due(tx, "housekeeping", NOW))
    assert [await take(database), await take(database)] == [True, False]
    assert not await database.read(lambda tx: jobs.is_due(tx, "housekeeping", NOW))


async def test_a_job_is_due_again_at_its_time(database: SQLiteDatabase) -> None:
    await take(database)
    assert await database.read(lambda tx: jobs.is_due(tx, "housekeeping", LATER))
    again = LATER + timedelta(hours=1)
    taken = [await database.write(None, lambda tx: jobs.take(tx, "housekeeping", LATER, again)) for _ in range(2)]
    assert taken == [True, False]


async def test_a_reply_to_a_message_is_understood(database: SQLiteDatabase, ana: int, ben: int) -> None:
    async def work(tx: Transaction) -> None:
        asked = await a_question(tx, ana, await a_card(tx, ana))
        await messages.note(tx, 1, 10, About("question", asked.id), NOW)
        await messages.note(tx, 1, 11, About("note", 0), NOW)
        await messages.note(tx, 1, 10, About("card", 5), LATER)
        assert await messages.about(tx, ana, 10) == About("card", 5)
        assert await messages.about(tx, ben, 10) is None
        assert (await messages.newest(tx, ana), await messages.newest(tx, ben)) == (11, None)
        row = await tx.one("select message_id from questions where id = :id", id=asked.id)
        assert row
        assert row["message_id"] == 10

    await database.write(None, work)


async def test_a_message_to_nobody_we_know_is_not_noted(database: SQLiteDatabase) -> None:
    await database.write(None, lambda tx: messages.note(tx, 99, 10, About("note", 0), NOW))
    assert await database.read(lambda tx: tx.all("select * from messages")) == []
