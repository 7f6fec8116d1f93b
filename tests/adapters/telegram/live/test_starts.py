"""Starts after a sudden end, and what must not be left behind."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import InvalidToken, RetryAfter

from bot.app import House, living
from bot.services import Reply, Services
from bot.tutor import inbox, outbox, talk
from tests.adapters.telegram.hours import settle
from tests.adapters.telegram.live.place import Place, dealt_with
from tests.adapters.telegram.live.waiting import until
from tests.adapters.telegram.people import message
from tests.sandbox.person import Control, Person

BOT = 4242


async def leave(house: House, *texts: str, chat: int) -> None:
    """Messages that an earlier run received, and then it ended."""
    updates = [message(100 + number, chat, text) for number, text in enumerate(texts)]
    held = [(100 + number, json.dumps(update)) for number, update in enumerate(updates)]
    await inbox.receive(house.services, BOT, held)


async def hold(services: Services, chat_id: int, reply: Reply) -> None:
    """A reply that an earlier run put into the outbox."""
    now = services.clock.now()
    await services.database.write(None, lambda tx: outbox.hold(tx, chat_id, reply, now))


async def test_what_was_left_is_dealt_with_in_order_before_polling_begins(
    place: Place, newcomer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    begun, go_on = asyncio.Event(), asyncio.Event()
    real = talk.hear

    async def hear(services: Services, cause: Any, learner: Any, said: talk.Said) -> Any:
        begun.set()
        await go_on.wait()
        heard.append(said.text)
        return await real(services, cause, learner, said)

    monkeypatch.setattr(talk, "hear", hear)
    await newcomer.says("four")
    async with place.built() as house:
        await leave(house, "one", "two", "three", chat=newcomer.id)
        polls = await place.polls()
        start = asyncio.create_task(live_until(house, lambda: len(heard) == 4))
        await begun.wait()
        await settle()
        assert (await place.polls(), heard) == (polls, [])
        go_on.set()
        await start
    assert heard == ["one", "two", "three", "four"]


async def live_until(house: House, true: Callable[[], bool]) -> None:
    async with living(house):
        await until(true)


async def test_what_an_earlier_run_didnt_send_goes_out_edits_first(
    place: Place, newcomer: Person, control: Control
) -> None:
    await newcomer.says("/start")
    async with place.built() as house:
        shown = await house.application.bot.send_message(newcomer.id, "Ready?")
        for reply in (Reply("a new one"), Reply("mended", edits=shown.message_id)):
            await hold(house.services, newcomer.id, reply)
    async with place.alive() as house:
        await house.messenger.idle()
        assert await outbox.left(house.services) == []
    texts = [call["params"]["text"] for call in await control.calls() if "text" in call["params"]]
    assert texts[:3] == ["Ready?", "mended", "a new one"]


async def test_a_database_serves_one_bot_only(place: Place) -> None:
    async with place.alive():
        pass
    async with place.built("5151:ANOTHER") as house:
        with pytest.raises(inbox.OtherBot, match="belongs to bot 4242, not to 5151"):
            async with living(house):
                pass


async def test_nothing_is_left_running_when_the_house_is_taken_down(place: Place, newcomer: Person) -> None:
    before = asyncio.all_tasks()
    async with place.alive() as house:
        await newcomer.says("/help")
        await dealt_with(house)
    await settle()
    assert {task for task in asyncio.all_tasks() - before if "aiohttp" not in repr(task)} == set()


async def test_a_refused_token_leaves_no_open_connection(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(InvalidToken):
        async with place.built("no-token-at-all"):
            pass
    assert "Unclosed" not in caplog.text


async def test_spans_come_as_timedelta_without_a_warning_wherever_it_is_started(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PTB_TIMEDELTA")
    async with place.built():
        assert RetryAfter(5).retry_after == timedelta(seconds=5)
