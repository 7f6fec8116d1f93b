"""What a person wants to know about which word, read from free text without a model."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from bot.domain.phrasings import arabic, english, spanish
from bot.domain.phrasings.chat import is_small_talk
from bot.domain.phrasings.courtesy import clean, without_politeness
from bot.domain.phrasings.languages import language_code
from bot.domain.phrasings.pattern import Kind, Pattern, fold

__all__ = ["Kind", "Lookup", "is_question_form", "parse"]

ENGLISH = "en"
BARE_WORDS = 4
LISTED = 8
LONGEST = 200
"""Longer texts are something to read, not a question about a word."""

PLEASE = re.compile(
    r"^(?:please|por favor|من فضلك)[\s,]+|[\s,]+(?:please|pls|por favor|من فضلك|لو سمحت)\W*$", re.IGNORECASE
)
EDGES = " \t\n\"'.,،;:!?؟…()[]{}<>¿¡*_~-–—"


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is asked: `words` as the person wrote them; none means what they replied to ("what does it mean?").

    `to` is the language asked for, a code, where they named one; always "en" for `say`.
    """

    kind: Kind
    words: tuple[str, ...]
    to: str | None = None


def parse(text: str) -> Lookup | None:
    """The look-up in the text: an explicit question, else a bare word or phrase; None if it's something else."""
    cleaned = clean(text)
    if not cleaned or len(cleaned) > LONGEST or cleaned.startswith("/"):
        return None
    return _explicit(cleaned) or _bare(cleaned)


def is_question_form(text: str) -> bool:
    """Whether the wording itself asks about a word, so that the text can't be an answer."""
    cleaned = clean(text)
    return bool(cleaned) and len(cleaned) <= LONGEST and _explicit(cleaned) is not None


def is_chat(text: str) -> bool:
    """Whether the text is a greeting, thanks, agreement or laughter, which may also be a word to look up."""
    return is_small_talk(fold(clean(text)))


def _explicit(cleaned: str) -> Lookup | None:
    for asked in without_politeness(cleaned):
        folded = fold(asked)
        for pattern in _patterns():
            match = pattern.expression.fullmatch(folded)
            found = _lookup(pattern.kind, asked, match) if match else None
            if found:
                return found
    return None


def _lookup(kind: Kind, text: str, match: re.Match[str]) -> Lookup | None:
    named = match.groupdict()
    words = [_word(text[slice(*match.span(group))]) for group in ("x", "y") if named.get(group)]
    if kind == "difference":
        words = [part for word in words for part in re.split(r"\s*,\s*", word)]
    if not words or not all(any(letter.isalnum() for letter in word) for word in words):
        return None
    if len(words) == 1 and fold(words[0]) in _pointers():
        words = []
    to = language_code(named["lang"]) if named.get("lang") else None
    return _settled(kind, tuple(words), to)


def _settled(kind: Kind, words: tuple[str, ...], to: str | None) -> Lookup:
    """Into English it's "say", out of it "translate", however it was worded."""
    if kind not in {"say", "translate"}:
        return Lookup(kind, words, to)
    if to == ENGLISH or (kind == "say" and to is None):
        return Lookup("say", words, ENGLISH)
    return Lookup("translate", words, to)


def _bare(cleaned: str) -> Lookup | None:
    text = PLEASE.sub("", cleaned)
    folded = fold(text)
    if is_small_talk(folded) or not _looks_like_words(text):
        return None
    choice = re.fullmatch(r"(\S+) or (\S+?)\s*\?+", folded)
    if choice:
        return Lookup("difference", tuple(_word(text[slice(*choice.span(group))]) for group in (1, 2)))
    listed = [_word(part) for part in re.split(r"[,،;/\n]", text) if _word(part)]
    if len(listed) > 1:
        return _list(listed)
    word = _word(text)
    if len(word.split()) > BARE_WORDS:
        return None
    return Lookup("meaning", (word,)) if _is_latin(word) else Lookup("say", (word,), ENGLISH)


def _list(listed: list[str]) -> Lookup | None:
    short = all(len(word.split()) <= BARE_WORDS // 2 for word in listed)
    chat = any(is_small_talk(fold(word)) for word in listed)
    return Lookup("meaning", tuple(listed)) if short and len(listed) <= LISTED and not chat else None


def _looks_like_words(text: str) -> bool:
    return not re.search(r"://|www\.|[@#]|\w\.\w{2,}/", text) and any(letter.isalpha() for letter in text)


def _is_latin(word: str) -> bool:
    return all(letter.isascii() or "LATIN" in unicodedata.name(letter, "") for letter in word if letter.isalpha())


def _word(raw: str) -> str:
    """The word without quotes, end marks, and what introduces it ("the word", "la palabra", "كلمة")."""
    word = raw.strip(EDGES)
    head = _heads().match(fold(word))
    return word[head.end() :].strip(EDGES) if head and head.end() < len(word) else word


@cache
def _patterns() -> tuple[Pattern, ...]:
    return (*english.asked(), *spanish.asked(), *arabic.asked())


@cache
def _pointers() -> frozenset[str]:
    listed = "it,this,that,he,she,they,this word,that word,this one,that one,the word,esto,eso,esta palabra,هذا,هذه"
    return frozenset(listed.split(","))


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        r"(?:the |this |a |an |english )*(?:word|phrase|expression|term|verb|noun|adjective|idiom)s?[ :]+"
        r"|(?:la |el |esta |este )(?:palabra|frase|expresion|termino|verbo)[ :]+|(?:ال)?(?:كلمه|عباره|مصطلح|فعل)[ :]+"
    )
