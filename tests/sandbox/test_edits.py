"""What the bot changes and takes away afterwards."""

import pytest
from telegram import Bot
from telegram.error import BadRequest

from tests.sandbox.person import Control, Person
from tests.sandbox.test_messages import keyboard


async def test_an_edit_replaces_text_and_keyboard(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "one", reply_markup=keyboard("A"))
    edited = await sent.edit_text("two")
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup, edited.edit_date) == ("two", None, edited.date)
    bubble = await ana.latest()
    assert (bubble.text, bubble.edited, bubble.buttons) == ("two", True, ())


async def test_changing_only_the_buttons_does_not_show_as_edited(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "one", reply_markup=keyboard("A"))
    await sent.edit_reply_markup(keyboard("B"))
    bubble = await ana.latest()
    assert (bubble.edited, bubble.buttons) == (False, ("B",))


async def test_an_edit_that_changes_nothing_is_refused(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "<b>one</b>", parse_mode="HTML", reply_markup=keyboard("A"))
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await sent.edit_text("<strong>one</strong>", parse_mode="HTML", reply_markup=keyboard("A"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_reply_markup(keyboard("A"))


async def test_only_what_is_there_and_ones_own_can_be_edited(ana: Person, bot: Bot) -> None:
    theirs = await ana.says("mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", ana.id, theirs)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", ana.id, 999)


async def test_messages_can_be_deleted_for_48_hours(control: Control, ana: Person, bot: Bot) -> None:
    old = await bot.send_message(ana.id, "old")
    await control.forward(hours=47)
    new = await bot.send_message(ana.id, "new")
    theirs = await ana.says("theirs")
    assert await bot.delete_message(ana.id, theirs)
    await control.forward(hours=2)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await old.delete()
    await new.delete()
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await new.delete()
    assert [bubble.text for bubble in await ana.chat()] == ["/start", "old"]


async def test_several_messages_go_at_once_and_missing_ones_are_passed_over(ana: Person, bot: Bot) -> None:
    sent = [await bot.send_message(ana.id, text) for text in ("one", "two")]
    assert await bot.delete_messages(ana.id, [sent[0].message_id, sent[1].message_id, 999])
    assert [bubble.text for bubble in await ana.chat()] == ["/start"]
