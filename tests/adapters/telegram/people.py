"""Updates as Telegram writes them."""

from typing import Any

Json = dict[str, Any]


def message(update_id: int, person: int, text: str = "hello") -> Json:
    """A person writes to the bot."""
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_900_000_000,
            "from": {"id": person, "is_bot": False, "first_name": "Ana"},
            "chat": {"id": person, "type": "private", "first_name": "Ana"},
            "text": text,
        },
    }


def updates(*found: Json) -> tuple[int, Json]:
    """The answer to getUpdates."""
    return 200, {"ok": True, "result": list(found)}
