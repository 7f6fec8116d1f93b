"""The log of reviews is the truth; an undo gives back exactly what was."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.memory import Memory
from bot.storage import reviews
from bot.storage.door import Transaction, from_json, to_json
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import MEMORY, NOW, TODAY, a_card, a_question, an_answer

SECOND = Memory(stability=10.96447812, difficulty=1 / 3, reviewed_on=TODAY + 3, due_on=TODAY + 14)
LATER = NOW + timedelta(days=3)


class Taught:
    """A card of a learner, and what happens to it."""

    def __init__(self, database: SQLiteDatabase, learner: int, card: int) -> None:
        self.database = database
        self.learner = learner
        self.card = card

    async def answers(self, after: Memory, *, correct: bool = True) -> int:
        """Ask and answer; the question's id."""

        async def work(tx: Transaction) -> int:
            asked = await a_question(tx, self.learner, self.card)
            await an_answer(tx, asked, correct=correct, after=after)
            return asked.id

        return await self.database.write(None, work)

    async def undoes(self, question: int) -> bool:
        return await self.database.write(None, lambda tx: reviews.undo(tx, self.learner, question, LATER))

    async def memory(self) -> Memory | None:
        return await self.database.read(lambda tx: reviews.memory(tx, self.card, "recognition"))

    async def lapses(self) -> int:
        return await self.database.read(lambda tx: reviews.lapses(tx, self.card))

    async def last_missed(self) -> bool:
        return await self.database.read(lambda tx: reviews.last_missed(tx, self.card))


@pytest.fixture
async def word(database: SQLiteDatabase, ana: int) -> Taught:
    return Taught(database, ana, await database.write(None, lambda tx: a_card(tx, ana)))


async def test_a_review_leaves_its_memory(word: Taught) -> None:
    assert await word.memory() is None
    await word.answers(MEMORY)
    assert await word.memory() == MEMORY
    await word.answers(SECOND)
    assert await word.memory() == SECOND


async def test_an_undo_restores_the_exact_memory(word: Taught) -> None:
    await word.answers(MEMORY)
    second = await word.answers(SECOND)
    assert await word.undoes(second)
    assert await word.memory() == MEMORY


async def test_to_undo_the_first_review_leaves_no_memory(word: Taught) -> None:
    first = await word.answers(MEMORY)
    assert await word.undoes(first)
    assert await word.memory() is None


async def test_a_review_is_undone_once(word: Taught) -> None:
    first = await word.answers(MEMORY)
    assert [await word.undoes(first) for _ in range(3)] == [True, False, False]


async def test_a_later_review_of_the_card_stands_in_the_way(word: Taught) -> None:
    first, second = await word.answers(MEMORY), await word.answers(SECOND)
    assert not await word.undoes(first)
    assert await word.memory() == SECOND
    assert await word.undoes(second)
    assert await word.undoes(first)
    assert await word.memory() is None


async def test_a_review_of_another_card_does_not_stand_in_the_way(word: Taught) -> None:
    first = await word.answers(MEMORY)
    other = await word.database.write(None, lambda tx: a_card(tx, word.learner, "eager"))
    await Taught(word.database, word.learner, other).answers(SECOND)
    assert await word.undoes(first)


async def test_an_undone_question_may_be_answered_again(word: Taught) -> None:
    async def work(tx: Transaction) -> int:
        asked = await a_question(tx, word.learner, word.card)
        await an_answer(tx, asked, correct=False, after=MEMORY)
        assert await reviews.undo(tx, word.learner, asked.id, NOW)
        await an_answer(tx, asked, after=SECOND)
        return asked.id

    question = await word.database.write(None, work)
    assert await word.memory() == SECOND
    assert not await word.last_missed()
    assert await word.undoes(question)
    assert await word.memory() is None


async def test_a_question_is_not_reviewed_twice(word: Taught) -> None:
    async def work(tx: Transaction) -> None:
        asked = await a_question(tx, word.learner, word.card)
        await an_answer(tx, asked)
        await an_answer(tx, asked)

    with pytest.raises(Exception, match="UNIQUE"):
        await word.database.write(None, work)
    assert await word.memory() is None


async def test_only_a_miss_of_a_remembered_word_is_a_lapse(word: Taught) -> None:
    await word.answers(MEMORY, correct=False)
    assert (await word.lapses(), await word.last_missed()) == (0, True)
    await word.answers(SECOND, correct=False)
    assert await word.lapses() == 1
    third = await word.answers(SECOND, correct=False)
    assert await word.lapses() == 2
    await word.undoes(third)
    assert (await word.lapses(), await word.last_missed()) == (1, True)
    await word.answers(replace(SECOND, due_on=TODAY + 30))
    assert (await word.lapses(), await word.last_missed()) == (1, False)


async def test_the_directions_of_a_card_are_remembered_apart(word: Taught) -> None:
    async def work(tx: Transaction) -> tuple[Memory | None, Memory | None]:
        await reviews.keep(tx, word.learner, word.card, "recognition", MEMORY)
        await reviews.keep(tx, word.learner, word.card, "production", SECOND)
        await reviews.keep(tx, word.learner, word.card, "recognition", None)
        return (
            await reviews.memory(tx, word.card, "recognition"),
            await reviews.memory(tx, word.card, "production"),
        )

    assert await word.database.write(None, work) == (None, SECOND)


@given(st.floats(1e-3, 36500), st.floats(1, 10))
def test_a_memory_crosses_the_log_to_the_last_bit(stability: float, difficulty: float) -> None:
    assert from_json(to_json([stability, difficulty])) == [stability, difficulty]
