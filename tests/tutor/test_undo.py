"""Every verdict can be undone, and everything is then as it was before the answer."""

import pytest

from bot.domain.calendar import local_day
from bot.storage import reviews
from tests.tutor.pupil import Pupil


async def memories(ana: Pupil) -> object:
    return await ana.rows("select * from memories order by card_id, direction")


async def log(ana: Pupil) -> object:
    return await ana.rows("select card_id, correct from reviews where undone_at is null order by id")


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("place", [0, 1, 2])
async def test_undo_restores_everything_exactly(sits: Pupil, place: int, *, right: bool) -> None:
    for _ in range(place):
        await sits.answers()
    await sits.changes(minutes=10)
    before = (await memories(sits), await log(sits), await sits.sitting(), await sits.agenda())
    asked = await sits.open()
    marked = await sits.answers(right=right)
    assert await memories(sits) != before[0]
    opened = await sits.undoes(marked)
    assert opened
    assert asked
    assert (opened.asked.id, opened.asked.item) == (asked.id, asked.item)
    now_open = await sits.open()
    assert now_open
    assert (now_open.id, now_open.answer, now_open.verdict) == (asked.id, None, None)
    assert (await memories(sits), await log(sits), await sits.sitting(), await sits.agenda()) == before


async def test_undo_after_next_takes_the_question_that_followed_back_into_the_plan(sits: Pupil) -> None:
    before = (await memories(sits), await sits.sitting())
    marked = await sits.answers(right=False)
    await sits.goes_on(marked)
    assert await sits.undoes(marked)
    assert (await memories(sits), await sits.sitting()) == before
    done = await sits.finishes()
    assert len(done) == 3
    assert {one.asked.card_id for one in done} == {card.id for card in await sits.cards()}


async def test_undo_of_the_last_card_opens_the_sitting_again(sits: Pupil) -> None:
    *_, last = await sits.finishes()
    assert (await sits.sitting()).ended
    assert await sits.undoes(last)
    assert not (await sits.sitting()).ended
    again = await sits.answers(right=False)
    assert again.ending is None
    await sits.goes_on(again)
    *_, last = await sits.finishes()
    assert last.ending
    assert (last.ending.asked, last.ending.recalled) == (3, 2)


async def test_undo_of_a_missed_repetition_keeps_the_first_miss(sits: Pupil) -> None:
    marked = await sits.answers(right=False)
    await sits.goes_on(marked)
    await sits.answers()
    await sits.answers()
    before = (await memories(sits), await sits.sitting())
    last = await sits.answers(right=False)
    assert last.ending
    assert await sits.undoes(last)
    assert (await memories(sits), await sits.sitting()) == before
    reopened = await sits.open()
    assert reopened
    assert reopened.again


async def test_undo_counts_once(sits: Pupil) -> None:
    marked = await sits.answers()
    assert await sits.undoes(marked)
    assert await sits.undoes(marked) is None


async def test_only_the_latest_review_of_a_card_can_be_undone(sits: Pupil) -> None:
    first = await sits.answers()
    await sits.finishes()
    sits.clock.advance(days=10)
    await sits.sits_down()
    await sits.finishes()
    before = await memories(sits)
    assert await sits.undoes(first) is None
    assert await memories(sits) == before


async def test_undone_and_answered_otherwise_is_as_if_answered_so_at_first(sits: Pupil) -> None:
    marked = await sits.answers()
    await sits.undoes(marked)
    await sits.answers(right=False)
    (found,) = await sits.rows("select * from memories")
    other = await sits.services.database.read(lambda tx: reviews.lapses(tx, marked.asked.card_id))
    assert other == 0  # what was never remembered can't lapse
    assert found["due_on"] == local_day(sits.clock.now(), "Europe/Madrid") + 1
