"""The vocab book: its pages and its cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import calendar
from bot.domain.language import Sense
from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import cards, sightings
from bot.storage.cards import Card
from bot.storage.door import Cause, Transaction
from bot.storage.sightings import Sighting
from bot.tutor import agenda
from bot.tutor.words import sense_of

PAGE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the book, on local day `today`; `number` counts from 0."""

    cards: tuple[Card, ...]
    number: int
    pages: int
    total: int
    today: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One card of the book, as found on page `page`."""

    learner: Learner
    card: Card
    sense: Sense
    sightings: Sequence[Sighting]
    page: int
    today: int


async def page(services: Services, cause: Cause[Page], learner: Learner, number: int) -> Page:
    """Page `number` of the book; the last one there is, if the book has grown shorter."""
    today = calendar.local_day(services.clock.now(), learner.zone)

    async def work(tx: Transaction) -> Page:
        total = await cards.count(tx, learner.id)
        pages = max(1, -(-total // PAGE))
        shown = min(max(number, 0), pages - 1)
        found = await cards.page(tx, learner.id, shown * PAGE, PAGE)
        return Page(tuple(found), shown, pages, total, today)

    return await services.database.write(cause, work)


async def entry(
    services: Services, cause: Cause[Entry | None], learner: Learner, card_id: int, page: int
) -> Entry | None:
    """A card with its strength and where its word was met."""
    return await services.database.write(cause, lambda tx: _entry(tx, services, learner, card_id, page))


async def delete(
    services: Services, cause: Cause[Entry | None], learner: Learner, card_id: int, page: int, *, undo: bool
) -> Entry | None:
    """Take a card out of the book, or put it back."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Entry | None:
        if undo:
            await cards.restore(tx, learner.id, card_id)
        else:
            await cards.delete(tx, learner.id, card_id, now)
        await agenda.plan_review(tx, learner, now)
        return await _entry(tx, services, learner, card_id, page)

    return await services.database.write(cause, work)


async def suspend(
    services: Services, cause: Cause[Entry | None], learner: Learner, card_id: int, page: int, *, undo: bool
) -> Entry | None:
    """Ask a card no more, or again."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Entry | None:
        await cards.suspend(tx, learner.id, card_id, None if undo else now)
        await agenda.plan_review(tx, learner, now)
        return await _entry(tx, services, learner, card_id, page)

    return await services.database.write(cause, work)


async def _entry(tx: Transaction, services: Services, learner: Learner, card_id: int, page: int) -> Entry | None:
    card = await cards.by_id(tx, learner.id, card_id)
    if card is None:
        return None
    met = await sightings.of(tx, learner.id, card_id)
    today = calendar.local_day(services.clock.now(), learner.zone)
    return Entry(learner, card, sense_of(services, card), met, page, today)
