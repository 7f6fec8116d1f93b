"""One way of asking, as a regular expression over folded text."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from bot.domain.phrasings.languages import NAMES

Kind = Literal["meaning", "translate", "synonyms", "opposite", "difference", "reverse", "say", "pronounce", "example"]

ARABIC_LETTERS: Mapping[str, str] = MappingProxyType({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه",
})  # fmt: skip
TAIL = r"[\s?؟!.,،…:]*"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of asking: `x` and `y` are the words asked about, `lang` the language wanted."""

    kind: Kind
    expression: re.Pattern[str]


def fold(text: str) -> str:
    """The text, exactly as long as before, in one case and without accents."""
    return "".join(_folded(character) for character in text)


def patterns(kind: Kind, *expressions: str) -> Iterable[Pattern]:
    """Compile ways of asking one thing; `{x}`, `{y}` and `{lang}` stand for what they capture."""
    languages = "|".join(sorted((re.escape(name) for name in NAMES), key=len, reverse=True))
    for expression in expressions:
        full = expression.replace("{x}", "(?P<x>.+?)").replace("{y}", "(?P<y>.+?)")
        full = full.replace("{lang}", f"(?P<lang>{languages})")
        yield Pattern(kind, re.compile(full + TAIL))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    lower = character.lower()[:1]
    base = unicodedata.normalize("NFD", lower)[:1]
    return ARABIC_LETTERS.get(lower, base)
