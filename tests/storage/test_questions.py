"""A learner has at most one open question, and it's answered once."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.storage import questions, sittings
from bot.storage.door import Transaction
from bot.storage.questions import Asked
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import NOW, a_card, a_question, an_item

LATER = NOW + timedelta(minutes=1)


async def ask(database: SQLiteDatabase, learner: int, *, is_open: bool = True) -> Asked:
    async def work(tx: Transaction) -> Asked:
        return await a_question(tx, learner, await a_card(tx, learner), is_open=is_open)

    return await database.write(None, work)


async def state(database: SQLiteDatabase, asked: Asked) -> str:
    found = await database.read(lambda tx: questions.by_id(tx, asked.learner_id, asked.id))
    assert found
    return found.state


async def answer(database: SQLiteDatabase, asked: Asked) -> bool:
    return await database.write(
        None, lambda tx: questions.answer(tx, asked.learner_id, asked.id, "not willing", "right", LATER)
    )


async def test_a_question_comes_back_as_it_was_planned(database: SQLiteDatabase, ana: int) -> None:
    asked = await ask(database, ana, is_open=False)
    assert asked.item == an_item()
    assert (asked.state, asked.asked_at, asked.again, asked.direction) == ("planned", None, False, "recognition")


async def test_to_open_a_question_leaves_the_one_before_unseen(database: SQLiteDatabase, ana: int) -> None:
    first, second = await ask(database, ana), await ask(database, ana, is_open=False)
    before = await database.write(None, lambda tx: questions.open_(tx, second, 7, LATER))
    assert before
    assert before.id == first.id
    assert (await state(database, first), await state(database, second)) == ("unseen", "open")
    current = await database.read(lambda tx: questions.current(tx, ana))
    assert current
    assert (current.id, current.message_id, current.asked_at) == (second.id, 7, LATER)


async def test_two_open_questions_cannot_be(database: SQLiteDatabase, ana: int) -> None:
    await ask(database, ana)
    other = await ask(database, ana, is_open=False)
    with pytest.raises(sqlite3.IntegrityError):
        await database.write(
            None, lambda tx: tx.execute("update questions set state = 'open' where id = :id", id=other.id)
        )


async def test_two_people_have_a_question_each(database: SQLiteDatabase, ana: int, ben: int) -> None:
    hers, his = await ask(database, ana), await ask(database, ben)
    assert [await state(database, one) for one in (hers, his)] == ["open", "open"]


async def test_an_answer_closes_its_question_once(database: SQLiteDatabase, ana: int) -> None:
    asked = await ask(database, ana)
    assert [await answer(database, asked) for _ in range(2)] == [True, False]
    found = await database.read(lambda tx: questions.by_id(tx, ana, asked.id))
    assert found
    assert (found.state, found.answer, found.verdict) == ("answered", "not willing", "right")


@pytest.mark.parametrize("end", ["unseen", "withdrawn"])
async def test_a_question_that_ended_takes_no_answer(database: SQLiteDatabase, ana: int, end: str) -> None:
    asked = await ask(database, ana)
    await database.write(None, lambda tx: questions.end(tx, asked.id, end))
    assert not await answer(database, asked)
    assert await state(database, asked) == end


async def test_a_question_that_was_never_shown_takes_no_answer(database: SQLiteDatabase, ana: int) -> None:
    assert not await answer(database, await ask(database, ana, is_open=False))


async def test_an_answered_question_does_not_become_unseen(database: SQLiteDatabase, ana: int) -> None:
    asked = await ask(database, ana)
    await answer(database, asked)
    await database.write(None, lambda tx: questions.end(tx, asked.id, "unseen"))
    assert await state(database, asked) == "answered"


async def test_a_question_opened_again_forgets_its_answer_and_keeps_its_message(
    database: SQLiteDatabase, ana: int
) -> None:
    asked = await ask(database, ana, is_open=False)
    await database.write(None, lambda tx: questions.open_(tx, asked, 7, NOW))
    await answer(database, asked)
    assert await database.write(None, lambda tx: questions.open_(tx, asked, None, LATER)) is None
    found = await database.read(lambda tx: questions.current(tx, ana))
    assert found
    assert (found.id, found.answer, found.verdict, found.message_id) == (asked.id, None, None, 7)


async def test_a_text_set_aside_is_gone_with_the_answer(database: SQLiteDatabase, ana: int) -> None:
    asked = await ask(database, ana)
    await database.write(None, lambda tx: questions.set_aside(tx, asked.id, "unwillin"))
    found = await database.read(lambda tx: questions.current(tx, ana))
    assert found
    assert found.aside == "unwillin"
    await answer(database, asked)
    found = await database.read(lambda tx: questions.by_id(tx, ana, asked.id))
    assert found
    assert found.aside is None


async def test_a_new_sitting_ends_the_one_before(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> Sequence[bool]:
        first = await sittings.begin(tx, ana, (1, 2), NOW)
        second = await sittings.begin(tx, ana, (3,), LATER)
        latest = await sittings.latest(tx, ana)
        assert latest == second
        return [(await sittings.by_id(tx, one.id)).ended for one in (first, second)]

    assert await database.write(None, work) == [True, False]


async def test_a_sitting_remembers_how_far_it_came(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        begun = await sittings.begin(tx, ana, (1, 2, -1), NOW)
        further = sittings.Sitting(begun.id, ana, (-1,), 2, 1, LATER, ended=True)
        await sittings.keep(tx, further, LATER)
        assert await sittings.by_id(tx, begun.id) == further

    await database.write(None, work)
