"""What could be studied: cards due, cards never asked, and the days ahead."""

from collections.abc import Sequence

from bot.storage.cards import CARD, Card, to_card
from bot.storage.door import Transaction


async def due(tx: Transaction, learner_id: int, today: int, limit: int) -> Sequence[Card]:
    """The learner's admitted cards due by local day `today`, longest due first."""
    rows = await tx.all(
        f"""
        {CARD}
         where c.learner_id = :learner_id and m.due_on <= :today
           and c.suspended_at is null and c.deleted_at is null
         order by m.due_on, c.id
         limit :limit
        """,
        learner_id=learner_id, today=today, limit=limit,
    )  # fmt: skip
    return [to_card(row) for row in rows]


async def unasked(tx: Transaction, learner_id: int, today: int, limit: int) -> Sequence[Card]:
    """Saved cards that were never answered, saved before `today`, admitted ones first, then oldest first."""
    rows = await tx.all(
        f"""
        {CARD}
         where c.learner_id = :learner_id and m.card_id is null and c.saved_on < :today
           and c.suspended_at is null and c.deleted_at is null and (c.sense_key <> '' or c.meaning <> '')
         order by c.admitted_on is null, c.id
         limit :limit
        """,
        learner_id=learner_id, today=today, limit=limit,
    )  # fmt: skip
    return [to_card(row) for row in rows]


async def next_due_on(tx: Transaction, learner_id: int) -> int | None:
    """The local day on which the next card wants to be asked; the day after saving for a new one."""
    row = await tx.one(
        """
        select min(day) as day from (
            select min(m.due_on) as day
              from memories m join cards c on c.id = m.card_id
             where m.learner_id = :learner_id and m.direction = 'recognition'
               and c.suspended_at is null and c.deleted_at is null
            union all
            select min(c.saved_on) + 1
              from cards c
             where c.learner_id = :learner_id and c.suspended_at is null and c.deleted_at is null
               and (c.sense_key <> '' or c.meaning <> '')
               and not exists (select 1 from memories m where m.card_id = c.id)
        ) as days
        """,
        learner_id=learner_id,
    )
    return row["day"] if row else None


async def last_day(tx: Transaction, learner_id: int) -> int | None:
    """The local day of the learner's latest review."""
    row = await tx.one(
        "select max(local_day) as day from reviews where learner_id = :learner_id and undone_at is null",
        learner_id=learner_id,
    )
    return row["day"] if row else None


async def forecast(tx: Transaction, learner_id: int, first: int, last: int) -> Sequence[int]:
    """How many remembered cards fall due on each of the local days `first` to `last`."""
    rows = await tx.all(
        """
        select m.due_on as day, count(*) as n from memories m join cards c on c.id = m.card_id
         where m.learner_id = :learner_id and m.due_on between :first and :last
           and c.suspended_at is null and c.deleted_at is null
         group by m.due_on
        """,
        learner_id=learner_id, first=first, last=last,
    )  # fmt: skip
    counts = {row["day"]: row["n"] for row in rows}
    return [counts.get(day, 0) for day in range(first, last + 1)]


async def book(tx: Transaction, learner_id: int, but: int, limit: int = 40) -> Sequence[Card]:
    """Other words of the learner's book, latest first: raw material for distractors."""
    rows = await tx.all(
        f"{CARD} where c.learner_id = :learner_id and c.id <> :but and c.deleted_at is null order by c.id desc limit :limit",
        learner_id=learner_id, but=but, limit=limit,
    )  # fmt: skip
    return [to_card(row) for row in rows]
