"""Settings: each can be changed, each moves what depends on it, and what can't be is ignored."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.tutor import settings
from bot.tutor.settings import Pause
from tests.fakes import Told
from tests.tutor.pupil import Pupil

MADRID = "Europe/Madrid"


@pytest.mark.parametrize(
    ("name", "value", "parsed"),
    [
        ("language", "ar", "ar"), ("level", "0", 0), ("level", "5", 5), ("rhythm", "twice", "twice"),
        ("minutes", "20", 20), ("zone", "America/Lima", "America/Lima"), ("hour", "0", 0), ("hour", "1439", 1439),
    ],
)  # fmt: skip
async def test_each_setting_changes(ana: Pupil, name: str, value: str, parsed: object) -> None:
    await settings.change(ana.services, Told(), await ana.me(), **settings.changes(name, value))
    assert getattr(await ana.me(), settings.FIELDS[name]) == parsed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "xx"), ("level", "6"), ("level", "-1"), ("level", "high"), ("rhythm", "hourly"), ("minutes", "0"),
        ("minutes", "121"), ("minutes", ""), ("zone", "Mars/Olympus"), ("zone", ""), ("zone", "../etc/passwd"),
        ("hour", "1440"), ("hour", "-1"), ("hour", "9" * 30), ("colour", "3"), ("telegram_id", "7"), ("", ""),
    ],
)  # fmt: skip
async def test_what_cannot_be_is_ignored(ana: Pupil, name: str, value: str) -> None:
    before = await ana.me()
    assert settings.changes(name, value) == {}
    assert await settings.change(ana.services, Told(), before, **settings.changes(name, value)) == before


async def test_the_hour_and_the_zone_move_the_article(ana: Pupil) -> None:
    await ana.arrives()
    await settings.change(ana.services, Told(), await ana.me(), article_minute=540)
    assert (await ana.agenda())["article"] == datetime(2031, 3, 4, 8, 0, tzinfo=UTC)
    await settings.change(ana.services, Told(), await ana.me(), zone="America/Lima")
    assert (await ana.agenda())["article"] == datetime(2031, 3, 4, 14, 0, tzinfo=UTC)


async def test_the_zone_moves_the_review(ana: Pupil) -> None:
    await ana.looks_up("reluctant")
    before = (await ana.agenda())["review"]
    await settings.change(ana.services, Told(), await ana.me(), zone="America/Lima")
    after = (await ana.agenda())["review"]
    assert before
    assert after
    assert after.astimezone(ZoneInfo("America/Lima")).time() == before.astimezone(ZoneInfo(MADRID)).time()


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("hour", "2031-03-03 16:05"), ("tonight", "2031-03-03 19:00"), ("tomorrow", "2031-03-04 08:00"),
        ("monday", "2031-03-10 08:00"), ("week", "2031-03-10 08:00"), ("fortnight", "2031-03-17 08:00"),
        ("month", "2031-04-02 08:00"),
    ],
)  # fmt: skip
async def test_a_pause_ends_on_the_learners_own_clock(ana: Pupil, length: Pause, end: str) -> None:
    paused = await settings.pause(ana.services, Told(), await ana.me(), length)
    assert paused.paused_until
    assert f"{paused.paused_until.astimezone(ZoneInfo(MADRID)):%Y-%m-%d %H:%M}" == end


def test_tonight_said_at_night_is_the_next_evening_and_tomorrow_is_after_the_sleep() -> None:
    late = datetime(2031, 3, 3, 23, 30, tzinfo=UTC)  # half past midnight in Madrid
    assert settings.pause_end(late, MADRID, "tonight") == datetime(2031, 3, 4, 18, 0, tzinfo=UTC)
    assert settings.pause_end(late, MADRID, "tomorrow") == datetime(2031, 3, 4, 7, 0, tzinfo=UTC)


def test_a_length_that_there_is_not_is_until_tomorrow() -> None:
    assert settings.parse_pause("for ever") == "tomorrow"
    assert settings.parse_pause("week") == "week"


async def test_a_pause_moves_everything_and_its_end_moves_it_back(ana: Pupil) -> None:
    await ana.arrives()
    await ana.looks_up("reluctant")
    before = await ana.agenda()
    paused = await settings.pause(ana.services, Told(), await ana.me(), "month")
    assert paused.paused_until
    planned = await ana.agenda()
    assert all(at is not None and at >= paused.paused_until for at in planned.values())
    await settings.resume(ana.services, Told(), await ana.me())
    assert await ana.agenda() == before


async def test_a_look_changes_nothing(ana: Pupil) -> None:
    before = await ana.me()
    told: Told[object] = Told()
    assert await settings.look(ana.services, told, before) == before
    assert told.results == [before]
