"""Polling goes on, whatever is at the other end of the line."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Update

from bot.adapters.telegram import polling
from bot.adapters.telegram.account import Account, open_account
from bot.adapters.telegram.polling import Poller
from bot.services import Services
from tests.adapters.telegram.conftest import TOKEN
from tests.adapters.telegram.live.waiting import Watch, until
from tests.adapters.telegram.people import message
from tests.adapters.telegram.wire import ME

GARBAGE = {
    "not JSON": web.Response(text="{not json"),
    "half of it": web.Response(text='{"ok":true,"result":[{"update_id":5'),
    "a page": web.Response(text="<html>Sign in to this network</html>", content_type="text/html"),
    "nothing": web.Response(text=""),
    "no result": web.Response(text='{"ok":true}'),
    "no list": web.Response(text='{"ok":true,"result":true}'),
    "a list of something else": web.Response(text='{"ok":true,"result":[7]}'),
    "no numbers": web.Response(text='{"ok":true,"result":[{"message":{}}]}'),
    "a list": web.Response(text="[]"),
    "a page with 502": web.Response(status=502, text="<html>Bad Gateway</html>"),
    "an unknown status": web.Response(status=599, text=""),
    "a redirect to nowhere": web.Response(status=302, headers={"Location": "nowhere://"}),
}


class Server:
    """Answers getUpdates as told, then with one update, then never."""

    def __init__(self) -> None:
        self.answers: list[web.Response | None] = []
        self.offsets: list[str | None] = []
        self.gone = asyncio.Event()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["method"] == "getMe":
            return web.json_response({"ok": True, "result": ME})
        asked = await request.post()
        offset = asked.get("offset")
        self.offsets.append(offset if isinstance(offset, str) else None)
        if not self.answers:
            await self.gone.wait()
            return web.Response()
        answer = self.answers.pop(0)
        if answer is None:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        return answer


class Desk:
    """What the poller hands over."""

    def __init__(self) -> None:
        self.came: list[int] = []

    async def take(self, update: Update) -> None:
        self.came.append(update.update_id)


@pytest.fixture
async def server() -> Server:
    return Server()


@pytest.fixture
async def account(server: Server) -> AsyncIterator[Account]:
    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", server.handle)
    async with TestServer(application) as running, open_account(TOKEN, str(running.make_url("")).rstrip("/")) as one:
        yield one
        server.gone.set()


async def poll_through(
    server: Server, account: Account, services: Services, hours: Watch, answers: Sequence[web.Response | None]
) -> list[int]:
    """What came in the end, after these answers."""
    server.answers = [*answers, web.json_response({"ok": True, "result": [message(5, 7)]})]
    desk = Desk()
    task = asyncio.create_task(Poller(account, services, desk.take, ("message",), None, hours.sleep).run())
    while len(server.offsets) < len(answers) + 2:
        await until(lambda: hours.waited_for or len(server.offsets) == len(answers) + 2)
        await hours.pass_(60)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    return desk.came


@pytest.mark.parametrize("kind", GARBAGE)
async def test_an_answer_that_makes_no_sense_is_passed_over(
    server: Server, account: Account, services: Services, hours: Watch, kind: str
) -> None:
    assert await poll_through(server, account, services, hours, [GARBAGE[kind]]) == [5]
    assert server.offsets == [None, None, "6"]


async def test_a_line_that_breaks_again_and_again_is_survived(
    server: Server, account: Account, services: Services, hours: Watch
) -> None:
    assert await poll_through(server, account, services, hours, [None] * 5) == [5]


async def test_a_server_that_says_nothing_is_asked_again(
    server: Server, account: Account, services: Services, hours: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "SILENCE", 0.01)
    desk = Desk()
    task = asyncio.create_task(Poller(account, services, desk.take, ("message",), None, hours.sleep).run())
    for _ in range(3):
        await until(lambda: hours.waited_for)
        await hours.pass_(60)
    assert not task.done()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
