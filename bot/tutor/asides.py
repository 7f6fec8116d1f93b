"""Second thoughts about a text: it was the answer, or a look-up, or another word was meant."""

from bot.domain.language import Sense
from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import questions
from bot.storage.door import Cause, Transaction
from bot.tutor import words
from bot.tutor.talk import Heard, Said, accept, mark_text, understand


async def own_answer(
    services: Services, cause: Cause[Heard | None], learner: Learner, question_id: int, text: str
) -> Heard | None:
    """Mark `text`, or ("") the last one set aside: it was meant as the answer."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Heard | None:
        asked = await questions.by_id(tx, learner.id, question_id)
        said = text or (asked.aside if asked else None)
        if asked is None or asked.state != "open" or not said:
            return None
        mark = await mark_text(tx, services, asked, said)
        return await accept(tx, services, learner, asked, mark, said, now)

    return await services.database.write(cause, work)


async def aside_meaning(
    services: Services, cause: Cause[Heard | None], learner: Learner, question_id: int, text: str
) -> Heard | None:
    """Explain `text`, or ("") the last one set aside: it was meant as a look-up."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Heard | None:
        asked = await questions.by_id(tx, learner.id, question_id)
        said = text or (asked.aside if asked else None)
        return await understand(tx, services, learner, Said(said), now) if asked and said else None

    return await services.database.write(cause, work)


async def look_up(services: Services, cause: Cause[Heard], learner: Learner, word: str) -> Heard:
    """Explain one word, as if it had been sent alone."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Heard:
        place = await words.place_of(tx, services, learner, None, "")
        return await words.look_up(tx, services, learner, word, place, now)

    return await services.database.write(cause, work)


async def keep_unknown(services: Services, cause: Cause[int], learner: Learner, word: str) -> int:
    """Keep a word that no dictionary has; its card's id, for the learner's own meaning."""
    now, sense = services.clock.now(), Sense("", word.strip(), "phrase", "")
    return await services.database.write(cause, lambda tx: words.keep(tx, learner, sense, word, "", "", now))
