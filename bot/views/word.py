"""A word explained, as it's seen: five lines below B1, the whole entry from there on."""

from collections.abc import Sequence
from html import escape

from bot.domain.language import Sense
from bot.services import Button, Reply, rows
from bot.storage.messages import About
from bot.texts import Html, Texts
from bot.tutor.entries import Meanings
from bot.tutor.words import Explained, Unknown
from bot.views import tongues
from bot.views.actions import ChooseMeaning, KeepCard, KeepUnknown, ListMeanings, LookUp, ShowMore
from bot.views.actions.action import LIMIT
from bot.views.start import level_name

B1 = 2.0
FEW = 4
LONG = 30


def explained(word: Explained, texts: Texts, edits: int | None = None) -> Reply:
    """The explanation of a word, at the length that fits the learner."""
    whole = word.full or (word.learner.level or 0) >= B1
    lines = _entry(word, texts) if whole else _short(word, texts)
    return Reply("\n".join(lines), _buttons(word, texts, whole=whole), About("card", word.card.id), edits=edits)


def _short(word: Explained, texts: Texts) -> Sequence[str]:
    """At most five lines: word and translation, the sentence, one plain definition."""
    translation = word.sense.translations.get(word.learner.tongue or "", ())
    head = f"<b>{_safe(word.sense.lemma)}</b>"
    if translation:
        head += f" = <i>{_safe(translation[0])}</i>"
    return [head, *_form(word, texts), *_sentence(word, texts), *_definition(word, texts)]


def _entry(word: Explained, texts: Texts) -> Sequence[str]:
    facts = [f"/{_safe(word.pronunciation)}/"] if word.pronunciation else []
    facts.append(texts(f"pos-{word.sense.pos}"))
    if word.level is not None:
        facts.append(level_name(word.level))
    head = f"<b>{_safe(word.sense.lemma)}</b>  {' · '.join(facts)}"
    lines = [head, *_form(word, texts), *_definition(word, texts), *_sentence(word, texts), *_translation(word, texts)]
    near = [texts("word-synonyms", words=", ".join(word.sense.synonyms[:FEW]))] if word.sense.synonyms else []
    far = [texts("word-antonyms", words=", ".join(word.sense.antonyms[:FEW]))] if word.sense.antonyms else []
    return [*lines, *near, *far]


def _form(word: Explained, texts: Texts) -> Sequence[str]:
    """How the form asked about goes with the lemma, where they differ."""
    form, lemma = word.asked.strip().casefold(), word.sense.lemma.casefold()
    if form in {"", lemma, f"to {lemma}", f"a {lemma}", f"an {lemma}", f"the {lemma}"}:
        return []
    return [texts("word-form", form=word.asked.strip(), lemma=word.sense.lemma)]


def _definition(word: Explained, texts: Texts) -> Sequence[str]:
    own = [texts("word-own-meaning", meaning=word.card.meaning)] if word.card.meaning else []
    return [*([_safe(word.sense.definition)] if word.card.sense_key else []), *own]


def _sentence(word: Explained, texts: Texts) -> Sequence[str]:
    sentence = word.card.sentence or next(iter(word.sense.examples), "")
    return [texts("word-where", sentence=sentence)] if sentence else []


def _translation(word: Explained, texts: Texts) -> Sequence[str]:
    tongue = word.learner.tongue
    if not tongue or tongue == "en" or not word.card.sense_key:
        return []
    found = word.sense.translations.get(tongue, ())
    language = tongues.name(tongue)
    if not found:
        return [texts("word-no-translation", language=language)]
    return [texts("word-translation", language=tongue, words=", ".join(found))]


def _buttons(word: Explained, texts: Texts, *, whole: bool) -> tuple[tuple[Button, ...], ...]:
    others = [Button(texts("word-other-meanings"), ListMeanings(word.card.id).pack())] if word.others else []
    more = [Button(texts("more"), ShowMore(word.card.id).pack())] if not whole else []
    if word.saved == "no":
        keep = [Button(texts("word-save"), KeepCard(word.card.id, 1).pack())]
    elif word.saved == "now":
        label = "word-saved" if whole else "undo"
        keep = [Button(texts(label), KeepCard(word.card.id, 0).pack())]
    else:
        keep = []
    return rows(*(others if whole else []), *more, *keep, width=2)


def unknown(word: Unknown, texts: Texts, edits: int | None = None) -> Reply:
    """An honest "not in my dictionary", with what it may be a slip for."""
    lines = [texts("word-unknown", word=word.word[:LONG])]
    if len(word.suggestions) == 1:
        lines.append(texts("word-suggest", word=word.suggestions[0]))
    elif word.suggestions:
        lines.append(texts("word-suggest-several"))
    choices = [Button(suggestion, LookUp(suggestion).pack()) for suggestion in word.suggestions]
    fits = len(f"{KeepUnknown.code}:{word.word}".encode()) <= LIMIT
    keep = ((Button(texts("word-keep-anyway"), KeepUnknown(word.word).pack()),),) if fits else ()
    return Reply("\n".join(lines), (*rows(*choices, width=3), *keep), edits=edits)


def ask_meaning(card_id: int, word: str, texts: Texts, edits: int | None) -> Reply:
    """The request for the learner's own meaning of a word that no dictionary has."""
    return Reply(texts("word-ask-meaning", word=word), about=About("meaning", card_id), edits=edits)


def meanings(meanings: Meanings, texts: Texts, edits: int | None) -> Reply:
    """A word's meanings, numbered, with a button for each."""
    senses = meanings.senses[:8]
    lines = [f"{number}. {_line(sense, texts)}" for number, sense in enumerate(senses, start=1)]
    buttons = [
        Button(f"{number} ✓" if sense.key == meanings.card.sense_key else str(number), _choose(meanings, sense).pack())
        for number, sense in enumerate(senses, start=1)
    ]
    back = Button(texts("back"), ShowMore(meanings.card.id).pack())
    text = "\n".join([texts("word-meanings-head", lemma=meanings.card.lemma), "", *lines])
    return Reply(text, (*rows(*buttons, width=4), (back,)), About("card", meanings.card.id), edits=edits)


def _choose(meanings: Meanings, sense: Sense) -> ChooseMeaning:
    return ChooseMeaning(meanings.card.id, sense.key)


def _line(sense: Sense, texts: Texts) -> Html:
    return Html(f"{_safe(sense.definition)} <i>({texts(f'pos-{sense.pos}')})</i>")


def _safe(text: str) -> str:
    return escape(text, quote=False)
