"""The bot's own account: python-telegram-bot's, with what we call most in our own words."""

import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeAlias, cast

from telegram import Update
from telegram.ext import ExtBot

from bot.adapters.telegram.transport import TIMEOUT, AiohttpRequest
from bot.services import Services
from bot.tutor import inbox

Raw: TypeAlias = Mapping[str, Any]
"""An update, or a keyboard, in Telegram's own words."""

NO_PREVIEW: Raw = {"is_disabled": True}

log = logging.getLogger(__name__)


class Account(ExtBot[None]):
    """Speaks of texts and updates without python-telegram-bot's objects.

    What came is held before anything tries to understand it. And to make a `Message` of each answer to a call, which
    nobody reads, would cost as much as the call.
    """

    async def fetch(self, offset: int | None, wait: timedelta, kinds: Sequence[str]) -> Sequence[Raw]:
        """The updates from `offset` on, which Telegram forgets before it; waits up to `wait` for the first."""
        seconds = wait.total_seconds()
        asked = {"offset": offset, "timeout": int(seconds), "allowed_updates": list(kinds)}
        return cast(Sequence[Raw], await self._post("getUpdates", asked, read_timeout=seconds + TIMEOUT))

    async def say(self, chat_id: int, text: str, parse_mode: str | None, keyboard: Raw | None, *, silent: bool) -> int:
        """Send a new message, without link previews; its id."""
        asked = {
            "chat_id": chat_id,
            "text": text,
            "parse_mode": parse_mode,
            "reply_markup": keyboard,
            "link_preview_options": NO_PREVIEW,
            "disable_notification": silent or None,
        }
        return int((await self._post("sendMessage", asked))["message_id"])

    async def change(
        self, chat_id: int, message_id: int, text: str, parse_mode: str | None, keyboard: Raw | None
    ) -> None:
        """Give a message another text and other buttons."""
        asked = {
            "chat_id": chat_id,
            "message_id": message_id,
            "text": text,
            "parse_mode": parse_mode,
            "reply_markup": keyboard,
            "link_preview_options": NO_PREVIEW,
        }
        await self._post("editMessageText", asked)


def open_account(token: str, api_url: str) -> Account:
    """The account at that server. Polling has a connection of its own, so that it never waits behind sends."""
    return Account(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=2),
    )


async def understand(account: Account, services: Services, raw: Raw) -> Update | None:
    """The update as python-telegram-bot has it; one that it can't read is let go, so that it holds up nothing."""
    try:
        return Update.de_json(dict(raw), account)
    except Exception:
        log.exception("update %s can't be read; it's let go", raw["update_id"])
    await inbox.dismiss(services, account.id, raw["update_id"])
    return None
