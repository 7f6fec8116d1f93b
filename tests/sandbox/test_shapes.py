"""Everything that the sandbox says passes python-telegram-bot's own types, with nothing left over."""

import asyncio
from typing import Any

import aiohttp
from telegram import (
    Bot,
    ChatFullInfo,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
    Update,
    User,
    WebhookInfo,
)

from bot.sandbox.server import Sandbox
from tests.sandbox.person import Person

BOARD = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])
RICH = (
    '<b>b</b> <tg-spoiler>s</tg-spoiler> <a href="https://example.org">l</a> <a href="tg://user?id=7001">Ana</a> '
    '<pre><code class="language-py">c</code></pre> <tg-emoji emoji-id="5">👍</tg-emoji> /today example.org '
    "<blockquote expandable>q</blockquote>"
)


async def raw(sandbox: Sandbox, method: str, **params: Any) -> Any:
    """The result of a call as JSON."""
    where = f"/bot4242:SANDBOX/{method}"
    async with aiohttp.ClientSession(sandbox.url) as session, session.post(where, json=params) as answer:
        return (await answer.json())["result"]


def said(value: Any) -> Any:
    """Without what is false, which the library adds."""
    if isinstance(value, dict):
        return {name: said(one) for name, one in value.items() if one is not False}
    return [said(one) for one in value] if isinstance(value, list) else value


async def test_every_update_survives_the_way_through_the_library(sandbox: Sandbox, ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, RICH, parse_mode="HTML", reply_markup=BOARD, protect_content=True)
    number = await ana.says("@tom_sandbox a.b@example.org", reply_to=sent.message_id, quote="s l")
    await bot.send_message(ana.id, "x", reply_parameters=ReplyParameters(number, quote="@tom"))
    await ana.edits(number, "edited #tag")
    tap = asyncio.create_task(ana.taps("A"))
    await ana.blocks()
    await ana.unblocks()
    updates = await raw(sandbox, "getUpdates", limit=100)
    while not any("callback_query" in update for update in updates):
        updates = await raw(sandbox, "getUpdates", limit=100)
    kinds = {kind for update in updates for kind in update if kind != "update_id"}
    assert kinds == {"message", "edited_message", "callback_query", "my_chat_member"}
    for update in updates:
        assert said(Update.de_json(update, bot).to_dict()) == said(update)
    tap.cancel()


async def test_users_chats_and_webhooks_do_too(sandbox: Sandbox, ana: Person, bot: Bot) -> None:
    me = await raw(sandbox, "getMe")
    assert said(User.de_json(me, bot).to_dict()) == said(me)
    chat = await raw(sandbox, "getChat", chat_id=ana.id)
    assert said(ChatFullInfo.de_json(chat, bot).to_dict()) == said(chat)
    info = await raw(sandbox, "getWebhookInfo")
    assert said(WebhookInfo.de_json(info, bot).to_dict()) == said(info)
