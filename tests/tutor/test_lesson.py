"""What is asked when: words from the day after they were kept, gently after an absence, within the minutes."""

from collections.abc import Sequence

from bot.tutor import asides, book
from bot.tutor.review import Opened
from bot.tutor.sitting import Idle
from tests.fakes import Told
from tests.tutor.pupil import Pupil

WORDS = "reluctant elephant harbour bridge candle meadow thunder whisper borrow gather stubborn fragile".split()


async def keeps(ana: Pupil, words: Sequence[str]) -> None:
    for word in words:
        await ana.looks_up(word)


async def admitted(ana: Pupil) -> set[int]:
    return {row["id"] for row in await ana.rows("select id from cards where admitted_on is not null")}


async def test_a_word_is_asked_on_the_next_local_day_and_not_before(ana: Pupil) -> None:
    await ana.looks_up("reluctant")
    ana.clock.advance(hours=12)  # 03:05 in Madrid: still the same day
    assert isinstance(await ana.sits_down(), Idle)
    ana.clock.advance(hours=1)
    assert isinstance(await ana.sits_down(), Opened)


async def test_words_are_admitted_by_their_first_answer_in_a_lesson_and_nowhere_else(ana: Pupil) -> None:
    shown = await ana.arrives()
    await ana.keeps(shown.reading.id, 0, 1)
    await ana.looks_up("reluctant")
    ana.clock.advance(days=1)
    assert await admitted(ana) == set()
    await ana.sits_down()
    marked = await ana.answers()
    assert await admitted(ana) == {marked.asked.card_id}


async def test_new_words_are_let_in_only_as_the_minutes_allow(ana: Pupil) -> None:
    await keeps(ana, WORDS)
    await ana.changes(minutes=2)  # six cards, of which a new one takes two places
    ana.clock.advance(days=1)
    await ana.sits_down()
    assert len({one.asked.card_id for one in await ana.finishes()}) == 3


async def test_after_an_absence_the_sitting_begins_with_three_easy_cards_and_no_new_ones(ana: Pupil) -> None:
    await keeps(ana, WORDS[:6])
    ana.clock.advance(days=1)
    await ana.sits_down()
    missed: list[int] = []
    while (asked := await ana.open()) is not None:
        right = len(missed) == 3 or asked.again
        marked = await ana.answers(right=right)
        if not right:
            missed.append(asked.card_id)
            await ana.goes_on(marked)
    await keeps(ana, WORDS[6:9])
    ana.clock.advance(days=20)
    await ana.sits_down()
    order = [one.asked.card_id for one in await ana.finishes()]
    old = {card.id for card in (await ana.cards())[:6]}
    assert set(order) == old
    assert set(order[:3]) == old - set(missed)


async def test_new_words_wait_for_nothing_where_nothing_else_is_due(ana: Pupil) -> None:
    await ana.looks_up("reluctant")
    ana.clock.advance(days=1)
    await ana.sits_down()
    await ana.finishes()
    ana.clock.advance(days=1)
    await ana.sits_down()
    await ana.finishes()
    await ana.services.database.write(None, lambda tx: tx.execute("update memories set due_on = due_on + 100"))
    ana.clock.advance(days=8)
    await ana.looks_up("elephant")
    ana.clock.advance(days=1)
    assert isinstance(await ana.sits_down(), Opened)


async def test_a_word_without_a_meaning_is_not_asked(ana: Pupil) -> None:
    await asides.keep_unknown(ana.services, Told(), await ana.me(), "flibberwock")
    ana.clock.advance(days=2)
    found = await ana.sits_down()
    assert isinstance(found, Idle)
    assert found.again_on is None


async def test_a_deleted_word_is_not_asked(ana: Pupil) -> None:
    await keeps(ana, WORDS[:2])
    ana.clock.advance(days=1)
    await ana.sits_down()
    asked = await ana.open()
    assert asked
    other = next(card for card in await ana.cards() if card.id != asked.card_id)
    await book.delete(ana.services, Told(), await ana.me(), other.id, 0, undo=False)
    assert [one.asked.card_id for one in await ana.finishes()] == [asked.card_id]
