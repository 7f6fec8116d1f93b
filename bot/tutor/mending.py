"""Old buttons go away; those that have just taken their place stay."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.services import Reply
from bot.storage import learners, messages, questions, sittings
from bot.storage.door import Transaction

JUST_NOW = timedelta(minutes=1)
"""So long after an action a second tap may still mean the buttons that the first one replaced."""


async def sparing(tx: Transaction, chat_id: int, reply: Reply, now: datetime) -> Reply:
    """The reply; it doesn't strip the message of its buttons if that shows where a sitting stands right now."""
    if reply.strips is None or not await _is_alive(tx, chat_id, reply.strips, now):
        return reply
    return replace(reply, strips=None)


async def _is_alive(tx: Transaction, chat_id: int, message_id: int, now: datetime) -> bool:
    learner = await learners.by_telegram_id(tx, chat_id)
    if learner is None:
        return False
    current = await questions.current(tx, learner.id)
    if current is not None and current.message_id == message_id:
        return True
    about = await messages.about(tx, learner.id, message_id)
    asked = await questions.by_id(tx, learner.id, about.id) if about and about.kind in ("question", "verdict") else None
    if asked is None or asked.state != "answered":
        return False
    return now - (await sittings.by_id(tx, asked.sitting_id)).acted_at < JUST_NOW
