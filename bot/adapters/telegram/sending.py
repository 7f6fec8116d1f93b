"""A reply becomes calls: what goes away first, then the edit or the new message, with what Telegram may object."""

import logging
import re
from html import unescape

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest

from bot.services import Button, Reply

LONGEST = int(MessageLimit.MAX_TEXT_LENGTH)
NOTHING_LEFT = "…"
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = logging.getLogger(__name__)


async def send(bot: Bot, chat_id: int, reply: Reply) -> int | None:
    """Do all that the reply says; the id of the message that shows its text, None if there's no text."""
    await clear(bot, chat_id, reply)
    return await speak(bot, chat_id, reply) if reply.text else None


async def clear(bot: Bot, chat_id: int, reply: Reply) -> None:
    """Take away what the reply replaces; what is gone already is no fault."""
    for message_id in reply.deletes:
        try:
            await bot.delete_message(chat_id, message_id)
        except BadRequest:
            await _cut(bot, chat_id, message_id, reply.remains)
    if reply.strips is not None:
        await _strip(bot, chat_id, reply.strips)


async def _cut(bot: Bot, chat_id: int, message_id: int, remains: str) -> None:
    """Cut a message that is too old to delete down to a line, or at least take its buttons away."""
    try:
        await bot.edit_message_text(remains or NOTHING_LEFT, chat_id, message_id, parse_mode=ParseMode.HTML)
    except BadRequest as error:
        log.debug("message %s in chat %s stays as it is: %s", message_id, chat_id, error)


async def _strip(bot: Bot, chat_id: int, message_id: int) -> None:
    try:
        await bot.edit_message_reply_markup(chat_id, message_id)
    except BadRequest as error:
        log.debug("message %s in chat %s stays as it is: %s", message_id, chat_id, error)


async def speak(bot: Bot, chat_id: int, reply: Reply) -> int:
    """Say the text: in the message to edit where that works, else in a new one; the message's id."""
    *before, last = parts(reply.text)
    if reply.edits is not None and not before and await _edit(bot, chat_id, reply.edits, reply, last):
        return reply.edits
    for part in before:
        await _say(bot, chat_id, part, None, silent=reply.silent)
    return await _say(bot, chat_id, last, keyboard(reply.buttons), silent=reply.silent)


async def _edit(bot: Bot, chat_id: int, message_id: int, reply: Reply, text: str) -> bool:
    """Change a message; False if it can't be changed (any more)."""
    markup = keyboard(reply.buttons)
    try:
        await bot.edit_message_text(
            text, chat_id, message_id, parse_mode=ParseMode.HTML, reply_markup=markup, link_preview_options=NO_PREVIEW
        )
    except BadRequest as error:
        if "not modified" in str(error):
            return True
        log.warning("message %s in chat %s can't be edited: %s", message_id, chat_id, error)
        return False
    return True


async def _say(bot: Bot, chat_id: int, text: str, markup: InlineKeyboardMarkup | None, *, silent: bool) -> int:
    """Send a new message; as plain text, if Telegram can't read our markup."""
    try:
        sent = await bot.send_message(
            chat_id, text, parse_mode=ParseMode.HTML, reply_markup=markup, disable_notification=silent,
            link_preview_options=NO_PREVIEW,
        )  # fmt: skip
    except BadRequest as error:
        if "parse entities" not in str(error):
            raise
        log.exception("our markup was refused in chat %s", chat_id)
        sent = await bot.send_message(
            chat_id, plain(text), reply_markup=markup, disable_notification=silent, link_preview_options=NO_PREVIEW
        )
    return sent.message_id


def keyboard(buttons: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram has them."""
    if not buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in buttons])


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.action)


def plain(text: str) -> str:
    """The text without its markup."""
    return unescape(re.sub(r"</?[a-z][^>]*>", "", text))


def parts(text: str) -> list[str]:
    """The text in messages that Telegram takes; a text that is too long is cut at paragraphs and loses its markup."""
    if len(plain(text)) <= LONGEST:
        return [text]
    made = [""]
    for paragraph in plain(text).split("\n\n"):
        for piece in _pieces(paragraph):
            if len(made[-1]) + len(piece) + 2 > LONGEST:
                made.append("")
            made[-1] = f"{made[-1]}\n\n{piece}".strip()
    return [part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for part in made if part]


def _pieces(paragraph: str) -> list[str]:
    return [paragraph[start : start + LONGEST] for start in range(0, len(paragraph), LONGEST)] or [""]
