"""getUpdates: order, confirmation, waiting, retention, and two who poll at once."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import bot_at
from tests.sandbox.person import Control, Person


async def test_updates_come_in_order_until_an_offset_confirms_them(ana: Person, bot: Bot) -> None:
    await ana.says("one")
    await ana.says("two")
    first = await bot.get_updates()
    assert [update.effective_message.text for update in first if update.effective_message] == ["/start", "one", "two"]
    assert [update.update_id for update in await bot.get_updates()] == [update.update_id for update in first]
    assert [update.update_id for update in await bot.get_updates(offset=first[1].update_id)] == [
        update.update_id for update in first[1:]
    ]
    assert await bot.get_updates(offset=first[-1].update_id + 1) == ()


async def test_a_negative_offset_keeps_only_the_last(ana: Person, bot: Bot) -> None:
    await ana.says("one")
    await ana.says("two")
    (last,) = await bot.get_updates(offset=-1)
    assert last.message is not None
    assert last.message.text == "two"
    assert len(await bot.get_updates()) == 1


async def test_a_limit_cuts_the_batch(ana: Person, bot: Bot) -> None:
    await ana.says("one")
    assert len(await bot.get_updates(limit=1)) == 1


async def test_a_long_poll_is_answered_as_soon_as_someone_writes(ana: Person, bot: Bot) -> None:
    (start,) = await bot.get_updates()
    poll = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=20))
    await ana.says("hello")
    async with asyncio.timeout(5):
        (update,) = await poll
    assert update.message is not None
    assert update.message.text == "hello"
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "es"


async def test_a_poll_that_nobody_answers_ends_empty(bot: Bot) -> None:
    assert await bot.get_updates(timeout=1) == ()


async def test_a_second_poller_ends_the_first(sandbox: Sandbox, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    async with bot_at(sandbox.url) as other:
        while not first.done():
            await other.get_updates()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_only_the_kinds_asked_for_are_queued(control: Control, ana: Person, bot: Bot) -> None:
    (start,) = await bot.get_updates(allowed_updates=["callback_query", "nonsense"])
    await ana.says("not for you")
    assert await bot.get_updates(offset=start.update_id + 1) == ()
    await bot.get_updates(allowed_updates=[])
    await ana.says("for you")
    assert len(await bot.get_updates()) == 1
    assert [one["value"] for one in await control.complaints()] == ["nonsense"]


async def test_updates_older_than_a_day_are_gone(control: Control, ana: Person, bot: Bot) -> None:
    await control.forward(hours=23)
    await ana.says("later")
    await control.forward(hours=2)
    (kept,) = await bot.get_updates()
    assert kept.message is not None
    assert kept.message.text == "later"


async def test_closing_the_sandbox_lets_a_poll_go(sandbox: Sandbox, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await bot.get_me()
    async with asyncio.timeout(5):
        await sandbox.close()
    assert await poll == ()
