"""The word missing from its own sentence, four options."""

import random
from collections.abc import Sequence

from bot.domain.exercises.distractors import choose
from bot.domain.exercises.inflection import inflect, inflection
from bot.domain.exercises.item import Card, Item
from bot.domain.exercises.meaning import explain
from bot.domain.exercises.sentences import gapped
from bot.domain.language import Lexicon


def build_gap(
    card: Card, others: Sequence[Card], lexicon: Lexicon, rng: random.Random, language: str | None
) -> Item | None:
    """Which word is missing? The meaning stands below: other words may fit the sentence, one alone means that."""
    sense, asked, hint = card.sense, gapped(card, lexicon), explain(card, language, lexicon)
    if asked is None or hint is None:
        return None
    sentence, stem, key = asked
    shape = inflection(key, sense.lemma, sense.pos)
    options = choose(card, key, lambda other: inflect(other.lemma, other.pos, shape, lexicon), others, lexicon, rng)
    return Item("gap", stem, "gap", options, key, sentence=sentence, hint=hint) if options else None
