"""Words become questions: one file for each family of exercises."""

import random
from collections.abc import Sequence

from bot.domain.exercises.cloze import build_cloze, build_typed
from bot.domain.exercises.gap import build_gap
from bot.domain.exercises.item import GAP, Card, Format, Item
from bot.domain.exercises.ladder import formats
from bot.domain.exercises.meaning import build_meaning, build_word
from bot.domain.language import Lexicon

__all__ = ["GAP", "Card", "Format", "Item", "build", "formats"]


def build(
    card: Card,
    wanted: Format,
    others: Sequence[Card],
    lexicon: Lexicon,
    rng: random.Random,
    language: str | None = None,
) -> Item | None:
    """The question about the card; None if no fair one of that format can be proved: try the next.

    `others` are the learner's own cards, for wrong options. `language` is the mother tongue when meanings are shown
    in it; where the data doesn't have it, the meaning is shown in English.
    """
    item = _build(card, wanted, others, lexicon, rng, language)
    return _build(card, wanted, others, lexicon, rng, None) if item is None and language else item


def _build(
    card: Card, wanted: Format, others: Sequence[Card], lexicon: Lexicon, rng: random.Random, language: str | None
) -> Item | None:
    if wanted == "cloze":
        return build_cloze(card, lexicon, language)
    if wanted == "typed":
        return build_typed(card, lexicon, language)
    family = {"meaning": build_meaning, "gap": build_gap, "word": build_word}[wanted]
    return family(card, others, lexicon, rng, language)
