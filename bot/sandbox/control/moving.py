"""The clock in the control interface."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.sandbox.clockwork import Clockwork
from bot.sandbox.control.body import Impossible, number
from bot.sandbox.shapes import Json
from bot.services import MovableClock

FURTHEST = timedelta(days=5 * 366)


async def move(clock: MovableClock, clockwork: Clockwork, body: Json) -> Json:
    """Move the clock by `forward` seconds, `to` an instant, or `until` something is due."""
    if body.get("until") == "due":
        stops = await clockwork.forward_until_due()
    else:
        stops = await clockwork.forward(_target(clock.now(), body))
    return {"now": clock.now().isoformat(), "stops": stops}


def _target(now: datetime, body: Json) -> datetime:
    target = now + _seconds(body["forward"]) if "forward" in body else _instant(body.get("to"))
    if target is None or target < now:
        raise Impossible("the clock only goes forwards: give forward, to or until")
    if target - now > FURTHEST:
        raise Impossible("the clock goes five years at most at once")
    return target


def _seconds(value: Any) -> timedelta:
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        raise Impossible("forward: a number of seconds is needed") from None
    if not abs(seconds) <= FURTHEST.total_seconds():
        raise Impossible("the clock goes five years at most at once")
    return timedelta(seconds=seconds)


def _instant(value: Any) -> datetime | None:
    """An ISO time; without an offset it is UTC."""
    if value is None:
        return None
    try:
        instant = datetime.fromisoformat(str(value))
    except ValueError:
        raise Impossible(f"not an ISO time: {value}") from None
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


async def follow(clockwork: Clockwork, body: Json, alive: Callable[[], bool]) -> Json:
    """A follower's report and long poll."""
    return await clockwork.follow(number(body, "seen"), _instant(body.get("next_due")), alive)
