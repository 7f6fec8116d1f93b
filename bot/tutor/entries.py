"""What can be done with an explained word: keep it or not, see more, choose another meaning."""

from dataclasses import dataclass

from bot.domain import calendar
from bot.domain.language import Sense
from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import cards, sightings
from bot.storage.cards import Card
from bot.storage.door import Cause, Transaction
from bot.tutor import agenda
from bot.tutor.words import Explained, explain


@dataclass(frozen=True, slots=True)
class Meanings:
    """All the meanings of a card's word, to choose from."""

    learner: Learner
    card: Card
    senses: tuple[Sense, ...]


async def change(
    services: Services, cause: Cause[Explained | None], learner: Learner, card_id: int, *, keeps: bool
) -> Explained | None:
    """Take a word out of the book, or put it back."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Explained | None:
        if keeps:
            await cards.restore(tx, learner.id, card_id)
        else:
            await cards.delete(tx, learner.id, card_id, now)
        await agenda.plan_review(tx, learner, now)
        return await explain(tx, services, learner, card_id, "now")

    return await services.database.write(cause, work)


async def more(services: Services, cause: Cause[Explained | None], learner: Learner, card_id: int) -> Explained | None:
    """The whole entry of a word, for a learner who got the short one."""
    return await services.database.write(cause, lambda tx: explain(tx, services, learner, card_id, "now", full=True))


async def meanings(
    services: Services, cause: Cause[Meanings | None], learner: Learner, card_id: int
) -> Meanings | None:
    """The meanings of a card's word."""

    async def work(tx: Transaction) -> Meanings | None:
        card = await cards.by_id(tx, learner.id, card_id)
        return Meanings(learner, card, tuple(services.lexicon.senses(card.lemma))) if card else None

    return await services.database.write(cause, work)


async def choose_meaning(
    services: Services, cause: Cause[Explained | None], learner: Learner, card_id: int, sense_key: str
) -> Explained | None:
    """Keep the word in another sense: its memory starts anew, its sightings stay."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Explained | None:
        card = await cards.by_id(tx, learner.id, card_id)
        if card is None:
            return None
        # Looked for under this word: a WordNet sense is shared by several, and names only the first of them.
        sense = next((one for one in services.lexicon.senses(card.lemma) if one.key == sense_key), None)
        if sense is None:
            return None
        today = calendar.local_day(now, learner.zone)
        kept = await cards.save(tx, learner.id, sense.lemma, sense.pos, sense.key, now, today)
        if kept != card_id:
            await sightings.move(tx, learner.id, card_id, kept)
            await cards.delete(tx, learner.id, card_id, now)
        await agenda.plan_review(tx, learner, now)
        return await explain(tx, services, learner, kept, "now")

    return await services.database.write(cause, work)
