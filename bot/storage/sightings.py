"""The sentences in which the words of the book were met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Transaction


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a word was met."""

    form: str
    sentence: str
    seen_on: int


async def note(
    tx: Transaction, learner_id: int, card_id: int, form: str, sentence: str, story: str, now: datetime, today: int
) -> int:
    """Note that the word was met; the sighting's id, also if this very one was noted before.

    Raises:
        LookupError: the learner has no such card.
    """
    known = await tx.one(
        """
        select id from sightings
         where card_id = :card_id and learner_id = :learner_id and form = :form and sentence = :sentence
        """,
        card_id=card_id, learner_id=learner_id, form=form, sentence=sentence,
    )  # fmt: skip
    if known:
        return int(known["id"])
    row = await tx.one(
        """
        insert into sightings (learner_id, card_id, form, sentence, story, seen_at, seen_on)
        select learner_id, id, :form, :sentence, :story, :now, :today
          from cards where id = :card_id and learner_id = :learner_id
        returning id
        """,
        learner_id=learner_id, card_id=card_id, form=form, sentence=sentence, story=story, now=now, today=today,
    )  # fmt: skip
    if row is None:
        raise LookupError(f"learner {learner_id} has no card {card_id}")
    return int(row["id"])


async def of(tx: Transaction, learner_id: int, card_id: int) -> Sequence[Sighting]:
    """Where the word was met, latest first."""
    rows = await tx.all(
        """
        select form, sentence, seen_on from sightings
         where card_id = :card_id and learner_id = :learner_id order by id desc
        """,
        card_id=card_id, learner_id=learner_id,
    )  # fmt: skip
    return [Sighting(row["form"], row["sentence"], row["seen_on"]) for row in rows]


async def move(tx: Transaction, learner_id: int, frm: int, to: int) -> None:
    """Hand the sightings of one card to another of the same learner."""
    await tx.execute(
        """
        update sightings set card_id = :to
         where card_id = :frm and learner_id = :learner_id
           and exists (select 1 from cards where id = :to and learner_id = :learner_id)
        """,
        frm=frm, to=to, learner_id=learner_id,
    )  # fmt: skip
