"""The person who learns."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner: who they are, and how they want it.

    `level` runs from 0 (A1) to 5 (C2); `article_minute` counts from midnight; None means "not chosen yet".
    """

    id: int
    telegram_id: int
    language: str
    tongue: str | None
    level: float | None
    zone: str
    zone_known: bool
    article_minute: int
    article_rhythm: str
    articles_ignored: int
    pushes_ignored: int
    minutes: int | None
    paused_until: datetime | None
    blocked_at: datetime | None
    invitation: str | None
    created_at: datetime
