"""How the learner wants it: language, level, clock, minutes, rhythm, pauses."""

import re
import zoneinfo
from datetime import datetime, timedelta
from typing import Literal, cast, get_args

from bot.domain import calendar
from bot.domain.learner import Learner
from bot.services import Services
from bot.storage import learners, messages, questions
from bot.storage.door import Cause, Transaction
from bot.texts import LANGUAGES
from bot.tutor import agenda

Setting = str | int | float | bool | None
"""The value of a setting."""

Pause = Literal["hour", "tonight", "tomorrow", "monday", "week", "fortnight", "month"]

HOURS, MINUTES = 24, 60
OFFERED = 6
EVENING = 1140
MORNING = 480
WEEKS: dict[Pause, int] = {"week": 7, "fortnight": 14, "month": 30}


FIELDS = {
    "language": "language", "level": "level", "rhythm": "article_rhythm", "minutes": "minutes",
    "zone": "zone", "hour": "article_minute",
}  # fmt: skip
"""The settings that are chosen from a list, and the field of the learner that each one is."""

LIMITS = {"level": range(6), "minutes": range(1, 121), "hour": range(HOURS * MINUTES)}

RHYTHMS = frozenset({"daily", "twice", "stopped"})


def parse(name: str, value: str) -> Setting:
    """The value of a setting behind its text; None for one that can't be."""
    if name == "language":
        return value if value in LANGUAGES else None
    if name == "rhythm":
        return value if value in RHYTHMS else None
    if name == "zone":
        return value if calendar.is_zone(value) else None
    number = int(value) if value.isdecimal() else None
    return number if number in LIMITS.get(name, range(0)) else None


def changes(name: str, value: str) -> dict[str, Setting]:
    """What `change` takes for a setting behind its text; nothing for a value that can't be."""
    parsed = parse(name, value)
    return {} if parsed is None else {FIELDS[name]: parsed}


def zones_like(text: str, now: datetime) -> list[str]:
    """The time zones that a person may mean by "14:05", by a city, or by a zone's name; at most six."""
    clock = re.fullmatch(r"\s*(\d{1,2})[:.h ](\d{2})\s*", text)
    if clock and int(clock[1]) < HOURS and int(clock[2]) < MINUTES:
        return calendar.plausible_zones(now, int(clock[1]) * MINUTES + int(clock[2]))[:OFFERED]
    wanted = text.strip().casefold().replace(" ", "_")
    names = sorted(zoneinfo.available_timezones())
    return [name for name in names if wanted and wanted in (name.casefold(), name.casefold().rsplit("/", 1)[-1])][
        :OFFERED
    ]


async def change(services: Services, cause: Cause[Learner], learner: Learner, **values: Setting) -> Learner:
    """Change settings, and plan what they move."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Learner:
        if not values:
            return await learners.by_id(tx, learner.id)
        changed = await learners.change(tx, learner.id, **values)
        await agenda.replan(tx, learner.id, now)
        return changed

    return await services.database.write(cause, work)


async def asks_clock(tx: Transaction, learner: Learner) -> bool:
    """Whether it's time to ask for hour and time zone: once, after the first story."""
    return not learner.zone_known and not await messages.has(tx, learner.id, "clock")


async def look(services: Services, cause: Cause[Learner], learner: Learner) -> Learner:
    """The settings as they are."""
    return await services.database.write(cause, lambda tx: learners.by_id(tx, learner.id))


async def nothing(services: Services, cause: Cause[None]) -> None:
    """Do nothing, and say so."""

    async def work(_: Transaction) -> None:
        return None

    await services.database.write(cause, work)


def parse_pause(length: str) -> Pause:
    """The length behind its name; till tomorrow for one that there isn't."""
    return cast(Pause, length) if length in get_args(Pause) else "tomorrow"


async def pause(services: Services, cause: Cause[Learner], learner: Learner, length: Pause) -> Learner:
    """Write nothing for a while; an open question closes without a grade."""
    now = services.clock.now()
    until = pause_end(now, learner.zone, length)

    async def work(tx: Transaction) -> Learner:
        asked = await questions.current(tx, learner.id)
        if asked is not None:
            await questions.end(tx, asked.id, "unseen")
        paused = await learners.change(tx, learner.id, paused_until=until)
        await agenda.replan(tx, learner.id, now)
        return paused

    return await services.database.write(cause, work)


async def resume(services: Services, cause: Cause[Learner], learner: Learner) -> Learner:
    """End a pause, and a silence that came from unanswered pushes."""
    return await change(services, cause, learner, paused_until=None, pushes_ignored=0)


def pause_end(now: datetime, zone: str, length: Pause) -> datetime:
    """When a pause that begins now is over."""
    today = calendar.local_day(now, zone)
    if length == "hour":
        return now + timedelta(hours=1)
    if length == "tonight":
        return calendar.next_at(now, EVENING, zone)
    if length == "tomorrow":
        return calendar.instant(today + 1, MORNING, zone)
    if length == "monday":
        # Ordinal 1 is a Monday.
        return calendar.instant(today + (7 - (today - 1) % 7), MORNING, zone)
    return calendar.instant(today + WEEKS[length], MORNING, zone)
