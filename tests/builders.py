"""People and what they have, built with the tutor's own queries inside a transaction.

Everything has a sensible default, so that a test names only what it is about.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.exercises.item import Item
from bot.domain.learner import Learner
from bot.domain.memory import Memory
from bot.storage import agenda, cards, deliveries, learners, messages, questions, readings, reviews, sightings, sittings
from bot.storage.door import Transaction
from bot.storage.messages import About
from bot.storage.migrate import migrate
from bot.storage.questions import Asked
from bot.storage.sqlite import Durability, SQLiteDatabase, open_database

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = NOW.date().toordinal()
MEMORY = Memory(stability=3.1726, difficulty=5.28243442, reviewed_on=TODAY, due_on=TODAY + 3)


@dataclass(frozen=True, slots=True)
class Life:
    """A learner with a row in every table about people, by their ids."""

    learner: int
    card: int
    sighting: int
    sitting: int
    reviewed: int
    question: int
    reading: int
    delivery: int
    message: int


async def new_database(path: Path, durability: Durability = "normal") -> SQLiteDatabase:
    """A database of today's schema."""
    database = await open_database(path, durability)
    await migrate(database, path)
    return database


async def a_learner(tx: Transaction, telegram_id: int = 1, *, language: str = "en", zone: str = "UTC") -> Learner:
    """A learner, met at `NOW`."""
    return await learners.welcome(tx, telegram_id, language, zone, NOW)


async def a_card(
    tx: Transaction, learner_id: int, lemma: str = "reluctant", *, on: int = TODAY, sentence: str = "He was reluctant."
) -> int:
    """A word of the learner's book, saved on local day `on`; its id."""
    card_id = await cards.save(tx, learner_id, lemma, "adjective", f"{lemma}.adjective.1", NOW, on)
    await sightings.note(tx, learner_id, card_id, lemma, sentence, "lake", NOW, on)
    return card_id


def an_item(key: str = "not willing") -> Item:
    """A question with four options."""
    return Item("meaning", "He was reluctant.", "means", (key, "very tall", "in a hurry", "at home"), key)


async def a_question(
    tx: Transaction, learner_id: int, card_id: int, *, is_open: bool = True, again: bool = False
) -> Asked:
    """A question about the card, in a sitting of its own."""
    sitting = await sittings.begin(tx, learner_id, (card_id,), NOW)
    asked = await questions.plan(tx, sitting, card_id, "reluctant", "reluctant.adjective.1", an_item(), again, NOW)
    if is_open:
        await questions.open_(tx, asked, None, NOW)
    return asked


async def an_answer(
    tx: Transaction, asked: Asked, *, correct: bool = True, after: Memory = MEMORY, now: datetime = NOW
) -> None:
    """The question answered, and the review that it makes recorded."""
    verdict = "right" if correct else "wrong"
    await questions.answer(tx, asked.learner_id, asked.id, asked.item.key, verdict, now)
    review = reviews.Review(
        learner_id=asked.learner_id,
        card_id=asked.card_id,
        direction=asked.direction,
        question_id=asked.id,
        local_day=now.date().toordinal(),
        answered_at=now,
        correct=correct,
        format=asked.item.format,
        latency_ms=2100,
        before=await reviews.memory(tx, asked.card_id, asked.direction),
    )
    await reviews.record(tx, review, after)


async def a_delivery(
    tx: Transaction, learner_id: int, kind: str = "review", state: str = "claimed", *, day: int = TODAY
) -> int:
    """An entry of the ledger; its id."""
    return await deliveries.enter(tx, learner_id, day, kind, state, NOW, NOW, reason="due")


async def a_life(tx: Transaction, telegram_id: int = 1) -> Life:
    """Somebody with a row in every table about people, a question reviewed and one open."""
    one = (await a_learner(tx, telegram_id)).id
    await agenda.plan(tx, one, "review", NOW + timedelta(hours=telegram_id))
    card = await a_card(tx, one, sentence=f"Number {telegram_id} was reluctant.")
    first = await a_question(tx, one, card)
    await an_answer(tx, first)
    asked = await a_question(tx, one, card)
    reading = await readings.open_(tx, one, f"story {telegram_id}", 2, TODAY, NOW)
    delivery = await a_delivery(tx, one)
    await a_delivery(tx, one, "article", "sent")
    await messages.note(tx, telegram_id, 50, About("question", asked.id), NOW)
    found = await tx.one("select id from sightings where card_id = :card", card=card)
    assert found
    return Life(one, card, found["id"], asked.sitting_id, first.id, asked.id, reading.id, delivery, 50)
