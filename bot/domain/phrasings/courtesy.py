"""A text as it's asked: without decoration, greetings and thanks."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from bot.domain.phrasings import arabic, english, spanish
from bot.domain.phrasings.pattern import fold

COURTESIES = 3
QUOTES = str.maketrans("“”„«»‟＂`´‘’ʼ‛", '"""""""\'\'\'\'\'\'')
STRAY = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\ufe00-\ufe0f]")


def clean(text: str) -> str:
    """The text without emoji, invisible signs, vowel signs and a mention of the bot, its lines kept; one kind of quotes."""
    composed = unicodedata.normalize("NFKC", text).translate(QUOTES)
    lines = (" ".join("".join(map(_kept, line)).split()) for line in composed.splitlines())
    return re.sub(r"^@\w+[\s,:]+", "", "\n".join(line for line in lines if line)).lstrip("¿¡ ").strip()


def without_politeness(text: str, times: int = COURTESIES) -> Iterator[str]:
    """The text without greetings before and thanks behind; then with them, since they may be what is asked about."""
    shorter = _stripped_once(text)
    if shorter != text and times:
        yield from without_politeness(shorter, times - 1)
    yield text


def _stripped_once(text: str) -> str:
    folded = fold(text)
    opening, closing = _opening().match(folded), _closing().search(folded)
    start, stop = opening.end() if opening else 0, closing.start() if closing else len(text)
    return text[start:stop].strip() if start < stop else text


def _kept(character: str) -> str:
    """A space for pictures and control signs; nothing for invisible signs, vowel signs and stray accents."""
    category = unicodedata.category(character)
    if category in {"So", "Sk", "Cc", "Cs", "Co"}:
        return " "
    return "" if category in {"Cf", "Me"} or STRAY.match(character) else character


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"{english.OPENING}|{spanish.OPENING}|{arabic.OPENING}")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(f"(?:{english.CLOSING}|{spanish.CLOSING}|{arabic.CLOSING})$")
