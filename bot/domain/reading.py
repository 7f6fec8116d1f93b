"""An article as it's read: pages that fit a phone, and the sentence in which a word stands."""

import re
from functools import lru_cache

from bot.domain.text import sentences

PAGE = 180
"""The most words on one page, unless a single paragraph is longer."""

SPEED = 120
"""Words a minute of a learner who reads with care; only for "2 min" above an article."""


def pages(text: str) -> tuple[str, ...]:
    """The text in pages of at most 180 words, parted at paragraph ends."""
    made: list[list[str]] = [[]]
    for paragraph in text.strip().split("\n\n"):
        if made[-1] and _count([*made[-1], paragraph]) > PAGE:
            made.append([])
        made[-1].append(paragraph.strip())
    return tuple("\n\n".join(page) for page in made)


def _count(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def minutes(text: str) -> int:
    """About how long the text takes to read, at least one minute."""
    return max(1, round(len(text.split()) / SPEED))


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text that many people read: it's cut once."""
    return tuple(sentences(text))


def sentence_with(text: str, forms: frozenset[str]) -> tuple[str, str] | None:
    """The first sentence in which one of the forms (lower case) stands, and the form as it stands there."""
    longest_first = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    expression = re.compile(rf"(?<![\w'’-])(?:{longest_first})(?![\w'’-])", re.IGNORECASE)
    met = ((sentence, expression.search(sentence)) for sentence in _sentences(text))
    return next(((sentence, found.group()) for sentence, found in met if found), None)
