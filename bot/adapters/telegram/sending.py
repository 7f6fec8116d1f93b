"""A reply becomes calls: what goes away first, then the edit or the new message, with what Telegram may object."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.adapters.telegram.account import Account, Raw
from bot.adapters.telegram.splitting import parts, plain
from bot.services import Button, Reply

T = TypeVar("T")

NOTHING_LEFT = "…"
"""What becomes of a message that can't go away any more and has nothing else to say."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Progress:
    """How far a reply has come, so that another attempt repeats nothing."""

    is_clear: bool = False
    said: int = 0
    message_id: int | None = None


async def send(bot: Account, chat_id: int, reply: Reply, progress: Progress) -> int | None:
    """Do all that the reply says; the id of the message that shows its text, None if there's no text."""
    if not progress.is_clear:
        await clear(bot, chat_id, reply)
        progress.is_clear = True
    return await speak(bot, chat_id, reply, progress) if reply.text else None


async def clear(bot: Account, chat_id: int, reply: Reply) -> None:
    """Take away what the reply replaces; what is gone already is no fault."""
    for message_id in reply.deletes:
        try:
            await bot.delete_message(chat_id, message_id)
        except BadRequest:
            await _cut(bot, chat_id, message_id, reply.remains)
    if reply.strips is not None:
        await _strip(bot, chat_id, reply.strips)


async def _cut(bot: Account, chat_id: int, message_id: int, remains: str) -> None:
    """Cut a message that is too old to delete down to a line, or at least take its buttons away."""
    try:
        await bot.change(chat_id, message_id, remains or NOTHING_LEFT, ParseMode.HTML, None)
    except BadRequest as error:
        log.debug("message %s in chat %s stays as it is: %s", message_id, chat_id, error)


async def _strip(bot: Account, chat_id: int, message_id: int) -> None:
    try:
        await bot.edit_message_reply_markup(chat_id, message_id)
    except BadRequest as error:
        log.debug("message %s in chat %s stays as it is: %s", message_id, chat_id, error)


async def speak(bot: Account, chat_id: int, reply: Reply, progress: Progress) -> int | None:
    """Say the text, in several messages if it's long; the id of the last, which has the buttons."""
    texts = parts(reply.text)
    for index in range(progress.said, len(texts)):
        part = Part(
            texts[index],
            reply.edits if index == 0 else None,
            keyboard(reply.buttons) if index == len(texts) - 1 else None,
            silent=reply.silent,
        )
        progress.message_id = await _show(bot, chat_id, part)
        progress.said += 1
    return progress.message_id


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a reply."""

    text: str
    edits: int | None
    keyboard: Raw | None
    silent: bool


async def _show(bot: Account, chat_id: int, part: Part) -> int:
    """Say it in the message to edit where that works, else in a new one; the message's id."""
    if part.edits is not None and await _edit(bot, chat_id, part.edits, part):
        return part.edits

    async def say(text: str, parse_mode: str | None) -> int:
        return await bot.say(chat_id, text, parse_mode, part.keyboard, silent=part.silent)

    return await _marked_up(say, part.text, chat_id)


async def _edit(bot: Account, chat_id: int, message_id: int, part: Part) -> bool:
    """Change a message; False if it can't be changed (any more)."""

    async def change(text: str, parse_mode: str | None) -> None:
        await bot.change(chat_id, message_id, text, parse_mode, part.keyboard)

    try:
        await _marked_up(change, part.text, chat_id)
    except BadRequest as error:
        if "not modified" in str(error):
            return True
        log.warning("message %s in chat %s can't be edited: %s", message_id, chat_id, error)
        return False
    return True


async def _marked_up(call: Callable[[str, str | None], Awaitable[T]], text: str, chat_id: int) -> T:
    """Make the call with our markup; with plain text, if Telegram can't read the markup."""
    try:
        return await call(text, ParseMode.HTML)
    except BadRequest as error:
        if "parse entities" not in str(error):
            raise
        log.error("our markup was refused in chat %s: %s", chat_id, error)  # noqa: TRY400 — where from is clear
    return await call(plain(text), None)


def keyboard(buttons: tuple[tuple[Button, ...], ...]) -> Raw | None:
    """The buttons as Telegram has them."""
    if not buttons:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in buttons]}


def _button(button: Button) -> Raw:
    return {"text": button.label} | ({"url": button.url} if button.url else {"callback_data": button.action})
