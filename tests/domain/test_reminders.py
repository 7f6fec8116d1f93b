"""The bot writes when it's kind: in their hours, seldom, and less to who doesn't answer."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import calendar, reminders

HOURS = (480, 1260)
ZONES = ["UTC", "Europe/Madrid", "America/New_York", "Asia/Riyadh", "Australia/Lord_Howe", "America/Santiago"]
DAY = timedelta(days=1)
instants = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
zones = st.sampled_from(ZONES)


def at(clock: str, day: int = 5) -> datetime:
    return datetime.fromisoformat(f"2026-05-{day:02}T{clock}+00:00")


def push(
    now: datetime,
    *,
    due: int = 5,
    sent: tuple[datetime, ...] = (),
    unanswered: int = 0,
    acted: datetime | None = None,
    paused: datetime | None = None,
    last: datetime | None = None,
) -> datetime | None:
    return reminders.next_push(now, "UTC", HOURS, due, sent, unanswered, acted, paused, last_push=last)


def test_two_moments_a_day_stand_in_the_learners_hours() -> None:
    first = push(at("06:00"))
    assert first == at("10:30")
    assert push(at("13:31"), sent=(at("10:30"),), last=at("10:30")) == at("18:30")
    assert push(at("22:00")) == at("10:30", day=6)


def test_at_its_moment_a_push_is_sent_now() -> None:
    assert push(at("10:30")) == at("10:30")


def test_a_moment_missed_by_a_little_is_made_up_for_and_by_a_lot_is_not() -> None:
    assert push(at("12:00")) == at("12:00")
    assert push(at("13:30")) == at("18:30")


def test_nothing_due_is_nothing_to_write() -> None:
    assert push(at("10:00"), due=0) is None


def test_whoever_is_answering_is_not_disturbed() -> None:
    assert push(at("10:30"), acted=at("10:25")) == at("10:35")


def test_three_hours_lie_between_two_messages() -> None:
    assert push(at("10:30"), sent=(at("08:00"),)) == at("11:00")


def test_after_three_messages_the_day_is_over() -> None:
    assert push(at("18:30"), sent=(at("08:00"), at("11:00"), at("14:30"))) == at("10:30", day=6)


def test_a_pause_is_kept() -> None:
    assert push(at("10:30"), paused=at("09:00", day=9)) == at("10:30", day=9)


@pytest.mark.parametrize(
    ("unanswered", "expected"),
    [(0, "usual"), (2, "usual"), (3, "daily"), (4, "daily"), (5, "seldom"), (6, "seldom"), (7, "farewell"),
     (8, "silent"), (99, "silent")],
)  # fmt: skip
def test_the_bot_grows_quieter(unanswered: int, expected: str) -> None:
    assert reminders.tone(unanswered) == expected


def test_after_three_unanswered_pushes_one_a_day_comes() -> None:
    assert push(at("14:00"), sent=(at("10:30"),), unanswered=3, last=at("10:30")) == at("10:30", day=6)


def test_after_five_one_comes_every_third_day() -> None:
    assert push(at("14:00"), unanswered=5, last=at("10:30")) == at("10:30", day=8)


def test_after_the_farewell_there_is_silence() -> None:
    assert push(at("14:00"), unanswered=7, last=at("10:30")) == at("10:30", day=8)
    assert push(at("14:00"), unanswered=8, last=at("10:30")) is None


def test_the_article_does_not_count_as_an_unanswered_push() -> None:
    assert push(at("09:00"), sent=(at("08:00"),), unanswered=3, last=at("10:30", day=4)) == at("11:00")


def test_twice_a_week_means_tuesday_and_saturday() -> None:
    monday = datetime(2026, 5, 4, tzinfo=UTC).toordinal()
    assert [day for day in range(7) if reminders.is_article_day(monday + day)] == [1, 5]


def lived(now: datetime, zone: str, hours: tuple[int, int], days: int, *, answers: bool) -> list[datetime]:
    """All review pushes to somebody with words due for ever, who answers all or none of them."""
    sent: list[datetime] = []
    end, unanswered, acted = now + days * DAY, 0, None
    while now < end:
        last = sent[-1] if sent else None
        moment = reminders.next_push(now, zone, hours, 1, sent[-6:], unanswered, acted, last_push=last)
        if moment is None:
            break
        now = moment
        if moment < end:
            sent.append(moment)
            unanswered, acted = (0, now + timedelta(minutes=3)) if answers else (unanswered + 1, None)
            now += timedelta(minutes=5)
    return sent


@given(instants, zones, st.integers(300, 720), st.integers(780, 1400), st.booleans())
def test_no_day_gets_too_much_and_no_night_anything(
    now: datetime, zone: str, start: int, end: int, answers: bool
) -> None:
    sent = lived(now, zone, (start, end), 12, answers=answers)
    days = [calendar.local_day(one, zone) for one in sent]
    assert all(days.count(day) <= 2 for day in days)
    assert all(calendar.awake(one, zone, (start, end)) for one in sent)
    assert all(later - earlier >= reminders.APART for earlier, later in pairwise(sent))


@given(instants, zones)
def test_whoever_answers_is_written_to_every_day(now: datetime, zone: str) -> None:
    days = {calendar.local_day(one, zone) for one in lived(now, zone, HOURS, 12, answers=True)}
    assert days >= set(range(calendar.local_day(now, zone) + 1, calendar.local_day(now + 11 * DAY, zone)))


@given(instants, zones)
def test_whoever_never_answers_gets_eight_messages_and_then_none(now: datetime, zone: str) -> None:
    sent = lived(now, zone, HOURS, 60, answers=False)
    days = [calendar.local_day(one, zone) for one in sent]
    assert len(sent) == 8
    assert [later - earlier for earlier, later in pairwise(days[3:])] == [1, 3, 3, 3]


def test_after_a_pause_longer_than_we_look_ahead_the_first_moment_counts() -> None:
    over = at("08:00") + 30 * DAY
    assert push(at("12:00"), paused=over) == over + timedelta(hours=2, minutes=30)
