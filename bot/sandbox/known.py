"""Which parameters each method of the Bot API has, read off python-telegram-bot's own signatures."""

import inspect
from collections.abc import Iterator, Mapping

from telegram import Bot

# What python-telegram-bot keeps to itself or sends under another name; Telegram never sees these.
_ITS_OWN = frozenset({
    "self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs", "filename",
    "reply_to_message_id", "allow_sending_without_reply", "disable_web_page_preview",
    "contact", "current_offset", "auto_pagination", "location", "venue",
})  # fmt: skip


def known_parameters() -> Mapping[str, frozenset[str]]:
    """Parameter names by method name in lower case, which is how Telegram compares names of methods."""
    return {name.lower(): frozenset(_parameters(name)) for name in _methods()}


def _methods() -> Iterator[str]:
    """The names under which python-telegram-bot offers Telegram's own methods: camel case, and `close`."""
    for name, _ in inspect.getmembers(Bot, inspect.isfunction):
        if name == "close" or (name != name.lower() and "_" not in name):
            yield name


def _parameters(method: str) -> Iterator[str]:
    for name in inspect.signature(getattr(Bot, method)).parameters:
        if name not in _ITS_OWN:
            yield name
