"""What the bot writes: accepted, shown and refused as Telegram does it."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken

from tests.sandbox.person import Control, Person


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"data {label}") for label in labels]])


async def test_a_message_carries_what_it_was_sent_with(control: Control, ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(
        ana.id,
        "<b>Hola</b> 🙂 <i>Ana</i>",
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard("Yes", "No"),
        disable_notification=True,
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    assert sent.text == "Hola 🙂 Ana"
    assert sent.text_html == "<b>Hola</b> 🙂 <i>Ana</i>"
    assert sent.reply_markup == keyboard("Yes", "No")
    assert sent.has_protected_content
    assert sent.date == (await control.now()).replace(microsecond=0)
    bubble = await ana.latest()
    assert (bubble.text, bubble.silent, bubble.buttons) == ("Hola 🙂 Ana", True, ("Yes", "No"))
    assert bubble.html == "<b>Hola</b> 🙂 <i>Ana</i>"
    assert await control.complaints() == []


async def test_entities_may_be_given_instead_of_tags(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "😀 bold", entities=[MessageEntity("bold", 3, 4)])
    assert sent.parse_entities() == {sent.entities[0]: "bold"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Message text is empty"),
        ("<b> \n</b>", "Message text is empty"),
        ("a" * 4097, "Message is too long"),
        ("<b>a" + "</b>", None),
        ("<b>" + "a" * 4096 + "</b>", None),
        ("a < b", 'Can\'t parse entities: unsupported start tag "" at byte offset 2'),
        ("<b>a", "Can't parse entities: can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_texts_are_measured_after_parsing(ana: Person, bot: Bot, text: str, reason: str | None) -> None:
    if reason is None:
        await bot.send_message(ana.id, text, parse_mode="HTML")
        return
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(ana.id, text, parse_mode="HTML")
    assert refused.value.message.lower() == reason.lower()


async def test_nobody_can_be_written_to_who_never_wrote(control: Control, bot: Bot) -> None:
    tom = await control.person("Tom")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(tom.id, "hello")


async def test_who_blocked_the_bot_gets_nothing(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "before")
    await ana.blocks()
    for attempt in (bot.send_message(ana.id, "x"), sent.edit_text("x"), bot.send_chat_action(ana.id, "typing")):
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await attempt
    await ana.unblocks()
    await bot.send_message(ana.id, "after")
    updates = await bot.get_updates()
    changes = [one.my_chat_member for one in updates if one.my_chat_member]
    assert [one.new_chat_member.status for one in changes] == ["kicked", "member"]


@pytest.mark.parametrize("data", ["x" * 65, "é" * 33, ""])
async def test_callback_data_has_1_to_64_bytes(ana: Person, bot: Bot, data: str) -> None:
    board = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data=data)]])
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(ana.id, "x", reply_markup=board)


async def test_a_keyboard_has_100_buttons_at_most(ana: Person, bot: Bot) -> None:
    board = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]] * 101)
    with pytest.raises(BadRequest, match="Reply markup is too long"):
        await bot.send_message(ana.id, "x", reply_markup=board)


async def test_replies_carry_the_message_replied_to_and_its_quote(ana: Person, bot: Bot) -> None:
    first = await bot.send_message(ana.id, "The mayor was reluctant to go.", reply_markup=keyboard("Keep"))
    await ana.says("reluctant", reply_to=first.message_id, quote="reluctant to go")
    asked = (await bot.get_updates())[-1].message
    assert asked is not None
    assert asked.reply_to_message is not None
    assert asked.reply_to_message.text == first.text
    assert asked.reply_to_message.reply_markup == keyboard("Keep")
    assert asked.quote is not None
    assert (asked.quote.text, asked.quote.position) == ("reluctant to go", 14)
    answer = await bot.send_message(
        ana.id, "It means …", reply_parameters=ReplyParameters(asked.message_id, quote="reluc")
    )
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "reluctant"
    assert answer.reply_to_message.reply_to_message is None


async def test_a_reply_to_nothing_is_refused_unless_allowed(ana: Person, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ana.id, "x", reply_parameters=ReplyParameters(999))
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(ana.id, "x", reply_parameters=lenient)).reply_to_message is None


async def test_a_quote_that_the_message_does_not_contain_is_refused(ana: Person, bot: Bot) -> None:
    sent = await bot.send_message(ana.id, "words")
    with pytest.raises(BadRequest, match="Quote_text_invalid"):
        await bot.send_message(ana.id, "x", reply_parameters=ReplyParameters(sent.message_id, quote="other"))


async def test_typing_is_shown_until_the_next_message(ana: Person, bot: Bot) -> None:
    await bot.send_chat_action(ana.id, ChatAction.TYPING)
    assert await ana.is_typed_to()
    await bot.send_message(ana.id, "x")
    assert not await ana.is_typed_to()


async def test_typing_ends_by_itself(control: Control, ana: Person, bot: Bot) -> None:
    await bot.send_chat_action(ana.id, ChatAction.TYPING)
    await control.forward(seconds=6)
    assert not await ana.is_typed_to()


async def test_parameters_that_telegram_would_ignore_are_complained_of(control: Control, ana: Person, bot: Bot) -> None:
    await bot.send_message(ana.id, "x", api_kwargs={"colour": "red"})
    assert await control.complaints() == [{"method": "sendMessage", "parameter": "colour", "value": "red"}]
    await control.ask("DELETE", "complaints")
    assert await control.complaints() == []


async def test_methods_that_are_not_there_are_404_and_complained_of(control: Control, ana: Person, bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("makeCoffee")
    with pytest.raises(InvalidToken, match="Not Found"):
        await bot.send_dice(ana.id)
    problems = [(one["method"], one["problem"]) for one in await control.complaints()]
    assert problems == [
        ("makeCoffee", "no such method"),
        ("sendDice", "the sandbox doesn't have this method yet"),
    ]
