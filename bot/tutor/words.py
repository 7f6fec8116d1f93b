"""What a word means: found in its sentence, explained in its sense there, and kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import calendar
from bot.domain.language import Lemma, Lexicon, Sense
from bot.domain.learner import Learner
from bot.domain.reading import sentence_with
from bot.domain.text import sentences
from bot.library.stories import Library, Version
from bot.services import Services
from bot.storage import cards, messages, readings, sightings
from bot.storage.cards import Card
from bot.storage.door import Transaction
from bot.tutor import agenda

SUGGESTED = 3
GRAMMAR = frozenset({"determiner", "pronoun", "preposition", "conjunction"})
"""Words that nobody learns from a card, unless they ask for it."""

LONGEST_MEANING = 200
"""Characters of a meaning of the learner's own: it must fit on a card and in a question."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word was met: a text, and the story version that it's from, if any."""

    text: str = ""
    story: str = ""
    version: Version | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A word as it's explained: its sense, and the card that keeps it.

    `asked` is the form asked about, where somebody asked. `saved` tells how it came to be in the book: just now,
    before, or (again) not.
    """

    learner: Learner
    card: Card
    sense: Sense
    level: float | None
    pronunciation: str | None
    others: int
    saved: str
    full: bool = False
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that no dictionary has, and what it may be a slip for."""

    word: str
    suggestions: tuple[str, ...] = ()


async def look_up(
    tx: Transaction, services: Services, learner: Learner, word: str, place: Place, now: datetime
) -> Explained | Unknown:
    """Explain the word in the sense it has there, and keep it; a word of grammar is kept by a tap only."""
    found = find(services.lexicon, services.library, word, place)
    if found is None:
        return Unknown(word, tuple(services.lexicon.suggestions(word)[:SUGGESTED]))
    sense, form, sentence = found
    before = await _card_of(tx, services, learner, sense)
    is_new = before is None or before.deleted_at is not None
    card_id = await keep(tx, learner, sense, form, sentence, place.story if sentence else "", now)
    if is_new and (sense.pos in GRAMMAR or "'" in word.replace("’", "'")):
        await cards.delete(tx, learner.id, card_id, now)
    if is_new:
        await agenda.plan_review(tx, learner, now)
    explained = await explain(tx, services, learner, card_id, "now" if is_new else "before")
    assert explained is not None  # noqa: S101 — kept above, in the same transaction
    return replace(explained, asked=word)


async def _card_of(tx: Transaction, services: Services, learner: Learner, sense: Sense) -> Card | None:
    """The learner's card for that sense; one kept when only WordNet had it is the same card, under its new key."""
    card = await cards.by_sense(tx, learner.id, sense.lemma, sense.pos, sense.key)
    if card is not None:
        return card
    for other in await cards.of_word(tx, learner.id, sense.lemma, sense.pos):
        known = services.lexicon.sense(other.sense_key, other.lemma)
        if known is not None and known.key == sense.key:
            await cards.rename(tx, learner.id, other.id, sense.key)
            return await cards.by_id(tx, learner.id, other.id)
    return None


def find(lexicon: Lexicon, library: Library, word: str, place: Place) -> tuple[Sense, str, str] | None:
    """The sense of `word` in that place, the form met, and its sentence ("" where it came alone)."""
    candidates = list(_candidates(lexicon, word))
    forms = frozenset({word.lower(), *(form.lower() for lemma in candidates for form in _forms(lexicon, lemma))})
    met = sentence_with(place.text, forms) if place.text else None
    sentence, form = met or ("", word)
    glossed = _glossed(lexicon, library, place.version, forms)
    senses = [sense for lemma in candidates for sense in lexicon.senses(lemma.text, lemma.pos)]
    # Our own list first, whatever the part of speech: it was written for what learners meet.
    sense = glossed or min(senses, key=lambda one: one.key.startswith("wn30:"), default=None)
    return (sense, form, sentence) if sense else None


