"""Stories as they were shown to somebody: version, page, and the questions answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.storage.door import Row, Transaction, from_json, returned_id, to_instant, to_instant_or_none, to_json


@dataclass(frozen=True, slots=True)
class Reading:
    """A story shown to a learner, at `level` (0 = A1 … 5 = C2); `asked` tells which answers were right."""

    id: int
    learner_id: int
    story: str
    level: int
    page: int
    local_day: int
    opened_at: datetime
    message_id: int | None
    touched_at: datetime | None
    asked: tuple[bool, ...]
    quiz_message_id: int | None


def to_reading(row: Row) -> Reading:
    """The reading in a row of `readings`."""
    return Reading(
        id=row["id"],
        learner_id=row["learner_id"],
        story=row["story"],
        level=row["level"],
        page=row["page"],
        local_day=row["local_day"],
        opened_at=to_instant(row["opened_at"]),
        message_id=row["message_id"],
        touched_at=to_instant_or_none(row["touched_at"]),
        asked=tuple(from_json(row["asked"])),
        quiz_message_id=row["quiz_message_id"],
    )


async def open_(tx: Transaction, learner_id: int, story: str, level: int, today: int, now: datetime) -> Reading:
    """Note that the story is about to be shown."""
    reading_id = await returned_id(
        tx,
        """
        insert into readings (learner_id, story, level, local_day, opened_at)
        values (:learner_id, :story, :level, :today, :now)
        on conflict (learner_id, story) do update
           set level = excluded.level, page = 0, local_day = excluded.local_day, opened_at = excluded.opened_at,
               asked = '[]'
        returning id
        """,
        learner_id=learner_id, story=story, level=level, today=today, now=now,
    )  # fmt: skip
    row = await tx.one("select * from readings where id = :id", id=reading_id)
    assert row is not None  # noqa: S101 — inserted above, in the same transaction
    return to_reading(row)


async def by_id(tx: Transaction, learner_id: int, reading_id: int) -> Reading | None:
    """That reading, if it's the learner's."""
    row = await tx.one(
        "select * from readings where id = :id and learner_id = :learner_id", id=reading_id, learner_id=learner_id
    )
    return to_reading(row) if row else None


async def latest(tx: Transaction, learner_id: int) -> Reading | None:
    """The story shown to the learner last."""
    row = await tx.one(
        "select * from readings where learner_id = :learner_id order by opened_at desc, id desc limit 1",
        learner_id=learner_id,
    )
    return to_reading(row) if row else None


async def shown(tx: Transaction, learner_id: int) -> Sequence[str]:
    """The stories shown to the learner so far."""
    rows = await tx.all("select story from readings where learner_id = :learner_id order by id", learner_id=learner_id)
    return [row["story"] for row in rows]


async def oldest_first(tx: Transaction, learner_id: int) -> Sequence[Reading]:
    """All the learner's readings, the one longest ago first."""
    rows = await tx.all(
        "select * from readings where learner_id = :learner_id order by opened_at, id", learner_id=learner_id
    )
    return [to_reading(row) for row in rows]


async def turn(tx: Transaction, reading: Reading, level: int, page: int) -> None:
    """Show another version or page."""
    await tx.execute(
        "update readings set level = :level, page = :page, asked = :asked where id = :id",
        id=reading.id, level=level, page=page, asked=to_json(reading.asked if level == reading.level else ()),
    )  # fmt: skip


async def touch(tx: Transaction, reading_id: int, now: datetime) -> None:
    """Note the first tap: it proves that the story arrived."""
    await tx.execute(
        "update readings set touched_at = coalesce(touched_at, :now) where id = :id", id=reading_id, now=now
    )


async def answer(tx: Transaction, reading: Reading, asked: tuple[bool, ...]) -> None:
    """Keep which comprehension questions were answered rightly so far."""
    await tx.execute("update readings set asked = :asked where id = :id", id=reading.id, asked=to_json(asked))


async def drop(tx: Transaction, reading_id: int) -> None:
    """Forget a story that surely never arrived."""
    await tx.execute("delete from readings where id = :id and touched_at is null", id=reading_id)
