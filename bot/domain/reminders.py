"""When it is kind to write.

Rules: inside the learner's hours, at most three unasked messages a local day, three hours apart, not within ten
minutes of their last action; quieter after unanswered review pushes, at last silent.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from bot.domain.calendar import DAY, instant, local_day, next_awake

Tone = Literal["usual", "daily", "seldom", "farewell", "silent"]

CAP = 3
APART = timedelta(hours=3)
BUSY = timedelta(minutes=10)
SELDOM_DAYS = 3
SLOTS = (0.2, 0.8)
"""Where in their hours the two usual pushes stand; the quieter ladder uses the first alone."""

FAREWELL_AFTER = 7
"""Unanswered review pushes after which one last message says that we wait."""

ARTICLES_BEFORE_ASKING = 7
"""Articles without any tap after which one asks "Still useful?"."""

WINDOW = APART
"""For so long after its moment a push that had to wait may still come."""

HORIZON = 14
"""Days to look ahead; a push that can't be placed there waits until something changes."""


def tone(unanswered: int) -> Tone:
    """How we write after so many review pushes in a row without an answer: two a day at first, at last not at all.

    After 3 one a day, after 5 one every third day, after 7 a single "I'll wait", then silence.
    """
    steps: tuple[tuple[int, Tone], ...] = (
        (3, "usual"), (5, "daily"), (FAREWELL_AFTER, "seldom"), (FAREWELL_AFTER + 1, "farewell"),
    )  # fmt: skip
    return next((name for limit, name in steps if unanswered < limit), "silent")


def is_article_day(day: int) -> bool:
    """Whether the article comes on that local day to those who have it twice a week: Tuesday and Saturday."""
    return date.fromordinal(day).weekday() in {1, 5}


def next_push(  # noqa: PLR0913  (each is one of the rules above)
    now: datetime,
    zone: str,
    hours: tuple[int, int],
    due_count: int,
    sent_today: Sequence[datetime],
    unanswered: int,
    last_action: datetime | None = None,
    paused_until: datetime | None = None,
    *,
    last_push: datetime | None = None,
) -> datetime | None:
    """When the next review push should be tried, `now` at the earliest; None: not until something changes.

    A result of `now` means: send it now. `sent_today` are the unasked messages of the local day, more do no harm;
    `last_push` is the last review push of all, by which the quieter ladder counts its days. A moment that had to wait
    (for a sitting to end, for three hours to pass) may still be used for `WINDOW`, then the next one counts.
    """
    if due_count <= 0 or tone(unanswered) == "silent":
        return None
    earliest = _earliest(now, sent_today, last_action, paused_until)
    for slot in _slots(earliest, zone, hours, unanswered):
        at = next_awake(max(slot, earliest), zone, hours)
        if at < slot + WINDOW and _allowed_on(at, zone, sent_today, unanswered, last_push):
            return at
    return None


def _earliest(
    now: datetime, sent: Sequence[datetime], last_action: datetime | None, paused_until: datetime | None
) -> datetime:
    free = [sent_at + APART for sent_at in sent]
    if last_action is not None:
        free.append(last_action + BUSY)
    return max([now, *free, paused_until or now])


def _slots(now: datetime, zone: str, hours: tuple[int, int], unanswered: int) -> Iterator[datetime]:
    """The moments that could still be used, the one just missed among them, in order."""
    shares = SLOTS if tone(unanswered) == "usual" else SLOTS[:1]
    today = local_day(now, zone)
    for day in range(today - 1, today + HORIZON):
        for share in shares:
            slot = instant(day, _minute(hours, share), zone)
            if slot + WINDOW > now:
                yield slot


def _minute(hours: tuple[int, int], share: float) -> int:
    """That share of the learner's hours, on a half hour."""
    start, end = hours
    length = (end - start) % DAY or DAY
    return (start + round(length * share / 30) * 30) % DAY


def _allowed_on(at: datetime, zone: str, sent: Sequence[datetime], unanswered: int, pushed: datetime | None) -> bool:
    """Whether the cap of that local day and the quieter ladder leave room."""
    day = local_day(at, zone)
    if sum(local_day(sent_at, zone) == day for sent_at in sent) >= CAP:
        return False
    days = {"usual": 0, "daily": 1}.get(tone(unanswered), SELDOM_DAYS)
    return pushed is None or day - local_day(pushed, zone) >= days
