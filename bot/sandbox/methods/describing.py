"""Who the bot is, what it offers, and whom it talks to."""

import re
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.methods.content import chat_of
from bot.sandbox.people import private_chat
from bot.sandbox.profile import slot
from bot.sandbox.refusals import bad_request
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS = 100
_DESCRIPTION = 256
_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(world: World, _call: Call) -> Json:
    """The bot itself."""
    return world.bot() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def agree(_world: World, _call: Call) -> bool:
    """True to whatever has no effect here."""
    return True


def get_chat(world: World, call: Call) -> Json:
    """A private chat in full."""
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(_GIFTS, False)}
    return private_chat(chat_of(world, call)) | full


def set_my_commands(world: World, call: Call) -> bool:
    """The command menu for a scope and a language."""
    commands = call.structure("commands", "commands list")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands list")
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.settings.set(_menu(call), [_command(one) for one in commands])
    world.events.tell({"people": True})
    return True


def _command(one: Any) -> Json:
    name = str(one.get("command", "")).removeprefix("/") if isinstance(one, dict) else ""
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    description = str(one.get("description", "")).strip()
    if not 1 <= len(description) <= _DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _menu(call: Call) -> str:
    scope = call.structure("scope", "bot command scope") or {}
    return slot(str(scope.get("type", "default")), scope.get("chat_id", ""), call.text("language_code"))


def get_my_commands(world: World, call: Call) -> list[Json]:
    """The command menu of exactly this scope and language."""
    return list(world.settings.get(_menu(call), []))


def delete_my_commands(world: World, call: Call) -> bool:
    """No command menu for this scope and language."""
    world.settings.set(_menu(call), None)
    world.events.tell({"people": True})
    return True


def set_text(world: World, call: Call, what: str) -> bool:
    """Name, description or short description in a language; an empty one falls back to the default."""
    text = call.text(what)
    if len(text) > _LIMITS[what]:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    world.settings.set(f"{what}:{call.text('language_code')}", text or None)
    world.events.tell({"people": True})
    return True


def get_text(world: World, call: Call, what: str) -> Json:
    """Name, description or short description in a language."""
    language = call.text("language_code")
    fallback = world.settings.get(f"{what}:", world.bot()["first_name"] if what == "name" else "")
    return {what: world.settings.get(f"{what}:{language}", fallback)}


def set_menu_button(world: World, call: Call) -> bool:
    """What the button beside the text field opens."""
    button = call.structure("menu_button", "menu button") or {"type": "default"}
    world.settings.set(f"menu:{call.text('chat_id')}", button)
    return True


def get_menu_button(world: World, call: Call) -> Json:
    """What the button beside the text field opens; for one chat, else for all."""
    everywhere = world.settings.get("menu:", {"type": "commands"})
    found: Json = world.settings.get(f"menu:{call.text('chat_id')}", everywhere)
    return found
