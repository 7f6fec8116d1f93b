"""From word to meaning, and from meaning to word, four options each."""

import random
from collections.abc import Sequence

from bot.domain.exercises.distractors import choose
from bot.domain.exercises.item import Card, Item
from bot.domain.exercises.sentences import example
from bot.domain.language import Lexicon, Sense
from bot.domain.wording import contains


def meaning_of(sense: Sense, language: str | None) -> str | None:
    """The sense in that language, or defined in English; None where our data has nothing."""
    if language is None:
        return sense.definition.split(";")[0].strip() or None
    words = sense.translations.get(language, ())
    return words[0] if words else None


def explain(card: Card, language: str | None, lexicon: Lexicon) -> str | None:
    """What stands for the word in a question: the learner's own meaning first; None if it gives the word away."""
    shown = card.meaning or meaning_of(card.sense, language)
    return None if shown is None or gives_away(shown, card, lexicon) else shown


def gives_away(text: str, card: Card, lexicon: Lexicon) -> bool:
    """Whether the text contains the word asked for, or one of its forms."""
    forms = {card.sense.lemma, card.form, *lexicon.forms(card.sense.lemma, card.sense.pos)}
    return any(contains(text, form) for form in forms)


def build_meaning(
    card: Card, others: Sequence[Card], lexicon: Lexicon, rng: random.Random, language: str | None
) -> Item | None:
    """Ask which of four meanings is the word's."""
    key = meaning_of(card.sense, language)
    if key is None or gives_away(key, card, lexicon):
        return None
    options = choose(card, key, lambda sense: meaning_of(sense, language), others, lexicon, rng)
    if options is None:
        return None
    return Item("meaning", card.sense.lemma, "meaning", options, key, sentence=example(card, lexicon)[0])


def build_word(
    card: Card, others: Sequence[Card], lexicon: Lexicon, rng: random.Random, language: str | None
) -> Item | None:
    """Ask which of four words means this."""
    stem = explain(card, language, lexicon)
    key = card.sense.lemma
    options = choose(card, key, lambda sense: sense.lemma, others, lexicon, rng) if stem else None
    if stem is None or options is None:
        return None
    return Item("word", stem, "word", options, key, sentence=example(card, lexicon)[0])
