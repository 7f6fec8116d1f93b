"""When to think about writing to a learner, by kind; the earliest is the learner's `wake_at`."""

from datetime import datetime

from bot.storage.door import Transaction, to_instant

KINDS = ("article", "review")


async def plan(tx: Transaction, learner_id: int, kind: str, due_at: datetime | None) -> None:
    """Put one kind on the agenda, or take it off."""
    if due_at is None:
        await tx.execute(
            "delete from agenda where learner_id = :learner_id and kind = :kind", learner_id=learner_id, kind=kind
        )
    else:
        await tx.execute(
            """
            insert into agenda (learner_id, kind, due_at) values (:learner_id, :kind, :due_at)
            on conflict (learner_id, kind) do update set due_at = excluded.due_at
            """,
            learner_id=learner_id, kind=kind, due_at=due_at,
        )  # fmt: skip
    await wake_up(tx, learner_id)


async def wake_up(tx: Transaction, learner_id: int) -> None:
    """Let the learner be due at the earliest of the agenda; never, while blocked."""
    await tx.execute(
        """
        update learners set wake_at = (select min(due_at) from agenda where learner_id = :id)
         where id = :id and blocked_at is null
        """,
        id=learner_id,
    )


async def due(tx: Transaction, learner_id: int) -> dict[str, datetime]:
    """What stands on the agenda, by kind."""
    rows = await tx.all("select kind, due_at from agenda where learner_id = :id", id=learner_id)
    return {row["kind"]: to_instant(row["due_at"]) for row in rows}


async def sleep(tx: Transaction, learner_id: int) -> None:
    """Think of the learner no more, until `plan` or `wake_up`."""
    await tx.execute("update learners set wake_at = null where id = :id", id=learner_id)
