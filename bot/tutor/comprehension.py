"""Comprehension: three questions on an article, one right answer each."""

import random
from dataclasses import dataclass

from bot.domain.learner import Learner
from bot.library.stories import Question
from bot.services import Services
from bot.storage import readings
from bot.storage.door import Cause, Transaction
from bot.storage.readings import Reading
from bot.tutor.reading import Shown, show, touched


@dataclass(frozen=True, slots=True)
class Quiz:
    """Where the comprehension questions stand: the one to answer, and how the one before went."""

    shown: Shown
    number: int
    question: Question | None
    options: tuple[str, ...]
    before: Question | None = None
    was_right: bool | None = None


async def ask(services: Services, cause: Cause[Quiz | None], learner: Learner, reading_id: int) -> Quiz | None:
    """The next comprehension question of the article."""

    async def work(tx: Transaction) -> Quiz | None:
        reading = await touched(tx, services, learner, reading_id)
        return quiz(await show(tx, services.library, learner.id, reading)) if reading else None

    return await services.database.write(cause, work)


async def answer(
    services: Services,
    cause: Cause[Quiz | None],
    learner: Learner,
    reading_id: int,
    level: int,
    number: int,
    option: int,
) -> Quiz | None:
    """Mark the answer to question `number` of the story's version `level`.

    A second tap on an old question, or one on a question of another version, changes nothing.
    """

    async def work(tx: Transaction) -> Quiz | None:
        reading = await touched(tx, services, learner, reading_id)
        if reading is None:
            return None
        shown = await show(tx, services.library, learner.id, reading)
        asked = quiz(shown)
        is_current = (level, number) == (reading.level, asked.number) and 0 <= option < len(asked.options)
        if asked.question is None or not is_current:
            return asked
        question, right = asked.question, asked.options[option] == asked.question.answer
        await readings.answer(tx, reading, (*reading.asked, right))
        after = await readings.by_id(tx, learner.id, reading.id)
        return quiz(await show(tx, services.library, learner.id, after or reading), question, right)

    return await services.database.write(cause, work)


def quiz(shown: Shown, before: Question | None = None, was_right: bool | None = None) -> Quiz:
    """The state of the article's questions, after the one just answered."""
    number = len(shown.reading.asked)
    question = shown.version.questions[number] if number < len(shown.version.questions) else None
    options = order(shown.reading, number, question) if question else ()
    return Quiz(shown, number, question, options, before, was_right)


def order(reading: Reading, number: int, question: Question) -> tuple[str, ...]:
    """The options in an order of their own for each reading, the same each time they're shown."""
    options = list(question.options)
    random.Random(f"{reading.id}:{number}").shuffle(options)  # noqa: S311 — an order, not a secret
    return tuple(options)
