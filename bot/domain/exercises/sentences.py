"""The sentence that a word is asked in."""

from bot.domain.exercises.item import Card
from bot.domain.language import Lexicon
from bot.domain.wording import contains, gap


def example(card: Card, lexicon: Lexicon) -> tuple[str, str]:
    """A sentence and the form in which the word stands there: where it was met, else an example; ("", "") if none."""
    if card.sentence and contains(card.sentence, card.form):
        return card.sentence, card.form
    forms = (card.sense.lemma, *lexicon.forms(card.sense.lemma, card.sense.pos))
    found = ((text, form) for text in card.sense.examples for form in forms if contains(text, form))
    return next(found, (card.sentence, ""))


def gapped(card: Card, lexicon: Lexicon) -> tuple[str, str, str] | None:
    """The sentence, the same with a gap, and the form that fills it; None if the rest still holds the word."""
    sentence, form = example(card, lexicon)
    stem = gap(sentence, form)
    forms = (card.sense.lemma, form, *lexicon.forms(card.sense.lemma, card.sense.pos))
    if stem is None or any(contains(stem, each) for each in forms):
        return None
    return sentence, stem, form if card.sense.lemma[:1].isupper() else form.lower()
