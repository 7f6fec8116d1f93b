"""The questions put to learners; a learner has at most one open question."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.domain.exercises.item import Item
from bot.storage.door import Row, Transaction, from_json, returned_id, to_instant_or_none, to_json
from bot.storage.sittings import Sitting

QUESTION = """
    select q.*, i.content from questions q join items i on i.id = q.item_id
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to a learner; `state` is planned, open, answered, unseen or withdrawn."""

    id: int
    learner_id: int
    sitting_id: int
    card_id: int
    direction: str
    again: bool
    state: str
    message_id: int | None
    asked_at: datetime | None
    answer: str | None
    verdict: str | None
    aside: str | None
    item: Item


def to_item(content: str) -> Item:
    """The item behind its JSON text."""
    fields: dict[str, Any] = from_json(content)
    return Item(**{**fields, "options": tuple(fields["options"]), "accepted": tuple(fields["accepted"])})


def to_asked(row: Row) -> Asked:
    """The question in a row of `QUESTION`."""
    return Asked(
        id=row["id"],
        learner_id=row["learner_id"],
        sitting_id=row["sitting_id"],
        card_id=row["card_id"],
        direction=row["direction"],
        again=bool(row["again"]),
        state=row["state"],
        message_id=row["message_id"],
        asked_at=to_instant_or_none(row["asked_at"]),
        answer=row["answer"],
        verdict=row["verdict"],
        aside=row["aside"],
        item=to_item(row["content"]),
    )


async def plan(
    tx: Transaction, sitting: Sitting, card_id: int, lemma: str, sense_key: str, item: Item, again: bool, now: datetime
) -> Asked:
    """Make a question of the item, to be opened when it is shown."""
    item_id = await returned_id(
        tx,
        """
        insert into items (learner_id, format, lemma, sense_key, content, made_at)
        values (:learner_id, :format, :lemma, :sense_key, :content, :now) returning id
        """,
        learner_id=sitting.learner_id, format=item.format, lemma=lemma, sense_key=sense_key, content=to_json(asdict(item)), now=now,
    )  # fmt: skip
    question_id = await returned_id(
        tx,
        """
        insert into questions (learner_id, sitting_id, card_id, item_id, direction, again, state)
        values (:learner_id, :sitting_id, :card_id, :item_id, 'recognition', :again, 'planned') returning id
        """,
        learner_id=sitting.learner_id, sitting_id=sitting.id, card_id=card_id, item_id=item_id, again=again,
    )  # fmt: skip
    asked = await by_id(tx, sitting.learner_id, question_id)
    assert asked is not None  # noqa: S101 — inserted above, in the same transaction
    return asked


async def by_id(tx: Transaction, learner_id: int, question_id: int) -> Asked | None:
    """That question, if it was put to the learner."""
    row = await tx.one(
        f"{QUESTION} where q.id = :id and q.learner_id = :learner_id", id=question_id, learner_id=learner_id
    )
    return to_asked(row) if row else None


async def current(tx: Transaction, learner_id: int) -> Asked | None:
    """The learner's open question."""
    row = await tx.one(f"{QUESTION} where q.learner_id = :learner_id and q.state = 'open'", learner_id=learner_id)
    return to_asked(row) if row else None


async def open_(tx: Transaction, asked: Asked, message_id: int | None, now: datetime) -> Asked | None:
    """Open a question, in place of the one that was open; returns that one.

    `message_id` names the message that will show it, where it exists already.
    """
    before = await current(tx, asked.learner_id)
    if before is not None and before.id != asked.id:
        await end(tx, before.id, "unseen")
    await tx.execute(
        """
        update questions set state = 'open', asked_at = :now, answered_at = null, answer = null, verdict = null,
                             message_id = coalesce(:message_id, message_id)
         where id = :id
        """,
        id=asked.id, message_id=message_id, now=now,
    )  # fmt: skip
    return before


async def end(tx: Transaction, question_id: int, state: str) -> None:
    """Close a question that nobody answered: unseen or withdrawn."""
    await tx.execute(
        "update questions set state = :state where id = :id and state in ('planned', 'open')",
        id=question_id,
        state=state,
    )


async def answer(tx: Transaction, learner_id: int, question_id: int, answer: str, verdict: str, now: datetime) -> bool:
    """Answer an open question, once; False if it isn't open to this learner."""
    changed = await tx.execute(
        """
        update questions set state = 'answered', answered_at = :now, answer = :answer, verdict = :verdict, aside = null
         where id = :id and learner_id = :learner_id and state = 'open'
        """,
        id=question_id, learner_id=learner_id, answer=answer, verdict=verdict, now=now,
    )  # fmt: skip
    return changed > 0


async def set_aside(tx: Transaction, question_id: int, text: str) -> None:
    """Keep a text that may have been meant as the answer."""
    await tx.execute("update questions set aside = :text where id = :id", id=question_id, text=text)
