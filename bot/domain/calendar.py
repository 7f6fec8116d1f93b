"""Local days and hours: when a day turns, and which instant "8 in the morning" is.

A local day is an integer, `date.toordinal()`; it turns at 04:00 local. Minutes count from midnight (0 to 1439).
Instants are aware datetimes in UTC.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.zones import guess_zone, is_zone, offered_zones, plausible_zones

__all__ = [
    "awake", "guess_zone", "instant", "is_zone", "local_day", "minute_of_day", "next_at", "next_awake",
    "offered_zones", "plausible_zones",
]  # fmt: skip

TURN = 240
"""The minute at which a local day begins: 04:00."""

DAY = 1440


def local_day(now: datetime, zone: str) -> int:
    """The local day of the instant: the latest one that has begun, so it never steps back."""
    guess = now.astimezone(ZoneInfo(zone)).date().toordinal()
    for day in (guess + 1, guess):
        if _begin(day, zone) <= now:
            return day
    return guess - 1


def instant(day: int, minute: int, zone: str) -> datetime:
    """The UTC instant of `minute` on the local day; minutes before 04:00 are the night that ends the day.

    A minute that daylight saving skips or repeats is taken once, and never leaves its local day.
    """
    begin, end = _begin(day, zone), _begin(day + 1, zone)
    at = _wall(day + 1 if minute < TURN else day, minute, zone)
    return max(begin, min(at, end - timedelta(minutes=1)))


def minute_of_day(now: datetime, zone: str) -> int:
    """What the clock on the wall shows, in minutes since midnight."""
    local = now.astimezone(ZoneInfo(zone))
    return local.hour * 60 + local.minute


def next_at(now: datetime, minute: int, zone: str) -> datetime:
    """The first instant after `now` of that local minute: exactly one for each local day there is."""
    day = local_day(now, zone)
    while (at := instant(day, minute, zone)) <= now or local_day(at, zone) != day:
        day += 1
    return at


def awake(now: datetime, zone: str, hours: tuple[int, int]) -> bool:
    """Whether `now` lies in the learner's hours, [from, to); equal ends mean always, from > to spans midnight."""
    start, end = hours
    minute = minute_of_day(now, zone)
    return start == end or (minute - start) % DAY < (end - start) % DAY


def next_awake(now: datetime, zone: str, hours: tuple[int, int]) -> datetime:
    """`now` if it lies in the learner's hours, else the instant at which they next begin."""
    return now if awake(now, zone, hours) else next_at(now, hours[0], zone)


def _begin(day: int, zone: str) -> datetime:
    return _wall(day, TURN, zone)


def _wall(day: int, minute: int, zone: str) -> datetime:
    at = time(minute // 60, minute % 60)
    return datetime.combine(date.fromordinal(day), at, tzinfo=ZoneInfo(zone)).astimezone(UTC)
