"""Reviews: each answer counts once, a miss comes back once, and every verdict can be undone."""

from dataclasses import replace

import pytest

from bot.domain.calendar import local_day
from bot.storage import reviews
from bot.tutor import review, sitting
from bot.tutor.review import Opened
from bot.tutor.sitting import Idle, Standing
from tests.fakes import Told
from tests.tutor.pupil import Pupil


@pytest.fixture
async def sits(ana: Pupil) -> Pupil:
    """Ana with three words kept yesterday, and the first question open."""
    shown = await ana.arrives(1.0)
    await ana.keeps(shown.reading.id, 0, 1, 2)
    ana.clock.advance(days=1)
    assert isinstance(await ana.sits_down(), Opened)
    return ana


async def memories(ana: Pupil) -> object:
    return await ana.rows("select * from memories order by card_id, direction")


async def log(ana: Pupil) -> object:
    return await ana.rows("select card_id, correct from reviews where undone_at is null order by id")


async def test_a_right_answer_opens_the_next_question_at_once(sits: Pupil) -> None:
    first = await sits.open()
    marked = await sits.answers()
    assert first
    assert (marked.asked.id, marked.mark.verdict) == (first.id, "right")
    assert marked.next
    assert marked.next.card_id != first.card_id


async def test_a_wrong_answer_waits_for_next(sits: Pupil) -> None:
    marked = await sits.answers(right=False)
    assert (marked.mark.verdict, marked.next, marked.ending) == ("wrong", None, None)
    assert await sits.open() is None
    after = await sits.goes_on(marked)
    now_open = await sits.open()
    assert after
    assert after.next
    assert now_open
    assert after.next.id == now_open.id


async def test_next_counts_once(sits: Pupil) -> None:
    marked = await sits.answers(right=False)
    assert await sits.goes_on(marked)
    before = await sits.open()
    assert await sits.goes_on(marked) is None
    assert await sits.open() == before


async def test_each_answer_counts_once(sits: Pupil) -> None:
    asked = await sits.open()
    assert asked
    await sits.answers()
    before = (await memories(sits), await log(sits), await sits.open())
    for option in range(4):
        assert (
            await review.choose(sits.services, Told(), await sits.me(), asked.id, option, sits.message) is None
        )
    assert (await memories(sits), await log(sits), await sits.open()) == before


@pytest.mark.parametrize("option", [-1, 4, 99])
async def test_an_option_that_there_is_not_is_no_answer(sits: Pupil, option: int) -> None:
    asked = await sits.open()
    assert asked
    assert await review.choose(sits.services, Told(), await sits.me(), asked.id, option, None) is None
    assert await log(sits) == []


async def test_nobody_answers_for_another(sits: Pupil) -> None:
    asked = await sits.open()
    assert asked
    ben = Pupil(sits.services, sits.clock, sits.messenger, 2002)
    assert await review.choose(sits.services, Told(), await ben.me(), asked.id, 0, None) is None
    marked = await sits.answers()
    assert await review.undo(sits.services, Told(), await ben.me(), marked.asked.id, None) is None
    assert await sitting.look(sits.services, Told(), await ben.me(), asked.id) is None
    assert await sitting.suspend(sits.services, Told(), await ben.me(), asked.id, None) is None


async def test_a_miss_comes_back_once_at_the_end(sits: Pupil) -> None:
    marked = await sits.answers(right=False)
    missed, asked = marked.asked.card_id, []
    await sits.goes_on(marked)
    while (one := await sits.open()) is not None:
        asked.append((one.card_id, one.again))
        marked = await sits.answers(right=one.card_id != missed)
    assert asked[-1] == (missed, True)
    assert [card for card, _ in asked].count(missed) == 1
    assert marked.ending
    assert (marked.ending.asked, marked.ending.recalled) == (3, 2)


async def test_the_end_tells_what_was_recalled_and_asks_for_the_minutes_once(sits: Pupil) -> None:
    *_, last = await sits.finishes()
    assert last.ending
    assert (last.ending.asked, last.ending.recalled, last.ending.asks_minutes) == (3, 3, True)
    assert last.ending.again_on
    assert last.ending.again_on > last.ending.today
    await sits.changes(minutes=10)
    sits.clock.advance(days=30)
    await sits.sits_down()
    *_, last = await sits.finishes()
    assert last.ending
    assert not last.ending.asks_minutes


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


async def test_a_suspended_card_is_not_asked(sits: Pupil) -> None:
    asked = await sits.open()
    assert asked
    gone = await sitting.suspend(sits.services, Told(), await sits.me(), asked.id, sits.message)
    assert gone
    assert gone.next
    assert gone.next.card_id != asked.card_id
    assert await log(sits) == []
    done = await sits.finishes()
    assert asked.card_id not in {one.asked.card_id for one in done}
    sits.clock.advance(days=40)
    await sits.sits_down()
    assert asked.card_id not in {one.asked.card_id for one in await sits.finishes()}


async def test_suspending_the_last_card_ends_the_sitting(sits: Pupil) -> None:
    await sits.answers()
    await sits.answers()
    asked = await sits.open()
    assert asked
    gone = await sitting.suspend(sits.services, Told(), await sits.me(), asked.id, sits.message)
    assert gone
    assert gone.ending
    assert (gone.ending.asked, gone.ending.recalled) == (2, 2)


async def test_after_a_verdict_the_card_can_be_suspended_and_the_next_question_stays(sits: Pupil) -> None:
    marked = await sits.answers()
    gone = await sitting.suspend(sits.services, Told(), await sits.me(), marked.asked.id, sits.message)
    assert gone
    assert gone.next == await sits.open()
    assert len(await log(sits)) == 1  # type: ignore[arg-type]


async def test_review_again_shows_the_question_that_is_open(sits: Pupil) -> None:
    asked = await sits.open()
    found = await sits.sits_down()
    assert isinstance(found, Opened)
    assert asked
    assert found.asked.id == asked.id


async def test_with_nothing_to_ask_it_says_when_the_next_word_comes(ana: Pupil) -> None:
    assert await ana.sits_down() == Idle(True, local_day(ana.clock.now(), "Europe/Madrid"), None)
    await ana.looks_up("reluctant")
    today = local_day(ana.clock.now(), "Europe/Madrid")
    assert await ana.sits_down() == Idle(False, today, today + 1)


async def test_how_it_stands_is_seen_again_after_the_menu(sits: Pupil) -> None:
    marked = await sits.answers()
    standing = await sitting.look(sits.services, Told(), await sits.me(), marked.asked.id)
    assert standing == Standing(replace(marked.asked, state="answered", verdict="right"), await sits.open())
