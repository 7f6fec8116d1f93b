"""Keeping an article's hard words by tap."""

from bot.domain.learner import Learner
from bot.domain.reading import sentence_with
from bot.library.stories import Gloss
from bot.services import Services
from bot.storage import cards
from bot.storage.door import Cause, Transaction
from bot.tutor import agenda, words
from bot.tutor.reading import Shown, show, touched


async def toggle(
    services: Services, cause: Cause[Shown | None], learner: Learner, reading_id: int, number: int
) -> Shown | None:
    """Keep hard word `number` of the article, or let it go again; None if there's no such word."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Shown | None:
        reading = await touched(tx, services, learner, reading_id)
        if reading is None:
            return None
        shown = await show(tx, services.library, learner.id, reading, "words")
        if not 0 <= number < len(shown.version.glosses):
            return None
        gloss = shown.version.glosses[number]
        sense = services.library.sense(gloss.sense)
        card = await cards.by_sense(tx, learner.id, sense.lemma, sense.pos, sense.key)
        if card is not None and card.deleted_at is None:
            await cards.delete(tx, learner.id, card.id, now)
        else:
            await words.keep(tx, learner, sense, gloss.form, _sentence(shown, gloss), shown.story.slug, now)
        await agenda.plan_review(tx, learner, now)
        return await show(tx, services.library, learner.id, reading, "words")

    return await services.database.write(cause, work)


def _sentence(shown: Shown, gloss: Gloss) -> str:
    met = sentence_with(shown.version.text, frozenset({gloss.form.lower()}))
    return met[0] if met else ""
