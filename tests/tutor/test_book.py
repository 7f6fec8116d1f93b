"""The vocab book: its pages and its cards."""

import pytest

from bot.tutor import book
from bot.tutor.book import PAGE, Entry, Page
from tests.fakes import Told
from tests.tutor.pupil import Pupil

WORDS = "reluctant elephant harbour bridge candle meadow thunder whisper borrow".split()


async def page(ana: Pupil, number: int) -> Page:
    return await book.page(ana.services, Told(), await ana.me(), number)


async def fill(ana: Pupil, count: int) -> None:
    for word in WORDS[:count]:
        await ana.looks_up(word)


async def delete(ana: Pupil, card_id: int, *, undo: bool = False) -> Entry:
    found = await book.delete(ana.services, Told(), await ana.me(), card_id, 0, undo=undo)
    assert found
    return found


async def test_an_empty_book_has_one_empty_page(ana: Pupil) -> None:
    found = await page(ana, 0)
    assert (found.cards, found.number, found.pages, found.total) == ((), 0, 1, 0)


@pytest.mark.parametrize(("asked", "shown"), [(0, 0), (1, 1), (7, 1), (-2, 0)])
async def test_there_are_only_the_pages_that_there_are(ana: Pupil, asked: int, shown: int) -> None:
    await fill(ana, 9)
    found = await page(ana, asked)
    assert (found.number, found.pages, found.total) == (shown, 2, 9)
    assert len(found.cards) == (PAGE if shown == 0 else 1)


async def test_every_word_stands_on_exactly_one_page(ana: Pupil) -> None:
    await fill(ana, 9)
    found = [card.lemma for number in range(2) for card in (await page(ana, number)).cards]
    assert sorted(found) == sorted(WORDS)


async def test_what_fades_first_stands_first(ana: Pupil) -> None:
    await fill(ana, 3)
    ana.clock.advance(days=1)
    await ana.sits_down()
    marked = await ana.answers(right=False)
    await ana.goes_on(marked)
    await ana.answers()
    assert (await page(ana, 0)).cards[0].id == marked.asked.card_id


async def test_a_card_tells_where_its_word_was_met(ana: Pupil) -> None:
    await ana.arrives(1.0)
    card = (await ana.looks_up("queue")).card
    found = await book.entry(ana.services, Told(), await ana.me(), card.id, 0)
    assert found
    assert [sighting.form for sighting in found.sightings] == ["queue"]
    assert found.sense.lemma == "queue"


async def test_a_deleted_card_is_off_its_page_and_comes_back_as_it_was(ana: Pupil) -> None:
    await fill(ana, 9)
    ana.clock.advance(days=1)
    await ana.sits_down()
    asked = (await ana.answers()).asked.card_id
    before = next(card for card in await ana.cards() if card.id == asked)
    assert (await delete(ana, asked)).card.deleted_at is not None
    assert (await page(ana, 1)).pages == 1
    assert (await delete(ana, asked, undo=True)).card == before


async def test_a_card_that_is_not_asked_stays_in_the_book(ana: Pupil) -> None:
    card = (await ana.looks_up("reluctant")).card
    found = await book.suspend(ana.services, Told(), await ana.me(), card.id, 0, undo=False)
    assert found
    assert found.card.suspended
    assert "review" not in await ana.agenda()
    assert (await page(ana, 0)).total == 1
    found = await book.suspend(ana.services, Told(), await ana.me(), card.id, 0, undo=True)
    assert found
    assert not found.card.suspended
    assert (await ana.agenda())["review"] is not None


async def test_nobody_looks_into_the_book_of_another(ana: Pupil) -> None:
    card = (await ana.looks_up("reluctant")).card
    ben = Pupil(ana.services, ana.clock, ana.messenger, 2002)
    them = await ben.me()
    assert await book.entry(ana.services, Told(), them, card.id, 0) is None
    assert await book.delete(ana.services, Told(), them, card.id, 0, undo=False) is None
    assert await book.suspend(ana.services, Told(), them, card.id, 0, undo=False) is None
    assert await ana.cards() == [card]
