"""What each of the tutor's messages is about, so that a reply to it is understood."""

from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Transaction


@dataclass(frozen=True, slots=True)
class About:
    """What a message is about: a kind ("question", "reading", "card", …) and the id of its row."""

    kind: str
    id: int


SHOWN_BY = {
    "question": "update questions set message_id = :message_id where id = :id",
    "reading": "update readings set message_id = :message_id where id = :id",
    "quiz": "update readings set quiz_message_id = :message_id where id = :id",
}
"""How a row learns which message shows it."""


async def note(tx: Transaction, chat_id: int, message_id: int, about: About, now: datetime) -> None:
    """Remember what the message, just sent or changed, is about; `chat_id` is the person's Telegram id."""
    await tx.execute(
        """
        insert into messages (learner_id, message_id, kind, ref, sent_at)
        select id, :message_id, :kind, :ref, :now from learners where telegram_id = :chat_id
        on conflict (learner_id, message_id) do update set kind = excluded.kind, ref = excluded.ref
        """,
        chat_id=chat_id, message_id=message_id, kind=about.kind, ref=about.id, now=now,
    )  # fmt: skip
    if about.kind in SHOWN_BY:
        await tx.execute(SHOWN_BY[about.kind], message_id=message_id, id=about.id)


async def about(tx: Transaction, learner_id: int, message_id: int) -> About | None:
    """What that message is about; None if we never sent it."""
    row = await tx.one(
        "select kind, ref from messages where learner_id = :learner_id and message_id = :message_id",
        learner_id=learner_id, message_id=message_id,
    )  # fmt: skip
    return About(row["kind"], row["ref"]) if row else None


async def has(tx: Transaction, learner_id: int, about_kind: str) -> bool:
    """Whether the learner was ever sent a message of that kind."""
    row = await tx.one(
        "select 1 as found from messages where learner_id = :learner_id and kind = :kind limit 1",
        learner_id=learner_id, kind=about_kind,
    )  # fmt: skip
    return row is not None


async def newest(tx: Transaction, learner_id: int) -> int | None:
    """The id of the tutor's newest message to the learner."""
    row = await tx.one(
        "select max(message_id) as id from messages where learner_id = :learner_id", learner_id=learner_id
    )
    return row["id"] if row else None


async def prune(tx: Transaction, before: datetime) -> int:
    """Drop what is known of messages sent before that instant; how many."""
    return await tx.execute("delete from messages where sent_at < :before", before=before)
