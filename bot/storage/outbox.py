"""Replies, held from the commit that caused them until they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Transaction, returned_id


@dataclass(frozen=True, slots=True)
class Held:
    """A reply that waits; `payload` is its JSON text."""

    id: int
    chat_id: int
    payload: str


async def hold(tx: Transaction, chat_id: int, payload: str, now: datetime) -> int:
    """Hold a reply; its id."""
    return await returned_id(
        tx,
        "insert into outbox (chat_id, payload, made_at) values (:chat_id, :payload, :now) returning id",
        chat_id=chat_id, payload=payload, now=now,
    )  # fmt: skip


async def sent(tx: Transaction, outbox_id: int) -> None:
    """Let go of a reply that was sent, or that nobody can be sent any more."""
    await tx.execute("delete from outbox where id = :id", id=outbox_id)


async def waiting(tx: Transaction) -> Sequence[Held]:
    """The replies that an earlier run left, in the order they were made."""
    rows = await tx.all("select id, chat_id, payload from outbox order by id")
    return [Held(row["id"], row["chat_id"], row["payload"]) for row in rows]
