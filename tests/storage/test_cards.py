"""A word is kept once in each sense, with where it was met; what is deleted can be brought back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.memory import Memory
from bot.storage import cards, lesson, reviews, sightings
from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import MEMORY, NOW, TODAY, a_card, a_question, an_answer

WORDS = ("one", "two", "three", "four", "five")


@pytest.fixture
async def book(database: SQLiteDatabase, ana: int) -> Sequence[int]:
    """Five words, saved yesterday: due tomorrow, today, today, never answered, never answered."""

    async def work(tx: Transaction) -> Sequence[int]:
        ids = [await a_card(tx, ana, word, on=TODAY - 1) for word in WORDS]
        for card, due in zip(ids[:3], (TODAY + 1, TODAY, TODAY), strict=True):
            await reviews.keep(tx, ana, card, "recognition", replace(MEMORY, due_on=due))
        return ids

    return await database.write(None, work)


async def due(tx: Transaction, ana: int, today: int = TODAY) -> Sequence[str]:
    return [card.lemma for card in await lesson.due(tx, ana, today, 9)]


async def unasked(tx: Transaction, ana: int, today: int = TODAY) -> Sequence[str]:
    return [card.lemma for card in await lesson.unasked(tx, ana, today, 9)]


async def test_a_sense_is_kept_once(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        first = await cards.save(tx, ana, "bank", "noun", "bank.noun.1", NOW, TODAY)
        assert await cards.save(tx, ana, "bank", "noun", "bank.noun.1", NOW, TODAY + 5) == first
        assert await cards.save(tx, ana, "bank", "noun", "bank.noun.2", NOW, TODAY) != first
        assert await cards.count(tx, ana) == 2
        found = await cards.by_sense(tx, ana, "bank", "noun", "bank.noun.1")
        assert found
        assert (found.id, found.saved_on, found.form, found.sentence) == (first, TODAY, "bank", "")

    await database.write(None, work)


async def test_a_deleted_word_leaves_the_book_until_it_is_restored(
    database: SQLiteDatabase, ana: int, book: Sequence[int]
) -> None:
    async def work(tx: Transaction) -> None:
        assert await cards.delete(tx, ana, book[1], NOW)
        assert not await cards.delete(tx, ana, book[1], NOW)
        assert await cards.count(tx, ana) == 4
        assert "two" not in [card.lemma for card in await cards.page(tx, ana, 0, 9)]
        assert await due(tx, ana) == ["three"]
        assert await cards.restore(tx, ana, book[1])
        assert await due(tx, ana) == ["two", "three"]

    await database.write(None, work)


async def test_to_save_a_deleted_word_brings_it_back_with_its_memory(
    database: SQLiteDatabase, ana: int, book: Sequence[int]
) -> None:
    async def work(tx: Transaction) -> Memory | None:
        await cards.delete(tx, ana, book[1], NOW)
        again = await a_card(tx, ana, "two", sentence="Two by two.")
        assert again == book[1]
        card = await cards.by_id(tx, ana, again)
        assert card
        assert card.deleted_at is None
        return card.memory

    assert await database.write(None, work) == replace(MEMORY, due_on=TODAY)


async def test_what_fades_first_stands_first_and_the_unasked_last(
    database: SQLiteDatabase, ana: int, book: Sequence[int]
) -> None:
    first = await database.read(lambda tx: cards.page(tx, ana, 0, 3))
    second = await database.read(lambda tx: cards.page(tx, ana, 3, 3))
    assert [card.lemma for card in first] == ["three", "two", "one"]
    assert [card.lemma for card in second] == ["five", "four"]


async def test_what_is_due_comes_longest_due_first(database: SQLiteDatabase, ana: int, book: Sequence[int]) -> None:
    async def work(tx: Transaction) -> None:
        assert await due(tx, ana) == ["two", "three"]
        await reviews.keep(tx, ana, book[0], "recognition", replace(MEMORY, due_on=TODAY - 9))
        assert await due(tx, ana) == ["one", "two", "three"]
        await cards.suspend(tx, ana, book[1], NOW)
        assert await due(tx, ana) == ["one", "three"]
        await cards.suspend(tx, ana, book[1], None)
        assert await due(tx, ana) == ["one", "two", "three"]

    await database.write(None, work)


async def test_a_saved_word_is_asked_from_the_next_day_admitted_ones_first(
    database: SQLiteDatabase, ana: int, book: Sequence[int]
) -> None:
    async def work(tx: Transaction) -> None:
        assert await unasked(tx, ana, TODAY - 1) == []
        assert await unasked(tx, ana) == ["four", "five"]
        await cards.admit(tx, ana, book[4], TODAY)
        await cards.admit(tx, ana, book[4], TODAY + 1)
        assert await unasked(tx, ana) == ["five", "four"]
        card = await cards.by_id(tx, ana, book[4])
        assert card
        assert card.admitted_on == TODAY

    await database.write(None, work)


async def test_a_word_without_any_meaning_is_not_asked(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        card = await cards.save(tx, ana, "florp", "phrase", "", NOW, TODAY - 1)
        assert (await unasked(tx, ana), await lesson.next_due_on(tx, ana)) == ([], None)
        await cards.explain(tx, ana, card, "a small noise")
        assert (await unasked(tx, ana), await lesson.next_due_on(tx, ana)) == (["florp"], TODAY)

    await database.write(None, work)


async def test_the_next_day_is_the_earliest_of_due_and_new(
    database: SQLiteDatabase, ana: int, book: Sequence[int]
) -> None:
    async def work(tx: Transaction) -> Sequence[int | None]:
        seen = [await lesson.next_due_on(tx, ana)]
        for card in book[1:]:
            await cards.suspend(tx, ana, card, NOW)
        seen.append(await lesson.next_due_on(tx, ana))
        await cards.delete(tx, ana, book[0], NOW)
        return [*seen, await lesson.next_due_on(tx, ana)]

    assert await database.write(None, work) == [TODAY, TODAY + 1, None]


async def test_the_days_ahead_are_counted(database: SQLiteDatabase, ana: int, book: Sequence[int]) -> None:
    assert await database.read(lambda tx: lesson.forecast(tx, ana, TODAY - 1, TODAY + 2)) == [0, 2, 1, 0]


async def test_the_last_day_is_of_a_review_that_stands(database: SQLiteDatabase, ana: int, book: Sequence[int]) -> None:
    async def work(tx: Transaction) -> Sequence[int | None]:
        asked = await a_question(tx, ana, book[0])
        await an_answer(tx, asked, now=NOW + timedelta(days=2))
        seen = await lesson.last_day(tx, ana)
        await reviews.undo(tx, ana, asked.id, NOW)
        return [seen, await lesson.last_day(tx, ana)]

    assert await database.write(None, work) == [TODAY + 2, None]


async def test_a_card_shows_where_its_word_was_first_met(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        card = await a_card(tx, ana, sentence="First.")
        second = await sightings.note(tx, ana, card, "reluctantly", "Second.", "", NOW, TODAY)
        assert await sightings.note(tx, ana, card, "reluctantly", "Second.", "", NOW, TODAY + 1) == second
        found = await cards.by_id(tx, ana, card)
        assert found
        assert (found.form, found.sentence) == ("reluctant", "First.")
        assert [one.sentence for one in await sightings.of(tx, ana, card)] == ["Second.", "First."]

    await database.write(None, work)


async def test_sightings_move_with_a_mistake_that_is_mended(database: SQLiteDatabase, ana: int) -> None:
    async def work(tx: Transaction) -> None:
        wrong, right = await a_card(tx, ana, "recieve"), await a_card(tx, ana, "receive")
        await sightings.move(tx, ana, wrong, right)
        assert (len(await sightings.of(tx, ana, wrong)), len(await sightings.of(tx, ana, right))) == (0, 2)

    await database.write(None, work)
