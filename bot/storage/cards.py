"""The vocab book: cards, and the sentences in which their words were met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.memory import Memory
from bot.storage.door import Row, Transaction, returned_id, to_instant_or_none

# A card with its recognition memory and the sentence in which the word was first met.
CARD = """
    select c.*, m.stability, m.difficulty, m.reviewed_on, m.due_on, s.form, s.sentence
      from cards c
      left join memories m on m.card_id = c.id and m.direction = 'recognition'
      left join sightings s on s.id = (select min(id) from sightings where card_id = c.id)
"""


@dataclass(frozen=True, slots=True)
class Card:
    """A word in one sense that a learner keeps; `sense_key` is empty where no dictionary has the word."""

    id: int
    learner_id: int
    lemma: str
    pos: str
    sense_key: str
    meaning: str
    form: str
    sentence: str
    saved_on: int
    admitted_on: int | None
    suspended: bool
    deleted_at: datetime | None
    memory: Memory | None


def to_memory(row: Row) -> Memory | None:
    """The memory in a row, where there is one."""
    if row["stability"] is None:
        return None
    return Memory(row["stability"], row["difficulty"], row["reviewed_on"], row["due_on"])


def to_card(row: Row) -> Card:
    """The card in a row of `CARD`."""
    return Card(
        id=row["id"],
        learner_id=row["learner_id"],
        lemma=row["lemma"],
        pos=row["pos"],
        sense_key=row["sense_key"],
        meaning=row["meaning"],
        form=row["form"] or row["lemma"],
        sentence=row["sentence"] or "",
        saved_on=row["saved_on"],
        admitted_on=row["admitted_on"],
        suspended=row["suspended_at"] is not None,
        deleted_at=to_instant_or_none(row["deleted_at"]),
        memory=to_memory(row),
    )


async def by_id(tx: Transaction, learner_id: int, card_id: int) -> Card | None:
    """That card, if it's the learner's."""
    row = await tx.one(f"{CARD} where c.id = :id and c.learner_id = :learner_id", id=card_id, learner_id=learner_id)
    return to_card(row) if row else None


async def by_sense(tx: Transaction, learner_id: int, lemma: str, pos: str, sense_key: str) -> Card | None:
    """The learner's card for that word in that sense, deleted ones too."""
    row = await tx.one(
        f"{CARD} where c.learner_id = :learner_id and c.lemma = :lemma and c.pos = :pos and c.sense_key = :sense_key",
        learner_id=learner_id, lemma=lemma, pos=pos, sense_key=sense_key,
    )  # fmt: skip
    return to_card(row) if row else None


async def of_word(tx: Transaction, learner_id: int, lemma: str, pos: str) -> Sequence[Card]:
    """All the learner's cards of a word, one for each sense."""
    rows = await tx.all(
        f"{CARD} where c.learner_id = :learner_id and c.lemma = :lemma and c.pos = :pos order by c.id",
        learner_id=learner_id, lemma=lemma, pos=pos,
    )  # fmt: skip
    return [to_card(row) for row in rows]


async def rename(tx: Transaction, learner_id: int, card_id: int, new_key: str) -> None:
    """Let a card name its sense by another key."""
    await tx.execute(
        "update cards set sense_key = :new_key where id = :id and learner_id = :learner_id",
        id=card_id, learner_id=learner_id, new_key=new_key,
    )  # fmt: skip


async def save(
    tx: Transaction, learner_id: int, lemma: str, pos: str, sense_key: str, now: datetime, today: int
) -> int:
    """Keep the word, or bring it back if it was deleted; the card's id."""
    return await returned_id(
        tx,
        """
        insert into cards (learner_id, lemma, pos, sense_key, saved_at, saved_on)
        values (:learner_id, :lemma, :pos, :sense_key, :now, :today)
        on conflict (learner_id, lemma, pos, sense_key) do update set deleted_at = null
        returning id
        """,
        learner_id=learner_id, lemma=lemma, pos=pos, sense_key=sense_key, now=now, today=today,
    )  # fmt: skip


async def delete(tx: Transaction, learner_id: int, card_id: int, now: datetime) -> bool:
    """Take the card out of the book; it can be brought back. False if it isn't there."""
    changed = await tx.execute(
        "update cards set deleted_at = :now where id = :id and learner_id = :learner_id and deleted_at is null",
        id=card_id, learner_id=learner_id, now=now,
    )  # fmt: skip
    return changed > 0


async def restore(tx: Transaction, learner_id: int, card_id: int) -> bool:
    """Put a deleted card back."""
    changed = await tx.execute(
        "update cards set deleted_at = null where id = :id and learner_id = :learner_id",
        id=card_id, learner_id=learner_id,
    )  # fmt: skip
    return changed > 0


async def suspend(tx: Transaction, learner_id: int, card_id: int, since: datetime | None) -> bool:
    """Ask the card no more, or (None) again."""
    changed = await tx.execute(
        "update cards set suspended_at = :since where id = :id and learner_id = :learner_id",
        id=card_id, learner_id=learner_id, since=since,
    )  # fmt: skip
    return changed > 0


async def explain(tx: Transaction, learner_id: int, card_id: int, meaning: str) -> bool:
    """Give the card the learner's own meaning."""
    changed = await tx.execute(
        "update cards set meaning = :meaning where id = :id and learner_id = :learner_id",
        id=card_id, learner_id=learner_id, meaning=meaning,
    )  # fmt: skip
    return changed > 0


async def admit(tx: Transaction, learner_id: int, card_id: int, today: int) -> None:
    """Let a saved word into the reviews."""
    await tx.execute(
        """
        update cards set admitted_on = :today
         where id = :id and learner_id = :learner_id and admitted_on is null
        """,
        id=card_id, learner_id=learner_id, today=today,
    )  # fmt: skip


async def page(tx: Transaction, learner_id: int, offset: int, limit: int) -> Sequence[Card]:
    """A page of the book: what was never reviewed last, else what fades first, first."""
    rows = await tx.all(
        f"""
        {CARD}
         where c.learner_id = :learner_id and c.deleted_at is null
         order by coalesce(m.due_on, 9999999), c.id desc
         limit :limit offset :offset
        """,
        learner_id=learner_id, limit=limit, offset=offset,
    )  # fmt: skip
    return [to_card(row) for row in rows]


async def count(tx: Transaction, learner_id: int) -> int:
    """How many words the book holds."""
    row = await tx.one(
        "select count(*) as n from cards where learner_id = :learner_id and deleted_at is null", learner_id=learner_id
    )
    return int(row["n"]) if row else 0
