"""Delivery to a webhook: with its secret, in order, again until taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from tests.sandbox.person import Person


@dataclass
class Receiver:
    """A webhook that refuses the first `failures` deliveries."""

    url: str = ""
    failures: int = 0
    secrets: list[str | None] = field(default_factory=list)
    taken: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)

    async def handle(self, request: web.Request) -> web.Response:
        """Take an update or refuse it."""
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.failures:
            self.failures -= 1
            return web.Response(status=500)
        self.taken.put_nowait(await request.json())
        return web.Response()

    async def texts(self, count: int) -> list[str]:
        """The texts of the next updates."""
        async with asyncio.timeout(10):
            return [(await self.taken.get())["message"]["text"] for _ in range(count)]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    one = Receiver()
    application = web.Application()
    application.router.add_post("/hook", one.handle)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    one.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield one
    await runner.cleanup()


async def test_updates_go_to_the_webhook_with_its_secret(receiver: Receiver, ana: Person, bot: Bot) -> None:
    await bot.set_webhook(receiver.url, secret_token="s3cret-token")
    await ana.says("one")
    await ana.says("two")
    assert await receiver.texts(3) == ["/start", "one", "two"]
    assert set(receiver.secrets) == {"s3cret-token"}


async def test_a_refused_delivery_comes_again_in_order(receiver: Receiver, ana: Person, bot: Bot) -> None:
    receiver.failures = 2
    await bot.set_webhook(receiver.url)
    await ana.says("one")
    assert await receiver.texts(2) == ["/start", "one"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_polling_and_a_webhook_exclude_each_other(receiver: Receiver, ana: Person, bot: Bot) -> None:
    await bot.get_updates(offset=-1)
    poll = asyncio.create_task(bot.get_updates(offset=2**31 - 1, timeout=20))
    while not [call for call in await ana.control.calls("setWebhook") if call["ok"]]:
        await bot.set_webhook(receiver.url)
    with pytest.raises(Conflict, match=r"while webhook is active|terminated by setWebhook"):
        await poll
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    await ana.says("polled")
    assert (await bot.get_updates())[-1].message is not None


async def test_webhook_info_tells_what_is_set(receiver: Receiver, bot: Bot) -> None:
    assert (await bot.get_webhook_info()).url == ""
    await bot.set_webhook(receiver.url, max_connections=3, allowed_updates=["message"], drop_pending_updates=True)
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == (receiver.url, 3, ("message",))
    assert info.pending_update_count == 0


async def test_dropping_pending_updates_forgets_them(receiver: Receiver, ana: Person, bot: Bot) -> None:
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await ana.says("new")
    assert await receiver.texts(1) == ["new"]


@pytest.mark.parametrize("url", ["https://example.org/hook", "ftp://127.0.0.1/", "http://192.168.1.2/"])
async def test_nothing_is_delivered_to_other_machines(bot: Bot, url: str) -> None:
    with pytest.raises(BadRequest, match="Bad webhook"):
        await bot.set_webhook(url)


async def test_a_secret_has_only_some_signs(receiver: Receiver, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook(receiver.url, secret_token="no spaces")
