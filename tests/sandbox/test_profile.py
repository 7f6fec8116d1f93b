"""What the bot says about itself."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
    MenuButtonDefault,
)
from telegram.error import BadRequest

from bot.sandbox.known import known_parameters
from bot.sandbox.methods import methods
from tests.sandbox.person import Control, Person


async def test_the_bot_has_the_id_of_its_token(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (4242, True, "lexigram_sandbox_bot")


async def test_commands_belong_to_a_scope_and_a_language(control: Control, ana: Person, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("today", "Today")])
    await bot.set_my_commands([BotCommand("today", "Hoy")], BotCommandScopeAllPrivateChats(), "es")
    assert await bot.get_my_commands(language_code="es") == ()
    assert (await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "es"))[0].description == "Hoy"
    assert await menu(control, "Ana") == ["Hoy"]
    assert await menu(control, "Tom") == ["Today"]
    await bot.set_my_commands([BotCommand("today", "Para Ana")], BotCommandScopeChat(ana.id))
    assert await menu(control, "Ana") == ["Para Ana"]
    await bot.delete_my_commands(BotCommandScopeChat(ana.id))
    assert await menu(control, "Ana") == ["Hoy"]
    shown = (await control.ask("GET", "state"))["bot"]
    assert [one["description"] for one in shown["commands"]] == ["Today"]
    assert [one["description"] for one in shown["commands_by_language"]["es"]] == ["Hoy"]


async def menu(control: Control, name: str) -> list[str]:
    """What a person finds in the command menu."""
    person = await control.person(name)
    chat = await control.ask("GET", f"chats/{person.id}")
    return [one["description"] for one in chat["person"]["commands"]]


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [("Today", "x", "Bot_command_invalid"), ("a" * 33, "x", "Bot_command_invalid"), ("a", "", "description_invalid")],
)
async def test_commands_are_checked(bot: Bot, command: str, description: str, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await bot.set_my_commands([BotCommand(command, description)])


async def test_names_and_descriptions_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_name("Tutor")
    await bot.set_my_description("Reads with you.")
    await bot.set_my_description("Lee contigo.", language_code="es")
    await bot.set_my_short_description("A tutor.")
    assert (await bot.get_me()).first_name == "Tutor"
    assert (await bot.get_my_name("de")).name == "Tutor"
    assert (await bot.get_my_description("es")).description == "Lee contigo."
    assert (await bot.get_my_description("de")).description == "Reads with you."
    assert (await bot.get_my_short_description()).short_description == "A tutor."


async def test_the_menu_button_is_kept_by_chat(ana: Person, bot: Bot) -> None:
    await bot.set_chat_menu_button(ana.id, MenuButtonDefault())
    assert await bot.get_chat_menu_button(ana.id) == MenuButtonDefault()
    assert await bot.get_chat_menu_button() == MenuButtonCommands()


async def test_a_private_chat_is_its_person(ana: Person, bot: Bot) -> None:
    chat = await bot.get_chat(ana.id)
    assert (chat.type, chat.first_name, chat.username) == ("private", "Ana", "ana_sandbox")


async def test_closing_and_logging_out_are_agreed_to(bot: Bot) -> None:
    assert await bot.close()
    assert await bot.log_out()


def test_every_method_of_the_sandbox_is_one_of_telegrams() -> None:
    known = known_parameters()
    assert methods().keys() <= known.keys()
    assert {"chat_id", "text", "parse_mode", "reply_parameters", "link_preview_options"} <= known["sendmessage"]
    assert "read_timeout" not in known["sendmessage"]
    assert "reply_to_message_id" not in known["sendmessage"]
    assert known["getupdates"] == {"offset", "limit", "timeout", "allowed_updates"}
