"""The sentences in which the words of the book were met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Transaction, returned_id


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a word was met."""

    form: str
    sentence: str
    seen_on: int


async def note(
    tx: Transaction, learner_id: int, card_id: int, form: str, sentence: str, story: str, now: datetime, today: int
) -> int:
    """Note that the word was met; the sighting's id, also if this very one was noted before."""
    known = await tx.one(
        "select id from sightings where card_id = :card_id and form = :form and sentence = :sentence",
        card_id=card_id, form=form, sentence=sentence,
    )  # fmt: skip
    if known:
        return int(known["id"])
    return await returned_id(
        tx,
        """
        insert into sightings (learner_id, card_id, form, sentence, story, seen_at, seen_on)
        values (:learner_id, :card_id, :form, :sentence, :story, :now, :today)
        returning id
        """,
        learner_id=learner_id, card_id=card_id, form=form, sentence=sentence, story=story, now=now, today=today,
    )  # fmt: skip


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
        "update sightings set card_id = :to where card_id = :frm and learner_id = :learner_id",
        frm=frm, to=to, learner_id=learner_id,
    )  # fmt: skip
