"""What people do, and what can be seen."""

import json

import aiohttp
import pytest
from telegram import Bot

from bot.sandbox.server import Sandbox
from tests.sandbox.person import Control, Person, Refused


async def test_three_people_are_there_from_the_start(control: Control) -> None:
    state = await control.ask("GET", "state")
    assert [(one["first_name"], one["language_code"]) for one in state["people"]] == [
        ("Ana", "es"),
        ("Tom", "en"),
        ("Layla", "ar"),
    ]
    assert state["chats"] == []


async def test_newcomers_get_an_id_and_keep_what_they_say_of_themselves(control: Control) -> None:
    zoe = await control.newcomer("Zoe", language_code="fr", zone="Europe/Paris", username="zoe")
    assert zoe.id == 7004
    described = (await control.ask("GET", f"chats/{zoe.id}"))["person"]
    assert (described["zone"], described["username"], described["blocked"]) == ("Europe/Paris", "zoe", False)
    with pytest.raises(Refused, match="zone"):
        await control.newcomer("Yan", zone="Mars/Base")
    with pytest.raises(Refused, match="taken"):
        await control.newcomer("Yan", id=7004)
    with pytest.raises(Refused, match="first_name"):
        await control.newcomer(" ")


async def test_an_edited_message_comes_as_such(ana: Person, bot: Bot) -> None:
    number = await ana.says("recieve")
    await ana.edits(number, "receive")
    update = (await bot.get_updates())[-1]
    assert update.message is None
    assert update.edited_message is not None
    assert (update.edited_message.message_id, update.edited_message.text) == (number, "receive")
    assert update.edited_message.edit_date is not None
    assert (await ana.chat())[-1].edited


async def test_only_ones_own_messages_can_be_edited(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "mine")
    with pytest.raises(Refused, match="one's own"):
        await ana.edits(sent.message_id, "yours")


async def test_commands_of_people_are_marked(ana: Person, bot: Bot) -> None:
    (start,) = await bot.get_updates()
    assert start.message is not None
    assert start.message.parse_entities(["bot_command"]) == {start.message.entities[0]: "/start"}


async def test_a_long_text_goes_as_several_messages(ana: Person, bot: Bot) -> None:
    await ana.says("a" * 5000)
    texts = [update.message.text for update in await bot.get_updates() if update.message]
    assert [len(text or "") for text in texts] == [6, 4096, 904]


async def test_who_blocked_the_bot_can_not_write_to_it(ana: Person) -> None:
    await ana.blocks()
    await ana.blocks()
    with pytest.raises(Refused, match="blocked"):
        await ana.says("hello?")


@pytest.mark.parametrize(
    ("path", "body", "reason"),
    [
        ("say", {"person": 1, "text": "x"}, "no such person"),
        ("say", {"person": "x", "text": "x"}, "whole number"),
        ("say", {"person": 7001, "text": " "}, "text"),
        ("say", {"person": 7001, "text": "x", "reply_to": 99}, "no such message"),
        ("tap", {"person": 7001, "message_id": 99, "button": "x"}, "no such message"),
        ("clock", {"forward": "soon"}, "number of seconds"),
        ("clock", {"to": "soon"}, "not an ISO time"),
        ("clock", {"forward": 1e12}, "five years"),
        ("clock", {}, "only goes forwards"),
    ],
)
async def test_what_can_not_be_done_is_said(control: Control, path: str, body: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        await control.ask("POST", path, body)


async def test_the_log_tells_every_call_in_order(control: Control, ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "x")
    await bot.get_updates()
    calls = await control.calls()
    assert [call["method"] for call in calls] == ["getMe", "sendMessage", "getUpdates"]
    assert calls[1]["params"] == {"chat_id": "7001", "text": "x"}
    assert calls[1]["result_message_id"] == sent.message_id
    assert [call["n"] for call in await control.calls(after=calls[1]["n"])] == [calls[2]["n"]]


async def test_events_tell_what_changed(control: Control, ana: Person, bot: Bot) -> None:
    async with control.events() as events:
        await bot.send_message(ana.id, "x")
        assert await anext(events) == {"chat": ana.id}
        await control.forward(hours=1)
        assert "clock" in await anext(events)
        await ana.blocks()
        assert await anext(events) == {"people": True}


async def test_messages_can_be_read_from_an_id_on(control: Control, ana: Person, bot: Bot) -> None:
    first = await bot.send_message(ana.id, "one")
    await bot.send_message(ana.id, "two")
    shown = await control.ask("GET", f"chats/{ana.id}", after=first.message_id)
    assert [one["text"] for one in shown["messages"]] == ["two"]


async def test_pages_of_other_sites_can_not_reach_in(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession(sandbox.url) as session:
        for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}):
            async with session.get("/control/state", headers=headers) as answer:
                assert answer.status == 403
        async with session.get("/control/state", headers={"Origin": sandbox.url}) as answer:
            assert answer.status == 200


async def test_parameters_come_in_every_shape_that_telegram_takes(sandbox: Sandbox, ana: Person) -> None:
    async with aiohttp.ClientSession(sandbox.url) as session:
        where = "/bot4242:SANDBOX/sendMessage"
        data = {"chat_id": str(ana.id), "text": "x"}
        multipart = aiohttp.FormData({"text": "x", "chat_id": str(ana.id)}, default_to_multipart=True)
        answers = [
            await (await session.get(where, params=data)).json(),
            await (await session.post(where, data=data)).json(),
            await (await session.post(where, data=multipart)).json(),
            await (await session.post(where.replace("send", "SEND"), json={"chat_id": ana.id, "text": "x"})).json(),
        ]
        assert [answer["ok"] for answer in answers] == [True] * 4
        broken = await session.post(where, data=b"{", headers={"Content-Type": "application/json"})
        assert (broken.status, json.loads(await broken.read())["ok"]) == (400, False)


async def test_a_malformed_token_is_not_found(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession(sandbox.url) as session, session.get("/botnonsense/getMe") as answer:
        assert await answer.json() == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_the_page_is_served(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession(sandbox.url) as session, session.get("/") as answer:
        assert answer.status == 200
