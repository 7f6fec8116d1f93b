"""A bot as it comes, polling, and a person who chats with it: what later stories are written in."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, MessageHandler, filters

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import TOKEN, patient
from tests.sandbox.person import Control, Person

BOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])


async def echo(update: Update, context: Any) -> None:
    """Say the same, with a button."""
    if update.effective_message is not None:
        await update.effective_message.reply_text(f"You said: {update.effective_message.text}", reply_markup=BOARD)


async def again(update: Update, context: Any) -> None:
    """Count the taps in the message itself."""
    query = update.callback_query
    if query is not None and isinstance(query.message, Message):
        await query.answer("counted")
        await query.edit_message_text(f"{query.message.text}!", reply_markup=BOARD)


@pytest.fixture
async def echoing(sandbox: Sandbox) -> AsyncIterator[None]:
    built = ApplicationBuilder().token(TOKEN).base_url(f"{sandbox.url}/bot").job_queue(None)
    built = built.request(patient()).get_updates_request(patient())
    application: Application[Any, Any, Any, Any, Any, Any] = built.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(again))
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


async def test_a_person_chats_with_an_unchanged_bot(echoing: None, control: Control, ana: Person) -> None:
    await ana.sees("You said: /start")
    await ana.says("hello")
    await ana.sees("You said: hello")
    assert (await ana.taps("Again")).text == "counted"
    assert (await ana.sees("hello!")).edited
    assert await control.complaints() == []


async def test_people_talk_to_it_side_by_side(echoing: None, control: Control, ana: Person) -> None:
    tom = await control.person("Tom")
    await tom.says("hi from Tom")
    await ana.says("hi from Ana")
    assert (await tom.sees("hi from Tom")).raw["chat"]["id"] == tom.id
    assert (await ana.sees("hi from Ana")).raw["chat"]["id"] == ana.id


async def test_waiting_for_what_never_comes_tells_what_was_there(ana: Person) -> None:
    with pytest.raises(TimeoutError, match="/start"):
        await ana.sees("never", within=0.05)
