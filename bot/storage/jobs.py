"""What the house does at times, whether or not it ran at the last one."""

from datetime import datetime

from bot.storage.door import Transaction


async def is_due(tx: Transaction, name: str, now: datetime) -> bool:
    """Whether the job wants to run; one that never ran does."""
    return await tx.one("select 1 as found from jobs where name = :name and due_at > :now", name=name, now=now) is None


async def take(tx: Transaction, name: str, now: datetime, again_at: datetime) -> bool:
    """Take the job if it's due, and plan the next time; False if somebody else did."""
    taken = await tx.one(
        """
        insert into jobs (name, due_at) values (:name, :again_at)
        on conflict (name) do update set due_at = excluded.due_at where jobs.due_at <= :now
        returning name
        """,
        name=name, again_at=again_at, now=now,
    )  # fmt: skip
    return taken is not None
