"""The word typed, into its sentence or from its meaning."""

from bot.domain.exercises.item import Card, Item
from bot.domain.exercises.meaning import explain
from bot.domain.exercises.sentences import gapped
from bot.domain.language import Lexicon


def build_cloze(card: Card, lexicon: Lexicon, language: str | None) -> Item | None:
    """Type the missing word, its meaning below."""
    asked, hint = gapped(card, lexicon), explain(card, language, lexicon)
    if asked is None or hint is None:
        return None
    sentence, stem, key = asked
    return Item("cloze", stem, "cloze", (), key, sentence=sentence, hint=hint)


def build_typed(card: Card, lexicon: Lexicon, language: str | None) -> Item | None:
    """Type the word that means this; the sentence with a gap helps, and the form that fills it counts, too."""
    stem = explain(card, language, lexicon)
    if stem is None:
        return None
    sentence, hint, form = gapped(card, lexicon) or ("", "", "")
    accepted = (form,) if form and form != card.sense.lemma else ()
    return Item("typed", stem, "typed", (), card.sense.lemma, accepted, sentence, hint)
