"""What Telegram says when it refuses, in its own words.

Refusals are exceptions because they end a call from any depth of parsing; the edge turns them into the
error shape of the Bot API. The texts are those of Telegram's own server.
"""

from bot.sandbox.shapes import Json


class Refusal(Exception):
    """A call that Telegram would not carry out."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The error as the Bot API shapes it."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(reason: str) -> Refusal:
    """400 with Telegram's prefix."""
    return Refusal(400, f"Bad Request: {reason}")


def not_found() -> Refusal:
    """404 for an unknown method or a malformed token."""
    return Refusal(404, "Not Found")


def blocked() -> Refusal:
    """403 for writing to someone who blocked the bot."""
    return Refusal(403, "Forbidden: bot was blocked by the user")


def conflict(reason: str) -> Refusal:
    """409, which only polling meets."""
    return Refusal(409, f"Conflict: {reason}")


def too_many(seconds: int) -> Refusal:
    """429 with the wait that Telegram asks for."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def not_modified() -> Refusal:
    """400 for an edit that changes nothing."""
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


def query_expired() -> Refusal:
    """400 for a callback query that is unknown or was left too long."""
    return bad_request("query is too old and response timeout expired or query ID is invalid")
