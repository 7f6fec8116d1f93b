"""Taps on buttons and their answers."""

import asyncio

import pytest
from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.sandbox.control import speech
from tests.sandbox.person import Control, Person, Refused

BOARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Sí ✅", callback_data="yes:1"), InlineKeyboardButton("Docs", url="https://example.org/a")]]
)


async def tapped(bot: Bot) -> CallbackQuery:
    """The newest tap that the bot hears of."""
    seen = 0
    while True:
        for update in await bot.get_updates(offset=seen, timeout=10):
            seen = update.update_id + 1
            if update.callback_query is not None:
                return update.callback_query


async def test_a_tap_by_label_waits_for_the_answer(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "Well?", reply_markup=BOARD)
    tap = asyncio.create_task(ana.taps("Sí ✅"))
    query = await tapped(bot)
    assert query.data == "yes:1"
    assert isinstance(query.message, Message)
    assert query.message == sent
    assert query.message.reply_markup == BOARD
    assert query.chat_instance
    await query.answer("Saved", show_alert=True)
    answer = await tap
    assert (answer.answered, answer.text, answer.alert) == (True, "Saved", True)


async def test_a_tap_that_nobody_answers_says_so(ana: Person, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech, "ANSWER_WITHIN", 0.05)
    await bot.send_message(ana.id, "Well?", reply_markup=BOARD)
    assert not (await ana.taps("Sí ✅")).answered


async def test_an_old_tap_can_not_be_answered(
    control: Control, ana: Person, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "ANSWER_WITHIN", 0.05)
    await bot.send_message(ana.id, "Well?", reply_markup=BOARD)
    await ana.taps("Sí ✅")
    query = await tapped(bot)
    await control.forward(minutes=11)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await query.answer()


async def test_the_first_answer_is_the_one_that_is_shown(ana: Person, bot: Bot) -> None:
    await bot.send_message(ana.id, "Well?", reply_markup=BOARD)
    tap = asyncio.create_task(ana.taps("Sí ✅"))
    query = await tapped(bot)
    assert await query.answer("one")
    assert await query.answer("two")
    assert (await tap).text == "one"


async def test_alerts_have_200_characters_at_most(ana: Person, bot: Bot) -> None:
    await bot.send_message(ana.id, "Well?", reply_markup=BOARD)
    tap = asyncio.create_task(ana.taps("Sí ✅"))
    query = await tapped(bot)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await query.answer("x" * 201)
    await query.answer()
    await tap


async def test_a_button_with_an_address_opens_it(ana: Person, bot: Bot) -> None:
    await bot.send_message(ana.id, "Well?", reply_markup=BOARD)
    assert (await ana.taps("Docs")).url == "https://example.org/a"


async def test_buttons_that_are_gone_can_not_be_tapped(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "Well?", reply_markup=BOARD)
    await sent.edit_reply_markup(None)
    with pytest.raises(Refused, match="no such button"):
        await ana.taps("Sí ✅", on=sent.message_id)
