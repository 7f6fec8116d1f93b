"""The methods of the Bot API that the sandbox carries out."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.methods import answering, describing, fetching, writing
from bot.sandbox.world import World

Method = Callable[[World, Call], Awaitable[Any] | Any]


def methods() -> Mapping[str, Method]:
    """Every method by its name in lower case, which is how Telegram compares names."""
    table = _in_chats() | _for_updates() | _about_the_bot()
    return {name.lower(): method for name, method in table.items()}


def _in_chats() -> dict[str, Method]:
    return {
        "sendMessage": writing.send_message,
        "editMessageText": writing.edit_message_text,
        "editMessageReplyMarkup": writing.edit_message_reply_markup,
        "deleteMessage": writing.delete_message,
        "deleteMessages": writing.delete_messages,
        "sendChatAction": writing.send_chat_action,
        "answerCallbackQuery": answering.answer_callback_query,
        "getChat": describing.get_chat,
    }


def _for_updates() -> dict[str, Method]:
    return {
        "getUpdates": fetching.get_updates,
        "setWebhook": fetching.set_webhook,
        "deleteWebhook": fetching.delete_webhook,
        "getWebhookInfo": fetching.get_webhook_info,
    }


def _about_the_bot() -> dict[str, Method]:
    return {
        "getMe": describing.get_me,
        "close": describing.agree,
        "logOut": describing.agree,
        "setMyCommands": describing.set_my_commands,
        "getMyCommands": describing.get_my_commands,
        "deleteMyCommands": describing.delete_my_commands,
        "setMyName": partial(describing.set_text, what="name"),
        "getMyName": partial(describing.get_text, what="name"),
        "setMyDescription": partial(describing.set_text, what="description"),
        "getMyDescription": partial(describing.get_text, what="description"),
        "setMyShortDescription": partial(describing.set_text, what="short_description"),
        "getMyShortDescription": partial(describing.get_text, what="short_description"),
        "setChatMenuButton": describing.set_menu_button,
        "getChatMenuButton": describing.get_menu_button,
    }
