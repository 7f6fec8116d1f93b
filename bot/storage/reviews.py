"""The log of reviews, the truth of memory; and `memories`, what it comes to."""

from dataclasses import asdict, dataclass
from datetime import datetime

from bot.domain.memory import Memory
from bot.storage.cards import to_memory
from bot.storage.door import Transaction, from_json, to_json


@dataclass(frozen=True, slots=True)
class Review:
    """A review to record; `before` is the memory it met, `latency_ms` how long the answer took."""

    learner_id: int
    card_id: int
    direction: str
    question_id: int
    local_day: int
    answered_at: datetime
    correct: bool
    format: str
    latency_ms: int
    before: Memory | None


async def memory(tx: Transaction, card_id: int, direction: str) -> Memory | None:
    """What is remembered of the card in that direction."""
    row = await tx.one(
        "select * from memories where card_id = :card_id and direction = :direction",
        card_id=card_id,
        direction=direction,
    )
    return to_memory(row) if row else None


async def record(tx: Transaction, review: Review, after: Memory) -> None:
    """Add a review to the log and keep the memory it left."""
    await tx.execute(
        """
        insert into reviews (learner_id, card_id, direction, question_id, local_day, answered_at, correct, format,
                             latency_ms, state_before)
        values (:learner_id, :card_id, :direction, :question_id, :local_day, :answered_at, :correct, :format,
                :latency_ms, :state_before)
        """,
        learner_id=review.learner_id, card_id=review.card_id, direction=review.direction,
        question_id=review.question_id, local_day=review.local_day, answered_at=review.answered_at,
        correct=review.correct, format=review.format, latency_ms=review.latency_ms,
        state_before=to_json(asdict(review.before) if review.before else None),
    )  # fmt: skip
    await keep(tx, review.learner_id, review.card_id, review.direction, after)


async def keep(tx: Transaction, learner_id: int, card_id: int, direction: str, memory: Memory | None) -> None:
    """Make this the memory of the card, or forget it."""
    if memory is None:
        await tx.execute(
            "delete from memories where card_id = :card_id and direction = :direction and learner_id = :learner_id",
            card_id=card_id, direction=direction, learner_id=learner_id,
        )  # fmt: skip
        return
    await tx.execute(
        """
        insert into memories (card_id, direction, learner_id, stability, difficulty, reviewed_on, due_on)
        select id, :direction, learner_id, :stability, :difficulty, :reviewed_on, :due_on
          from cards where id = :card_id and learner_id = :learner_id
        on conflict (card_id, direction) do update
           set stability = excluded.stability, difficulty = excluded.difficulty,
               reviewed_on = excluded.reviewed_on, due_on = excluded.due_on
        """,
        card_id=card_id, direction=direction, learner_id=learner_id, stability=memory.stability,
        difficulty=memory.difficulty, reviewed_on=memory.reviewed_on, due_on=memory.due_on,
    )  # fmt: skip


async def undo(tx: Transaction, learner_id: int, question_id: int, now: datetime) -> bool:
    """Take the review of that question back, restoring the memory exactly; False if there's none to take back.

    A later review of the same card stands in the way: only the latest can be undone.
    """
    row = await tx.one(
        """
        update reviews set undone_at = :now
         where question_id = :question_id and learner_id = :learner_id and undone_at is null
           and not exists (select 1 from reviews later
                            where later.card_id = reviews.card_id and later.direction = reviews.direction
                              and later.id > reviews.id and later.undone_at is null)
        returning card_id, direction, state_before
        """,
        question_id=question_id, learner_id=learner_id, now=now,
    )  # fmt: skip
    if row is None:
        return False
    before = from_json(row["state_before"])
    await keep(tx, learner_id, row["card_id"], row["direction"], Memory(**before) if before else None)
    return True


async def lapses(tx: Transaction, card_id: int) -> int:
    """How often a remembered word was missed."""
    row = await tx.one(
        """
        select count(*) as n from reviews
         where card_id = :card_id and correct = 0 and undone_at is null and state_before <> 'null'
        """,
        card_id=card_id,
    )
    return int(row["n"]) if row else 0


async def last_missed(tx: Transaction, card_id: int) -> bool:
    """Whether the card's latest review was a miss."""
    row = await tx.one(
        "select correct from reviews where card_id = :card_id and undone_at is null order by id desc limit 1",
        card_id=card_id,
    )
    return row is not None and not row["correct"]
