from datetime import UTC, datetime, timedelta

from bot.adapters.clock import ShiftedClock, SystemClock


def test_the_system_clock_tells_utc_and_never_goes_back() -> None:
    clock = SystemClock()
    instants = [clock.now() for _ in range(1000)]
    assert all(instant.tzinfo is UTC for instant in instants)
    seconds = [clock.monotonic() for _ in range(1000)]
    assert seconds == sorted(seconds)


def test_a_shifted_clock_is_ahead_by_its_offset() -> None:
    ahead = ShiftedClock(timedelta(days=7))
    behind, seen = SystemClock().now(), ahead.now()
    assert behind + timedelta(days=7) <= seen <= SystemClock().now() + timedelta(days=7)


def test_a_moved_clock_shows_that_instant_and_runs_on() -> None:
    clock = ShiftedClock()
    target = clock.now() + timedelta(hours=5)
    clock.move(target)
    assert clock.now() >= target
    assert timedelta(hours=4) < clock.offset <= timedelta(hours=5)


def test_a_clock_never_goes_back() -> None:
    clock = ShiftedClock(timedelta(days=1))
    before = clock.now()
    clock.move(before - timedelta(hours=2))
    clock.move(datetime(2000, 1, 1, tzinfo=UTC))
    assert clock.now() >= before
    assert clock.offset == timedelta(days=1)


def test_moving_it_doesnt_touch_the_seconds_that_limits_are_measured_by() -> None:
    clock = ShiftedClock()
    before = clock.monotonic()
    clock.move(clock.now() + timedelta(days=365))
    assert clock.monotonic() - before < timedelta(days=1).total_seconds()


def test_it_follows_another_clock_by_its_offset() -> None:
    clock = ShiftedClock()
    clock.set_offset(timedelta(days=3))
    assert clock.offset == timedelta(days=3)
