"""What Telegram finds in a text by itself."""

import pytest

from bot.sandbox.text.detection import detect
from bot.sandbox.text.units import cut


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start@lexigram_bot c_CODE", [("bot_command", "/start@lexigram_bot")]),
        ("and/or 1/2 a /b/ c", []),
        ("😀 /help @tom_b", [("bot_command", "/help"), ("mention", "@tom_b")]),
        ("see https://example.org/a?b=c.", [("url", "https://example.org/a?b=c")]),
        ("see example.org/a, e.g. this", [("url", "example.org/a")]),
        ("write to a.b@example.org!", [("email", "a.b@example.org")]),
        ("#topic and #1", [("hashtag", "#topic")]),
        ("nothing here", []),
    ],
)
def test_commands_mentions_and_addresses_are_found(text: str, found: list[tuple[str, str]]) -> None:
    entities = detect(text, [])
    assert [(one["type"], cut(text, one["offset"], one["length"])) for one in entities] == found


def test_nothing_is_found_inside_code() -> None:
    code = [{"type": "code", "offset": 0, "length": 6}]
    assert detect("/start", code) == code
