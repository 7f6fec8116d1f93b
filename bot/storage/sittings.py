"""Sittings: some questions in a row, planned as cards."""

from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Row, Transaction, from_json, returned_id, to_instant, to_json


@dataclass(frozen=True, slots=True)
class Sitting:
    """Some questions in a row; `plan` has the cards still to ask, a card asked again as its negative id."""

    id: int
    learner_id: int
    plan: tuple[int, ...]
    asked: int
    recalled: int
    acted_at: datetime
    ended: bool


async def begin(tx: Transaction, learner_id: int, cards: tuple[int, ...], now: datetime) -> Sitting:
    """Begin a sitting over these cards; one that was under way ends."""
    await tx.execute(
        "update sittings set ended_at = :now where learner_id = :learner_id and ended_at is null",
        learner_id=learner_id, now=now,
    )  # fmt: skip
    sitting_id = await returned_id(
        tx,
        """
        insert into sittings (learner_id, plan, started_at, acted_at) values (:learner_id, :plan, :now, :now)
        returning id
        """,
        learner_id=learner_id, plan=to_json(cards), now=now,
    )  # fmt: skip
    return Sitting(sitting_id, learner_id, cards, 0, 0, now, ended=False)


async def by_id(tx: Transaction, sitting_id: int) -> Sitting:
    """That sitting."""
    row = await tx.one("select * from sittings where id = :id", id=sitting_id)
    assert row is not None  # noqa: S101 — questions point to it
    return to_sitting(row)


async def latest(tx: Transaction, learner_id: int) -> Sitting | None:
    """The learner's latest sitting."""
    row = await tx.one(
        "select * from sittings where learner_id = :learner_id order by id desc limit 1", learner_id=learner_id
    )
    return to_sitting(row) if row else None


async def keep(tx: Transaction, sitting: Sitting, now: datetime) -> None:
    """Store how far the sitting has come."""
    await tx.execute(
        """
        update sittings set plan = :plan, asked = :asked, recalled = :recalled, acted_at = :now,
                            ended_at = case when :ended = 1 then coalesce(ended_at, :now) end
         where id = :id
        """,
        id=sitting.id, plan=to_json(sitting.plan), asked=sitting.asked, recalled=sitting.recalled,
        ended=sitting.ended, now=now,
    )  # fmt: skip


def to_sitting(row: Row) -> Sitting:
    """The sitting in a row of `sittings`."""
    return Sitting(
        id=row["id"],
        learner_id=row["learner_id"],
        plan=tuple(from_json(row["plan"])),
        asked=row["asked"],
        recalled=row["recalled"],
        acted_at=to_instant(row["acted_at"]),
        ended=row["ended_at"] is not None,
    )
