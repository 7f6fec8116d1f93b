import socket
from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import RequestData

from bot.adapters.telegram.account import open_account
from bot.adapters.telegram.transport import AiohttpRequest, body, outcome
from bot.sandbox.server import Sandbox, serve
from tests.adapters.telegram.conftest import TOKEN
from tests.sandbox.clock import TestClock
from tests.sandbox.person import Control, Person


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with await serve(TestClock(), None) as running:
        yield running


@pytest.fixture
async def control(sandbox: Sandbox) -> AsyncIterator[Control]:
    async with Control(sandbox.url) as one:
        yield one


@pytest.fixture
async def ana(control: Control) -> Person:
    person = await control.person("Ana")
    await person.says("/start")
    return person


@pytest.fixture
async def real_bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with open_account(TOKEN, sandbox.url) as one:
        yield one


async def refused(bot: Bot, chat_id: int, text: str = "hello") -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(chat_id, text)
    return caught.value


async def test_what_is_said_arrives(real_bot: Bot, ana: Person) -> None:
    await real_bot.send_message(ana.id, "¿Qué tal? & <b> 😀 كلمة")
    assert (await ana.latest()).text == "¿Qué tal? & <b> 😀 كلمة"


@pytest.mark.parametrize(
    ("kind", "expected"), [("drop_reply", "unknown"), ("reset", "unknown"), ("500", "unknown"), ("429", "unsent")]
)
async def test_trouble_on_the_way_says_whether_the_message_may_have_arrived(
    real_bot: Bot, ana: Person, control: Control, kind: str, expected: str
) -> None:
    await control.fault("sendMessage", kind)
    assert outcome(await refused(real_bot, ana.id)) == expected
    await real_bot.send_message(ana.id, "and now?")
    assert (await ana.latest()).text == "and now?"


async def test_no_answer_in_time_is_unknown(sandbox: Sandbox, control: Control, ana: Person) -> None:
    hasty = AiohttpRequest(read_timeout=0.05)
    async with Bot(TOKEN, base_url=f"{sandbox.url}/bot", request=hasty, get_updates_request=AiohttpRequest()) as bot:
        await control.fault("sendMessage", "slow", seconds=0.2)
        error = await refused(bot, ana.id)
    assert isinstance(error, TimedOut)
    assert outcome(error) == "unknown"


async def test_a_server_that_isnt_there_got_nothing() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/bot"
        bot = Bot(TOKEN, base_url=url, request=AiohttpRequest(), get_updates_request=AiohttpRequest())
        with pytest.raises(TelegramError) as caught:
            await bot.initialize()
        await bot.shutdown()
    assert outcome(caught.value) == "unsent"


async def test_a_blocked_chat_and_a_bad_message_are_told_apart(real_bot: Bot, ana: Person) -> None:
    assert outcome(await refused(real_bot, ana.id, "x" * 5000)) == "failed"
    await ana.blocks()
    assert outcome(await refused(real_bot, ana.id)) == "blocked"


async def test_a_transport_opens_and_closes_as_often_as_asked() -> None:
    transport = AiohttpRequest()
    with pytest.raises(RuntimeError, match="isn't open"):
        await transport.do_request("http://127.0.0.1:1/", "POST")
    for _ in range(2):
        await transport.initialize()
        await transport.initialize()
        await transport.shutdown()
        await transport.shutdown()


def test_a_call_without_parameters_has_no_body() -> None:
    assert body(None) is None
    assert body(RequestData([])) is not None


async def test_no_error_shows_the_token() -> None:
    transport = AiohttpRequest()
    await transport.initialize()
    with pytest.raises(NetworkError) as caught:
        await transport.do_request(f"nowhere://host/bot{TOKEN}/getMe", "POST")
    await transport.shutdown()
    assert "SANDBOX" not in str(caught.value)
