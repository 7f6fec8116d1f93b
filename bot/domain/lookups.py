"""What a person wants to know about which word, read from free text without a model."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.domain.phrasings import arabic, english, spanish
from bot.domain.phrasings.chat import is_small_talk
from bot.domain.phrasings.languages import language_code
from bot.domain.phrasings.pattern import Kind, Pattern, fold

__all__ = ["Kind", "Lookup", "is_question_form", "parse"]

ENGLISH = "en"
BARE_WORDS = 4
LISTED = 8
LONGEST = 200
"""Longer texts are something to read, not a question about a word."""

COURTESIES = 3
PLEASE = re.compile(
    r"^(?:please|por favor|من فضلك)[\s,]+|[\s,]+(?:please|pls|por favor|من فضلك|لو سمحت)\W*$", re.IGNORECASE
)
QUOTES = str.maketrans("“”„«»‟＂`´‘’ʼ‛", '"""""""\'\'\'\'\'\'')
STRAY = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\ufe00-\ufe0f]")
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
    cleaned = _clean(text)
    if not cleaned or len(cleaned) > LONGEST or cleaned.startswith("/"):
        return None
    return _explicit(cleaned) or _bare(cleaned)


def is_question_form(text: str) -> bool:
    """Whether the wording itself asks about a word, so that the text can't be an answer."""
    cleaned = _clean(text)
    return bool(cleaned) and len(cleaned) <= LONGEST and _explicit(cleaned) is not None


def _explicit(cleaned: str) -> Lookup | None:
    for asked in _without_politeness(cleaned):
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


def _without_politeness(text: str, times: int = COURTESIES) -> Iterator[str]:
    """The text without greetings before and thanks behind; then with them, since they may be what is asked about."""
    shorter = _stripped_once(text)
    if shorter != text and times:
        yield from _without_politeness(shorter, times - 1)
    yield text


def _stripped_once(text: str) -> str:
    folded = fold(text)
    opening, closing = _opening().match(folded), _closing().search(folded)
    start, stop = opening.end() if opening else 0, closing.start() if closing else len(text)
    return text[start:stop].strip() if start < stop else text


def _clean(text: str) -> str:
    """One line without emoji, invisible signs, vowel signs and a mention of the bot; one kind of quotes."""
    composed = unicodedata.normalize("NFKC", text).translate(QUOTES)
    lines = (" ".join("".join(map(_kept, line)).split()) for line in composed.splitlines())
    return re.sub(r"^@\w+[\s,:]+", "", "\n".join(line for line in lines if line)).lstrip("¿¡ ").strip()


def _kept(character: str) -> str:
    """A space for pictures and control signs; nothing for invisible signs, vowel signs and stray accents."""
    category = unicodedata.category(character)
    if category in {"So", "Sk", "Cc", "Cs", "Co"}:
        return " "
    return "" if category in {"Cf", "Me"} or STRAY.match(character) else character


@cache
def _patterns() -> tuple[Pattern, ...]:
    return (*english.asked(), *spanish.asked(), *arabic.asked())


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"{english.OPENING}|{spanish.OPENING}|{arabic.OPENING}")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(f"(?:{english.CLOSING}|{spanish.CLOSING}|{arabic.CLOSING})$")


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
