"""Free text: an answer, a look-up, a meaning of one's own, or something else; never swallowed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import answering, lookups, marking
from bot.domain.learner import Learner
from bot.domain.marking import Mark
from bot.services import Services
from bot.storage import cards, messages, questions, sittings
from bot.storage.door import Cause, Transaction
from bot.storage.questions import Asked
from bot.tutor import agenda, review, settings, words
from bot.tutor.review import Marked
from bot.tutor.words import Explained, Unknown

FRESH = timedelta(minutes=10)

AT_ONCE = 5
"""As many words of one text as are explained at the most."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person typed: the text, the message that it replies to, and the words quoted from it."""

    text: str
    replies_to: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Nearly:
    """An answer that is nearly right: the question stays open, with a hint."""

    asked: Asked
    mark: Mark


@dataclass(frozen=True, slots=True)
class Aside:
    """A text that may have been meant as the answer: the person decides."""

    asked: Asked
    text: str


@dataclass(frozen=True, slots=True)
class Puzzled:
    """A text that is neither; `asks` is "chat", or a kind of question that we can't answer yet; "" for anything else."""

    text: str
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The time zones that a text may mean; none if it isn't a time or a city."""

    text: str
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """A word that asks for a pause; it may also be a word to look up."""

    word: str


RESTS = frozenset(
    {
        "pause", "stop", "vacation", "vacations", "holiday", "holidays", "vacaciones", "pausa", "parar", "para",
        "إجازة", "عطلة", "توقف", "استراحة",
    }
)  # fmt: skip
"""Words that ask for a pause when they stand alone."""


@dataclass(frozen=True, slots=True)
class Several:
    """Several words asked about in one text."""

    words: tuple[Explained | Unknown, ...]


Heard = Several | Places | Rest | Marked | Nearly | Aside | Explained | Unknown | Puzzled


async def hear(services: Services, cause: Cause[Heard], learner: Learner, said: Said) -> Heard:
    """Do what the text asks for."""
    now = services.clock.now()
    return await services.database.write(cause, lambda tx: _hear(tx, services, learner, said, now))


async def _hear(tx: Transaction, services: Services, learner: Learner, said: Said, now: datetime) -> Heard:
    about = await messages.about(tx, learner.id, said.replies_to) if said.replies_to else None
    if about is not None and about.kind == "meaning":
        return await _own_meaning(tx, services, learner, about.id, said.text, now)
    if about is not None and about.kind == "clock":
        return Places(said.text, tuple(settings.zones_like(said.text, now)))
    asked = await questions.current(tx, learner.id)
    if asked is not None:
        heard = await _while_open(tx, services, learner, asked, said, now)
        if heard is not None:
            return heard
    return await understand(tx, services, learner, said, now)


async def _while_open(
    tx: Transaction, services: Services, learner: Learner, asked: Asked, said: Said, now: datetime
) -> Heard | None:
    """What the text is to the open question; None if it's a look-up."""
    mark = await mark_text(tx, services, asked, said.text)
    kind = answering.classify(
        said.text,
        replies_to_question=said.replies_to is not None and said.replies_to == asked.message_id,
        replies_elsewhere=said.replies_to is not None and said.replies_to != asked.message_id,
        newest=await messages.newest(tx, learner.id) == asked.message_id,
        fresh=asked.asked_at is not None and now - asked.asked_at < FRESH,
        typed=not asked.item.options,
        near=mark.verdict != "wrong",
    )
    if kind == "answer" and any(letter.isalnum() for letter in said.text):
        return await accept(tx, services, learner, asked, mark, said.text, now)
    if kind in ("answer", "ask"):
        await questions.set_aside(tx, asked.id, said.text)
        return Aside(asked, said.text)
    return None


async def mark_text(tx: Transaction, services: Services, asked: Asked, text: str) -> Mark:
    """Mark a typed answer; one that types an option of a choice, or its number, counts as that option."""
    options = [option.casefold() for option in asked.item.options]
    said = text.strip().casefold()
    if said in options:
        return marking.mark_option(asked.item, options.index(said))
    if said in (str(number) for number in range(1, len(options) + 1)):
        return marking.mark_option(asked.item, int(said) - 1)
    card = await cards.by_id(tx, asked.learner_id, asked.card_id)
    synonyms = words.sense_of(services, card).synonyms if card else ()
    return marking.mark_text(asked.item, text, services.lexicon, synonyms)


async def accept(
    tx: Transaction, services: Services, learner: Learner, asked: Asked, mark: Mark, text: str, now: datetime
) -> Heard | None:
    """Take the text as the answer."""
    if mark.verdict == "nearly":
        await sittings.keep(tx, await sittings.by_id(tx, asked.sitting_id), now)
        return Nearly(asked, mark)
    return await review.close(tx, services, learner, asked, mark, text, None, now)


async def understand(tx: Transaction, services: Services, learner: Learner, said: Said, now: datetime) -> Heard:
    """Take the text as a look-up, or say that it is none."""
    if said.text.strip().casefold() in RESTS:
        return Rest(said.text.strip())
    lookup = lookups.parse(said.text)
    wanted = (lookup.words or ((said.quote,) if said.quote else ())) if lookup else ()
    if lookup is None or not wanted:
        return Puzzled(said.text, "chat" if lookups.is_chat(said.text) else "")
    if lookup.kind in ("difference", "reverse", "say"):
        return Puzzled(said.text, lookup.kind)
    place = await words.place_of(tx, services, learner, said.replies_to, said.quote)
    found = [await words.look_up(tx, services, learner, word, place, now) for word in wanted[:AT_ONCE]]
    return found[0] if len(found) == 1 else Several(tuple(found))


async def _own_meaning(
    tx: Transaction, services: Services, learner: Learner, card_id: int, text: str, now: datetime
) -> Heard:
    await cards.explain(tx, learner.id, card_id, text.strip()[: words.LONGEST_MEANING])
    await agenda.plan_review(tx, learner, now)  # only now can the word be asked
    explained = await words.explain(tx, services, learner, card_id, "now")
    return explained or Puzzled(text)
