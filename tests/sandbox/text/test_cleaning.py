"""What Telegram drops without a word."""

from bot.sandbox.text.cleaning import clean, is_empty


def bold(offset: int, length: int) -> dict[str, object]:
    return {"type": "bold", "offset": offset, "length": length}


def test_ends_are_trimmed_and_entities_move_along() -> None:
    assert clean("  ab \n", [bold(1, 3)]) == ("ab", [bold(0, 2)], [])


def test_direction_marks_vanish_and_are_noted() -> None:
    text, entities, notes = clean("\u202bab\u202c cd", [bold(1, 2), bold(5, 2)])
    assert (text, entities) == ("ab cd", [bold(0, 2), bold(3, 2)])
    assert notes == ["characters that Telegram removes"]


def test_isolates_stay() -> None:
    assert clean("\u2067x\u2069", [])[0] == "\u2067x\u2069"


def test_only_100_entities_stay() -> None:
    text, entities, notes = clean("ab" * 101, [bold(2 * n, 1) for n in range(101)])
    assert (len(text), len(entities), notes) == (202, 100, ["more than 100 entities"])


def test_code_holds_nothing_and_nothing_holds_itself() -> None:
    code = {"type": "code", "offset": 0, "length": 4}
    assert clean("abcd", [code, bold(1, 2)])[1] == [code]
    assert clean("abcd", [bold(0, 4), bold(1, 2)])[1] == [bold(0, 4)]


def test_what_cannot_be_seen_is_empty() -> None:
    assert is_empty(" \u200b\n ")
    assert not is_empty("x")
