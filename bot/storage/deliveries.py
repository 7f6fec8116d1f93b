"""The ledger: what was sent to whom unasked, or skipped, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Row, Transaction, to_instant


@dataclass(frozen=True, slots=True)
class Delivery:
    """One unasked message; `state` is claimed, sending, sent, unknown, failed, blocked or skipped."""

    id: int
    learner_id: int
    local_day: int
    kind: str
    state: str
    reason: str
    reading_id: int | None
    question_id: int | None
    claimed_at: datetime


def to_delivery(row: Row) -> Delivery:
    """The delivery in a row of `deliveries`."""
    return Delivery(
        id=row["id"],
        learner_id=row["learner_id"],
        local_day=row["local_day"],
        kind=row["kind"],
        state=row["state"],
        reason=row["reason"],
        reading_id=row["reading_id"],
        question_id=row["question_id"],
        claimed_at=to_instant(row["claimed_at"]),
    )


async def enter(  # noqa: PLR0913 — a value for each column of the ledger
    tx: Transaction,
    learner_id: int,
    day: int,
    kind: str,
    state: str,
    due_at: datetime,
    now: datetime,
    *,
    reason: str = "",
    reading_id: int | None = None,
    question_id: int | None = None,
) -> int:
    """Enter the next slot of that kind on that day into the ledger, claimed or skipped; its id."""
    row = await tx.one(
        """
        insert into deliveries (learner_id, local_day, kind, ordinal, state, reason, reading_id, question_id,
                                due_at, claimed_at)
        values (:learner_id, :day, :kind,
                (select coalesce(max(ordinal) + 1, 0) from deliveries
                  where learner_id = :learner_id and local_day = :day and kind = :kind),
                :state, :reason, :reading_id, :question_id, :due_at, :now)
        returning id
        """,
        learner_id=learner_id, day=day, kind=kind, state=state, reason=reason, reading_id=reading_id,
        question_id=question_id, due_at=due_at, now=now,
    )  # fmt: skip
    assert row is not None  # noqa: S101 — an insert returns its row
    return int(row["id"])


async def move(tx: Transaction, delivery_id: int, frm: str, to: str, now: datetime) -> Delivery | None:
    """Take a delivery from one state to the next; None if it isn't in that state any more."""
    stamp = "sending_at" if to == "sending" else "ended_at"
    row = await tx.one(
        f"update deliveries set state = :to, {stamp} = :now where id = :id and state = :frm returning *",  # noqa: S608
        id=delivery_id, frm=frm, to=to, now=now,
    )  # fmt: skip
    return to_delivery(row) if row else None


async def forget(tx: Transaction, delivery_id: int) -> None:
    """Take a claim back that surely was never sent."""
    await tx.execute("delete from deliveries where id = :id and state in ('claimed', 'sending')", id=delivery_id)


async def unfinished(tx: Transaction) -> Sequence[Delivery]:
    """What an earlier run claimed or was sending."""
    rows = await tx.all("select * from deliveries where state in ('claimed', 'sending') order by id")
    return [to_delivery(row) for row in rows]


async def counting(tx: Transaction, learner_id: int, day: int) -> Sequence[datetime]:
    """When the day's unasked messages went out, or may have, first to last."""
    rows = await tx.all(
        """
        select claimed_at from deliveries
         where learner_id = :learner_id and local_day = :day and state in ('claimed', 'sending', 'sent', 'unknown')
         order by claimed_at
        """,
        learner_id=learner_id, day=day,
    )  # fmt: skip
    return [to_instant(row["claimed_at"]) for row in rows]


async def last_review(tx: Transaction, learner_id: int) -> datetime | None:
    """When the learner's last review push went out."""
    row = await tx.one(
        """
        select max(claimed_at) as at from deliveries
         where learner_id = :learner_id and kind = 'review' and state in ('claimed', 'sending', 'sent', 'unknown')
        """,
        learner_id=learner_id,
    )
    return to_instant(row["at"]) if row and row["at"] is not None else None


async def had_article(tx: Transaction, learner_id: int, day: int) -> bool:
    """Whether the learner's article of that day went out, or may have."""
    row = await tx.one(
        """
        select 1 as found from deliveries
         where learner_id = :learner_id and local_day = :day and kind = 'article'
           and state in ('claimed', 'sending', 'sent', 'unknown')
        """,
        learner_id=learner_id, day=day,
    )  # fmt: skip
    return row is not None


async def of(tx: Transaction, learner_id: int, limit: int) -> Sequence[Delivery]:
    """The learner's latest entries, newest first."""
    rows = await tx.all(
        "select * from deliveries where learner_id = :learner_id order by id desc limit :limit",
        learner_id=learner_id, limit=limit,
    )  # fmt: skip
    return [to_delivery(row) for row in rows]


async def said(tx: Transaction, learner_id: int, reason: str) -> bool:
    """Whether something was sent for that reason, or may have been."""
    row = await tx.one(
        """
        select 1 as found from deliveries
         where learner_id = :learner_id and reason = :reason and state in ('claimed', 'sending', 'sent', 'unknown')
        """,
        learner_id=learner_id, reason=reason,
    )  # fmt: skip
    return row is not None


async def by_id(tx: Transaction, delivery_id: int) -> Delivery | None:
    """That delivery."""
    row = await tx.one("select * from deliveries where id = :id", id=delivery_id)
    return to_delivery(row) if row else None
