"""Words as they stand in writing: normalised, measured, and taken out of their sentence."""

import re
import unicodedata

GAP = "____"

_END = r"(?!\w)(?!['-](?!s\b)\w)"
"""A word ends here; "mayor's" ends after "mayor", "well-being" doesn't after "well"."""

_APART = 3
"""At most this many words stand between the parts of a separated phrase (gave the whole thing up)."""

_MARKS = str.maketrans("’‘ʼ´`“”‐‑–—", "'''''\"\"----")
_EDGES = " \t\n\"'.,;:!?…()[]{}<>«»¿¡*_~-"


def normalise(text: str) -> str:
    """The word for comparing: one form for each letter, lower case, no invisible signs, accents or outer marks."""
    if text.isascii() and text.isprintable():
        return " ".join(_plain_marks(text).lower().split()).strip(_EDGES)
    folded = unicodedata.normalize("NFKD", _plain_marks(text)).casefold()
    letters = "".join(c for c in folded if unicodedata.category(c) not in {"Mn", "Cf", "Cc"} or c.isspace())
    return " ".join(unicodedata.normalize("NFC", letters).split()).strip(_EDGES)


def columns(text: str) -> int:
    """How wide the text is on a phone, in columns: CJK and emoji take two, combining and invisible signs none."""
    return sum(_width(character) for character in text)


def gap(sentence: str, form: str) -> str | None:
    """The sentence with the first `form` in it as "____"; None if it isn't there.

    A phrase may stand apart ("gave it up" gives "____ it ____"). "a" before the gap becomes "a(n)", so that
    it doesn't give the word away.
    """
    found = _find(sentence, form)
    if not found:
        return None
    pieces, end = [], 0
    for start, stop in found:
        pieces += [sentence[end:start], GAP]
        end = stop
    return re.sub(rf"\b([Aa])n? (?={GAP})", r"\1(n) ", "".join([*pieces, sentence[end:]]))


def contains(text: str, form: str) -> bool:
    """Whether the word or phrase stands in the text, in any case, as a whole."""
    return bool(_find(text, form))


def _find(text: str, form: str) -> list[tuple[int, int]]:
    """The spans of the form's parts in the text: one when it stands together, one a word when apart."""
    words = [re.escape(word) for word in _plain_marks(form).split()]
    if not words:
        return []
    plain = _plain_marks(text)
    together = r"\s+".join(words)
    whole = re.search(rf"(?<!\w)(?<!\w['-]){together}{_END}", plain, re.IGNORECASE)
    if whole:
        return [whole.span()]
    return _find_apart(plain, words) if len(words) > 1 else []


def _find_apart(plain: str, words: list[str]) -> list[tuple[int, int]]:
    between = rf"(?:\s+[\w'-]+){{0,{_APART}}}?\s+"
    parts = between.join(rf"({word})" for word in words)
    apart = re.search(rf"(?<!\w){parts}{_END}", plain, re.IGNORECASE)
    return [apart.span(part) for part in range(1, len(words) + 1)] if apart else []


def _plain_marks(text: str) -> str:
    """The same text, as long as before, with one kind of apostrophe, quote and dash."""
    return text.translate(_MARKS)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
