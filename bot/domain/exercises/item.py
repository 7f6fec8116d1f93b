"""What is asked: a card goes in, an item comes out, ready to be shown and marked."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.language import Sense
from bot.domain.wording import GAP

Format = Literal["meaning", "gap", "word", "cloze", "typed"]
"""Meaning from four; word in its own sentence, four options; word from its meaning, four options;
typed into the sentence; typed from the meaning."""

__all__ = ["GAP", "OPTIONS", "Card", "Format", "Item"]

OPTIONS = 4


@dataclass(frozen=True, slots=True)
class Card:
    """A word of the learner's book.

    `form` and `sentence` are as met, the sentence "" if the word came alone; `meaning` is the learner's own, or "".
    """

    sense: Sense
    form: str
    sentence: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question, plain text throughout.

    `stem` shows a gap as "____"; `prompt` names the instruction, which views put into words; `hint` stands under
    the stem and is part of the question (it is what makes one answer right). `options` is empty when the answer is
    typed. `key` is the right answer, `accepted` what else counts as right. `sentence` is the whole sentence, for
    the verdict, or "".
    """

    format: Format
    stem: str
    prompt: str
    options: tuple[str, ...]
    key: str
    accepted: tuple[str, ...] = ()
    sentence: str = ""
    hint: str = ""

    @property
    def chance(self) -> float:
        """The probability of guessing right, for `memory.review`."""
        return 1 / len(self.options) if self.options else 0.0
