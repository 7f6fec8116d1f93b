"""The people who learn: who they are, how they want it, when to think of them next."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.learner import Learner
from bot.storage.door import Row, Transaction, Value, to_instant, to_instant_or_none

CHANGEABLE = frozenset(
    {
        "language", "tongue", "level", "zone", "zone_known", "article_minute", "article_rhythm", "articles_ignored",
        "pushes_ignored", "minutes", "paused_until", "blocked_at", "invitation",
    }
)  # fmt: skip


def to_learner(row: Row) -> Learner:
    """The learner in a row of `learners`."""
    return Learner(
        id=row["id"],
        telegram_id=row["telegram_id"],
        language=row["language"],
        tongue=row["tongue"],
        level=row["level"],
        zone=row["zone"],
        zone_known=bool(row["zone_known"]),
        article_minute=row["article_minute"],
        article_rhythm=row["article_rhythm"],
        articles_ignored=row["articles_ignored"],
        pushes_ignored=row["pushes_ignored"],
        minutes=row["minutes"],
        paused_until=to_instant_or_none(row["paused_until"]),
        blocked_at=to_instant_or_none(row["blocked_at"]),
        invitation=row["invitation"],
        created_at=to_instant(row["created_at"]),
    )


async def welcome(tx: Transaction, telegram_id: int, language: str, zone: str, now: datetime) -> Learner:
    """The learner with that Telegram id, new if nobody had it."""
    await tx.execute(
        """
        insert into learners (telegram_id, language, zone, created_at)
        values (:telegram_id, :language, :zone, :now)
        on conflict (telegram_id) do nothing
        """,
        telegram_id=telegram_id, language=language, zone=zone, now=now,
    )  # fmt: skip
    row = await tx.one("select * from learners where telegram_id = :telegram_id", telegram_id=telegram_id)
    assert row is not None  # noqa: S101 — inserted above, in the same transaction
    return to_learner(row)


async def by_telegram_id(tx: Transaction, telegram_id: int) -> Learner | None:
    """The learner with that Telegram id."""
    row = await tx.one("select * from learners where telegram_id = :telegram_id", telegram_id=telegram_id)
    return to_learner(row) if row else None


async def by_id(tx: Transaction, learner_id: int) -> Learner:
    """The learner with that id.

    Raises:
        LookupError: nobody has it.
    """
    row = await tx.one("select * from learners where id = :id", id=learner_id)
    if row is None:
        raise LookupError(f"no learner {learner_id}")
    return to_learner(row)


async def change(tx: Transaction, learner_id: int, **values: Value) -> Learner:
    """Change some fields of a learner; the learner as changed."""
    unknown = values.keys() - CHANGEABLE
    if unknown:
        raise ValueError(f"not for changing: {sorted(unknown)}")
    assignments = ", ".join(f"{name} = :{name}" for name in values)
    await tx.execute(f"update learners set {assignments} where id = :id", id=learner_id, **values)  # noqa: S608 — names from CHANGEABLE
    return await by_id(tx, learner_id)


async def claim(tx: Transaction, now: datetime, lease: datetime, limit: int) -> Sequence[int]:
    """Take up to `limit` learners who are due, longest due first; they come back at `lease` if nobody finishes."""
    rows = await tx.all(
        """
        update learners set wake_at = :lease
         where id in (select id from learners where wake_at <= :now order by wake_at limit :limit)
        returning id
        """,
        now=now, lease=lease, limit=limit,
    )  # fmt: skip
    return [row["id"] for row in rows]


async def next_wake(tx: Transaction) -> datetime | None:
    """When the next learner is due."""
    row = await tx.one("select min(wake_at) as at from learners where wake_at is not null")
    return to_instant_or_none(row["at"]) if row else None
