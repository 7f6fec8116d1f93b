"""What to study now: the sitting's cards, and each card's question."""

from dataclasses import replace
from datetime import datetime

from bot.domain import calendar, exercises, lesson
from bot.domain.exercises import Item
from bot.domain.learner import Learner
from bot.domain.lesson import Candidate
from bot.services import Services
from bot.storage import cards, questions, reviews, sittings
from bot.storage import lesson as lessons
from bot.storage.cards import Card
from bot.storage.door import Transaction
from bot.storage.questions import Asked
from bot.storage.sittings import Sitting
from bot.tutor.words import sense_of

MINUTES = 5
"""The daily budget of a learner who hasn't chosen one."""

POOL = 200
"""As many cards as a sitting is chosen from at most."""

AHEAD = 7
"""How many days' load the admission of new words looks at."""

B1 = 2.0


async def begin(tx: Transaction, services: Services, learner: Learner, now: datetime, most: int = POOL) -> Asked | None:
    """Plan a sitting of at most `most` cards, and its first question; None if there's nothing to ask."""
    chosen = (await _choose(tx, services, learner, now))[:most]
    if not chosen:
        return None
    sitting = await sittings.begin(tx, learner.id, tuple(chosen), now)
    asked, sitting = await next_question(tx, services, learner, sitting, now)
    await sittings.keep(tx, sitting, now)
    return asked


async def _choose(tx: Transaction, services: Services, learner: Learner, now: datetime) -> list[int]:
    today = calendar.local_day(now, learner.zone)
    last = await lessons.last_day(tx, learner.id)
    due = await lessons.due(tx, learner.id, today, POOL)
    new = await lessons.unasked(tx, learner.id, today, POOL)
    return lesson.plan(
        [_candidate(services, card) for card in due],
        [_candidate(services, card) for card in new],
        today=today,
        minutes=learner.minutes or MINUTES,
        away_days=today - last if last is not None and due else 0,  # where nothing waited, nobody was missed
        forecast=await lessons.forecast(tx, learner.id, today + 1, today + AHEAD),
    )


def _candidate(services: Services, card: Card) -> Candidate:
    return Candidate(card.id, card.memory, card.saved_on, zipf=services.lexicon.zipf(card.lemma))


async def next_question(
    tx: Transaction, services: Services, learner: Learner, sitting: Sitting, now: datetime
) -> tuple[Asked | None, Sitting]:
    """Make the next question of the plan, passing over cards that give none; the sitting after that."""
    plan = sitting.plan
    while plan:
        card_id, plan = plan[0], plan[1:]
        card = await cards.by_id(tx, learner.id, abs(card_id))
        item = await _item(tx, services, learner, card) if card and _is_askable(card) else None
        if card and item:
            sitting = replace(sitting, plan=plan)
            asked = await questions.plan(
                tx, sitting, card.id, card.lemma, card.sense_key, item, again=card_id < 0, now=now
            )
            return asked, sitting
    return None, replace(sitting, plan=(), ended=True)


def _is_askable(card: Card) -> bool:
    return not card.suspended and card.deleted_at is None


async def _item(tx: Transaction, services: Services, learner: Learner, card: Card) -> Item | None:
    """The hardest fair question that the card has earned; None if none can be proved fair."""
    others = [_material(services, other) for other in await lessons.book(tx, learner.id, but=card.id)]
    language = learner.tongue if learner.tongue and (learner.level or 0) < B1 else None
    for wanted in exercises.formats(card.memory, await reviews.lapses(tx, card.id)):
        item = exercises.build(_material(services, card), wanted, others, services.lexicon, services.rng, language)
        if item is not None:
            return item
    return None


def _material(services: Services, card: Card) -> exercises.Card:
    return exercises.Card(sense_of(services, card), card.form, card.sentence, card.meaning)
