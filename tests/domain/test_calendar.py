"""Local days turn at 04:00, and none is skipped or doubled by daylight saving."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import calendar

ZONES = [
    "UTC", "Europe/Madrid", "Europe/Helsinki", "Europe/London", "America/New_York", "America/Sao_Paulo",
    "America/Santiago", "America/St_Johns", "Asia/Riyadh", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tehran",
    "Australia/Lord_Howe", "Africa/Casablanca", "Africa/Cairo", "Asia/Beirut", "Antarctica/Troll", "Pacific/Apia",
    "Pacific/Chatham", "America/Havana", "Asia/Amman", "America/Asuncion",
]  # fmt: skip
instants = st.datetimes(datetime(2009, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
zones = st.sampled_from(ZONES)
minutes = st.integers(0, 1439)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def day(text: str) -> int:
    return datetime.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        ("2026-03-10T03:59:59+00:00", "UTC", "2026-03-09"),
        ("2026-03-10T04:00:00+00:00", "UTC", "2026-03-10"),
        ("2026-03-10T02:59:00+00:00", "Europe/Madrid", "2026-03-09"),
        ("2026-03-10T03:00:00+00:00", "Europe/Madrid", "2026-03-10"),
        ("2026-03-10T00:30:00+00:00", "Asia/Riyadh", "2026-03-09"),
        ("2026-03-10T23:00:00+00:00", "Asia/Kolkata", "2026-03-11"),
    ],
)
def test_a_day_turns_at_four_in_the_morning(now: str, zone: str, expected: str) -> None:
    assert calendar.local_day(at(now), zone) == day(expected)


def test_eight_in_the_morning_keeps_its_hour_when_the_clocks_change() -> None:
    before = calendar.instant(day("2026-03-28"), 480, "Europe/Madrid")
    after = calendar.instant(day("2026-03-29"), 480, "Europe/Madrid")
    assert (before, after) == (at("2026-03-28T07:00+00:00"), at("2026-03-29T06:00+00:00"))


def test_one_in_the_night_belongs_to_the_day_before() -> None:
    assert calendar.instant(day("2026-03-10"), 60, "UTC") == at("2026-03-11T01:00+00:00")


def test_an_hour_that_does_not_exist_still_has_its_day() -> None:
    skipped = calendar.instant(day("2026-03-28"), 210, "Europe/Helsinki")  # 03:30 on the 29th isn't shown
    assert calendar.local_day(skipped, "Europe/Helsinki") == day("2026-03-28")


@given(instants, zones, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_days_never_run_backwards(now: datetime, zone: str, later: timedelta) -> None:
    assert calendar.local_day(now + later, zone) >= calendar.local_day(now, zone)


@given(instants, zones, minutes)
def test_the_instant_of_a_minute_lies_in_its_day(now: datetime, zone: str, minute: int) -> None:
    today = calendar.local_day(now, zone)
    assert calendar.local_day(calendar.instant(today, minute, zone), zone) == today


@given(instants, zones, minutes)
def test_going_from_one_next_to_the_next_visits_every_day_once(now: datetime, zone: str, minute: int) -> None:
    visited = []
    for _ in range(10):
        following = calendar.next_at(now, minute, zone)
        assert following > now
        visited.append(calendar.local_day(following, zone))
        now = following
    steps = {later - earlier for earlier, later in pairwise(visited)}
    assert steps <= ({1} if zone != "Pacific/Apia" else {1, 2})  # Samoa had no 30 December 2011


@given(instants, zones, minutes, minutes)
def test_the_next_waking_moment_is_a_waking_moment(now: datetime, zone: str, start: int, end: int) -> None:
    hours = (start, max(end, start + 120) % 1440)
    found = calendar.next_awake(now, zone, hours)
    assert found >= now
    assert calendar.awake(found, zone, hours) or found > now


@pytest.mark.parametrize(
    ("clock", "hours", "expected"),
    [
        ("08:00", (480, 1260), True),
        ("07:59", (480, 1260), False),
        ("21:00", (480, 1260), False),
        ("23:30", (1320, 120), True),
        ("01:59", (1320, 120), True),
        ("02:00", (1320, 120), False),
        ("03:00", (600, 600), True),
    ],
)
def test_hours_may_span_midnight(clock: str, hours: tuple[int, int], expected: bool) -> None:
    assert calendar.awake(at(f"2026-05-05T{clock}+00:00"), "UTC", hours) is expected


NOW = datetime(2026, 7, 1, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Europe/Madrid", "UTC", "Asia/Riyadh"])
def test_zones_are_known_by_name(name: str) -> None:
    assert calendar.is_zone(name)


@pytest.mark.parametrize("name", ["", "Europe", "Mars/Olympus", "../etc/passwd", "Europe/Madrid\0", "ñ", "x" * 400])
def test_what_is_no_zone_is_refused(name: str) -> None:
    assert not calendar.is_zone(name)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("es", "Europe/Madrid"), ("es-MX", "Europe/Madrid"), ("ar", "Asia/Riyadh"), ("pt_BR", "America/Sao_Paulo"),
     ("en", "Europe/London"), ("xx", "Europe/London"), (None, "Europe/London")],
)  # fmt: skip
def test_the_phones_language_suggests_a_zone(language: str | None, expected: str) -> None:
    assert calendar.guess_zone(language) == expected


@pytest.mark.parametrize("language", ["es", "ar", "en", "ru", "zh", "uk", "tr", "pt", "ja", None])
def test_six_zones_with_six_clocks_are_offered_and_the_guess_is_the_first(language: str | None) -> None:
    offered = calendar.offered_zones(language, NOW)
    assert offered[0] == calendar.guess_zone(language)
    assert len({calendar.minute_of_day(NOW, zone) for zone in offered}) == len(offered) == 6


@given(instants, minutes)
def test_zones_that_show_the_given_time_are_found(now: datetime, minute: int) -> None:
    for zone in calendar.plausible_zones(now, minute):
        apart = abs(calendar.minute_of_day(now, zone) - minute)
        assert min(apart, 1440 - apart) <= 30


def test_who_says_that_it_is_five_past_two_may_live_in_madrid() -> None:
    assert calendar.plausible_zones(NOW, 14 * 60 + 5, "es")[0] == "Europe/Madrid"
