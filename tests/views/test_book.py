"""The vocab book as a phone shows it: pages of buttons, and cards with their strength and where they were met."""

import pytest

from bot.domain.language import Sense
from bot.storage.sightings import Sighting
from bot.texts import LANGUAGES, texts
from bot.tutor.book import Entry, Page
from bot.views import book
from bot.views.actions import (
    DeleteEntry,
    ShowBook,
    ShowEntry,
    SuspendEntry,
)
from tests.builders import NOW, TODAY
from tests.views.people import NASTY, card, learner, memory
from tests.views.phone import seen

EVERY = pytest.mark.parametrize("language", LANGUAGES)


@EVERY
@pytest.mark.parametrize("total", [1, 8, 9, 30])
def test_a_page_of_the_book_has_a_button_for_each_word(language: str, total: int) -> None:
    shown = tuple(card(id=number, memory=memory() if number % 2 else None) for number in range(min(total, 8)))
    bubble = seen(book.page(Page(shown, 0, -(-total // 8), total, TODAY), texts(language)))
    assert bubble.actions[: len(shown)] == tuple(ShowEntry(one.id, 0) for one in shown)
    assert (ShowBook(1) in bubble.actions) is (total > 8)


@EVERY
def test_an_empty_book_says_how_to_fill_it(language: str) -> None:
    assert seen(book.page(Page((), 0, 1, 0, TODAY), texts(language))).actions == ()


@EVERY
def test_a_card_of_the_book(language: str) -> None:
    spoken = texts(language)
    met = [Sighting("reluctant", "He was reluctant.", TODAY), Sighting("reluctant", "", TODAY)] * 3
    sense = Sense("x", "reluctant", "adjective", "not willing", translations={"es": ("reacio",)})
    person = learner(language=language)
    fresh = seen(book.entry(Entry(person, card(), sense, met, 1, TODAY), spoken, 5))
    assert fresh.actions == (SuspendEntry(7, 1, 1), DeleteEntry(7, 1, 1), ShowBook(1))
    assert "reacio" in fresh.italic
    known = seen(book.entry(Entry(person, card(memory=memory(), suspended=True), sense, met, 1, TODAY), spoken, 5))
    assert "100" in known.text
    assert known.actions[0] == SuspendEntry(7, 1, 0)
    gone = seen(book.entry(Entry(person, card(deleted_at=NOW), sense, met, 1, TODAY), spoken, 5))
    assert gone.actions == (DeleteEntry(7, 1, 0), ShowBook(1))


def test_what_people_type_is_never_markup_in_the_book() -> None:
    own = card(lemma=NASTY, meaning=NASTY, sentence=NASTY)
    entry = Entry(learner(), own, Sense("", NASTY, "phrase", NASTY), [Sighting(NASTY, NASTY, TODAY)], 0, TODAY)
    assert seen(book.entry(entry, texts("en"), 5)).text.count(NASTY) == 3
    listed = seen(book.page(Page((own,), 0, 1, 1, TODAY), texts("en")))
    assert NASTY in listed.text
    assert NASTY in listed.labels
    gone = Entry(learner(), card(lemma=NASTY, deleted_at=NOW), entry.sense, [], 0, TODAY)
    assert NASTY in seen(book.entry(gone, texts("en"), 5)).text
