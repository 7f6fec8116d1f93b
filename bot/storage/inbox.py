"""Updates, held from before they are acknowledged until their effect is committed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Transaction


@dataclass(frozen=True, slots=True)
class Received:
    """An update that waits: its JSON text, and how often somebody began to deal with it."""

    bot_id: int
    update_id: int
    payload: str
    attempts: int


async def belongs_to(tx: Transaction, bot_id: int) -> int:
    """The bot that this database serves; `bot_id` from now on, if it served none before."""
    await tx.execute(
        "insert into settings (name, value) values ('bot_id', :value) on conflict (name) do nothing", value=str(bot_id)
    )
    row = await tx.one("select value from settings where name = 'bot_id'")
    return int(row["value"]) if row else bot_id


async def hold(tx: Transaction, bot_id: int, update_id: int, payload: str, now: datetime) -> bool:
    """Hold an update; False if it's held already."""
    added = await tx.execute(
        """
        insert into inbox (bot_id, update_id, payload, received_at)
        values (:bot_id, :update_id, :payload, :now)
        on conflict (bot_id, update_id) do nothing
        """,
        bot_id=bot_id, update_id=update_id, payload=payload, now=now,
    )  # fmt: skip
    return added > 0


async def done(tx: Transaction, bot_id: int, update_id: int, now: datetime) -> None:
    """Note that the update's effect is committed, and forget what it said."""
    await tx.execute(
        """
        update inbox set done_at = :now, payload = ''
         where bot_id = :bot_id and update_id = :update_id and done_at is null
        """,
        bot_id=bot_id, update_id=update_id, now=now,
    )  # fmt: skip


async def begin(tx: Transaction, bot_id: int, update_id: int) -> None:
    """Count that somebody begins to deal with an update that was left."""
    await tx.execute(
        "update inbox set attempts = attempts + 1 where bot_id = :bot_id and update_id = :update_id",
        bot_id=bot_id, update_id=update_id,
    )  # fmt: skip


async def left(tx: Transaction, bot_id: int) -> Sequence[Received]:
    """The updates that were left, oldest first."""
    rows = await tx.all(
        """
        select bot_id, update_id, payload, attempts from inbox
         where bot_id = :bot_id and done_at is null
         order by received_at, update_id
        """,
        bot_id=bot_id,
    )
    return [Received(row["bot_id"], row["update_id"], row["payload"], row["attempts"]) for row in rows]


async def prune(tx: Transaction, before: datetime) -> int:
    """Drop what was done before that instant; how many."""
    return await tx.execute("delete from inbox where done_at < :before", before=before)
