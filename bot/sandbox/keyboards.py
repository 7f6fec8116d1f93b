"""Reply markup: what Telegram accepts, and what it quietly drops."""

from typing import Any

from bot.sandbox.refusals import bad_request
from bot.sandbox.shapes import Json

DATA_LIMIT = 64
BUTTONS_LIMIT = 100
ROW_LIMIT = 8

_ACTIONS = (
    "url", "login_url", "callback_data", "web_app", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "callback_game", "pay", "copy_text",
)  # fmt: skip
_OTHERS = ("keyboard", "remove_keyboard", "force_reply")


def read(markup: Any) -> tuple[Json | None, Json | None, list[str]]:
    """The inline keyboard, any other reply markup, and what Telegram would do to them without saying so."""
    if markup is None:
        return None, None, []
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if any(markup.get(name) for name in _OTHERS):
        return None, markup, []
    return None, None, ["reply markup of no known kind"] if markup else []


def _inline(rows: Any) -> tuple[Json | None, None, list[str]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be of type Array of Arrays')
    kept = [[_button(button) for button in row] for row in rows if row]
    buttons = sum(len(row) for row in kept)
    if buttons > BUTTONS_LIMIT:
        raise bad_request("reply markup is too long")
    notes = ["more than 8 buttons in a row"] if any(len(row) > ROW_LIMIT for row in kept) else []
    return ({"inline_keyboard": kept} if kept else None), None, notes


def _button(button: Any) -> Json:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Text must be non-empty")
    if not any(action in button for action in _ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        _check_data(button["callback_data"])
    if "url" in button:
        _check_address(str(button["url"]))
    return button


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_address(address: str) -> None:
    host = address.removeprefix("https://").removeprefix("http://").split("/")[0]
    if not address.startswith("tg://") and ("." not in host or " " in address):
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