def _candidates(lexicon: Lexicon, word: str) -> Iterator[Lemma]:
    yield from lexicon.lemmas(word)
    bare = word.lower().removeprefix("to ").removeprefix("a ").removeprefix("the ")
    if bare != word.lower():
        yield from lexicon.lemmas(bare)


def _forms(lexicon: Lexicon, lemma: Lemma) -> Sequence[str]:
    return lexicon.forms(lemma.text, lemma.pos)


def _glossed(lexicon: Lexicon, library: Library, version: Version | None, forms: frozenset[str]) -> Sense | None:
    """The sense that the story's own gloss gives, where it has one for the word."""
    for gloss in version.glosses if version else ():
        sense = library.sense(gloss.sense)
        if forms & {gloss.form.lower(), sense.lemma.lower()}:
            return lexicon.sense(sense.key, sense.lemma) or sense
    return None


async def keep(
    tx: Transaction, learner: Learner, sense: Sense, form: str, sentence: str, story: str, now: datetime
) -> int:
    """Put the word into the learner's book, with the sentence in which it was met; the card's id."""
    today = calendar.local_day(now, learner.zone)
    card_id = await cards.save(tx, learner.id, sense.lemma, sense.pos, sense.key, now, today)
    await sightings.note(tx, learner.id, card_id, form, sentence, story, now, today)
    return card_id


async def explain(
    tx: Transaction, services: Services, learner: Learner, card_id: int, saved: str = "", *, full: bool = False
) -> Explained | None:
    """The card as an explanation; None if it isn't the learner's."""
    card = await cards.by_id(tx, learner.id, card_id)
    if card is None:
        return None
    sense = sense_of(services, card)
    known = services.lexicon.senses(card.lemma)
    return Explained(
        learner=learner,
        card=card,
        sense=replace(
            sense,
            synonyms=_within_reach(sense.synonyms, services.lexicon, learner),
            antonyms=_within_reach(sense.antonyms, services.lexicon, learner),
        ),
        level=services.lexicon.level(card.lemma, sense.pos),
        pronunciation=services.lexicon.pronunciation(card.lemma),
        others=sum(other.key != sense.key for other in known),
        saved="no" if card.deleted_at else saved or "before",
        full=full,
    )


def _within_reach(words: Sequence[str], lexicon: Lexicon, learner: Learner) -> tuple[str, ...]:
    """The words that are at most a level above the learner's; for the others they'd need a dictionary again."""
    highest = (learner.level or 0) + 1
    levels = {word: lexicon.level(word) for word in words}
    return tuple(word for word, level in levels.items() if level is not None and level <= highest)


def sense_of(services: Services, card: Card) -> Sense:
    """The meaning of a card; the learner's own where no dictionary has the word, or has lost it."""
    if not card.sense_key:
        return Sense("", card.lemma, "phrase", card.meaning)
    of_lemma = (sense for sense in services.lexicon.senses(card.lemma) if sense.key == card.sense_key)
    known = next(of_lemma, None) or services.lexicon.sense(card.sense_key, card.lemma)
    known = known or services.library.find_sense(card.sense_key)
    if known is None:
        return Sense(card.sense_key, card.lemma, "phrase", card.meaning)
    return replace(known, lemma=card.lemma)  # a WordNet sense is shared by several words


async def place_of(tx: Transaction, services: Services, learner: Learner, replies_to: int | None, quote: str) -> Place:
    """Where a word was met: the quoted words, the article replied to, else the article read last."""
    about = await messages.about(tx, learner.id, replies_to) if replies_to else None
    is_reading = about is not None and about.kind in ("reading", "quiz")
    reading = (
        await readings.by_id(tx, learner.id, about.id)
        if about and is_reading
        else await readings.latest(tx, learner.id)
    )
    if reading is None:
        return Place(quote)
    version = services.library.story(reading.story).versions[reading.level]
    quoted = [sentence for sentence in sentences(version.text) if quote in sentence] if quote else []
    if quote and not quoted and not is_reading:
        return Place(quote)
    return Place(" ".join(quoted) or version.text, reading.story, version)
