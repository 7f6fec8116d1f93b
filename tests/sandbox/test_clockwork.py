"""Moving the clock with a follower, without one, and with one that is slow or dies."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox import clockwork as clockworks
from bot.sandbox.clockwork import Clockwork
from bot.sandbox.server import Sandbox
from tests.sandbox.clock import TestClock
from tests.sandbox.person import Control, Refused

START = datetime(2030, 3, 4, 9, 0, tzinfo=UTC)


class Follower:
    """Something with work at given instants; `work` is done, in order, when the clock has reached it."""

    def __init__(self, control: Control, clock: TestClock, *due: datetime) -> None:
        self.control = control
        self.clock = clock
        self.due = sorted(due)
        self.done: list[tuple[datetime, datetime]] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def run(self) -> None:
        """Follow for ever."""
        seen = 0
        while True:
            await self.gate.wait()
            self._work()
            due = self.due[0].isoformat() if self.due else None
            body = {"seen": seen, "next_due": due, "idle": True}
            seen = (await self.control.ask("POST", "clock/follow", body))["version"]

    def _work(self) -> None:
        now = self.clock.now()
        while self.due and self.due[0] <= now:
            self.done.append((self.due.pop(0), now))


async def following(control: Control, follower: Follower) -> asyncio.Task[None]:
    """The follower at work, its first report taken."""
    task = asyncio.create_task(follower.run())
    while follower.due and (await control.ask("GET", "clock"))["next_due"] is None:
        pass
    return task


async def test_without_a_follower_the_clock_jumps(control: Control) -> None:
    assert await control.forward(days=7) == 0
    shown = await control.ask("GET", "clock")
    assert timedelta(days=7) <= datetime.fromisoformat(shown["now"]) - START < timedelta(days=7, minutes=1)
    assert shown["offset"] == pytest.approx(7 * 86400)


async def test_the_clock_never_goes_back(control: Control) -> None:
    with pytest.raises(Refused, match="only goes forwards"):
        await control.to(START - timedelta(days=1))
    with pytest.raises(Refused, match="only goes forwards"):
        await control.forward(seconds=-5)


async def test_a_week_stops_at_every_due_instant(control: Control, clock: TestClock) -> None:
    instants = [START + timedelta(days=day, hours=hour) for day in range(7) for hour in (2, 11)]
    follower = Follower(control, clock, *instants)
    task = await following(control, follower)
    assert await control.forward(days=7) == 14
    assert [due for due, _ in follower.done] == instants
    assert all(done - due < timedelta(seconds=30) for due, done in follower.done)
    task.cancel()


async def test_until_due_goes_to_the_next_instant_only(control: Control, clock: TestClock) -> None:
    follower = Follower(control, clock, START + timedelta(hours=2), START + timedelta(hours=5))
    task = await following(control, follower)
    assert await control.until_due() == 1
    assert [due for due, _ in follower.done] == [START + timedelta(hours=2)]
    assert (await control.now()) - START < timedelta(hours=2, minutes=1)
    task.cancel()


async def test_until_due_without_anything_due_stays(control: Control) -> None:
    assert await control.until_due() == 0
    assert (await control.now()) - START < timedelta(minutes=1)


async def test_the_mover_waits_for_a_slow_follower(control: Control, clock: TestClock) -> None:
    follower = Follower(control, clock, START + timedelta(hours=1), START + timedelta(hours=2))
    task = await following(control, follower)
    follower.gate.clear()
    move = asyncio.create_task(control.forward(hours=3))
    done, _ = await asyncio.wait({move}, timeout=0.5)
    assert not done
    assert (await control.now()) - START < timedelta(minutes=1)
    follower.gate.set()
    assert await move == 2
    assert len(follower.done) == 2
    task.cancel()


async def test_work_that_stays_due_does_not_stop_the_clock_for_ever(control: Control, clock: TestClock) -> None:
    follower = Follower(control, clock, START - timedelta(hours=1))
    follower._work = lambda: None  # type: ignore[method-assign]
    task = await following(control, follower)
    assert 0 < await control.forward(minutes=5) <= 5
    task.cancel()


async def test_a_new_report_replaces_the_waiting_one(control: Control) -> None:
    first = asyncio.create_task(control.ask("POST", "clock/follow", {"seen": 0, "next_due": None, "idle": True}))
    soon = (START + timedelta(hours=1)).isoformat()
    second = asyncio.create_task(control.ask("POST", "clock/follow", {"seen": 0, "next_due": soon, "idle": True}))
    while (await control.ask("GET", "clock"))["next_due"] != soon:
        pass
    async with asyncio.timeout(5):
        done, _ = await asyncio.wait({first, second}, return_when=asyncio.FIRST_COMPLETED)
        assert done == {first}
        assert (await first)["version"] == 0
    second.cancel()


async def test_a_follower_that_died_while_waiting_is_waited_for_a_moment(
    control: Control, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clockworks, "GRACE", 0.3)
    async with Control(sandbox.url) as its_own:
        body = {"seen": 0, "next_due": (START + timedelta(hours=1)).isoformat(), "idle": True}
        poll = asyncio.create_task(its_own.ask("POST", "clock/follow", body))
        while (await control.ask("GET", "clock"))["next_due"] is None:
            pass
        poll.cancel()
    async with asyncio.timeout(5):
        await control.forward(hours=3)


async def test_a_follower_that_breaks_off_to_report_anew_is_not_left_behind(control: Control, clock: TestClock) -> None:
    follower = Follower(control, clock, START + timedelta(hours=1))
    task = await following(control, follower)
    task.cancel()
    await asyncio.wait({task})
    move = asyncio.create_task(control.forward(hours=2))
    while (await control.ask("GET", "clock"))["version"] == 0:
        pass
    task = asyncio.create_task(follower.run())
    assert await move == 1
    assert [due for due, _ in follower.done] == [START + timedelta(hours=1)]
    task.cancel()


async def test_a_follower_that_died_at_work_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clockworks, "PATIENCE", 0.3)
    monkeypatch.setattr(clockworks, "POLL", 0.01)
    clock = TestClock()
    clockwork = Clockwork(clock, lambda: None)
    await clockwork.follow(0, START + timedelta(hours=1), _alive)
    async with asyncio.timeout(5):
        await clockwork.forward(START + timedelta(hours=2))
    assert clock.now() >= START + timedelta(hours=2)


async def test_a_follower_from_before_a_restart_learns_the_version_at_once() -> None:
    clockwork = Clockwork(TestClock(), lambda: None)
    async with asyncio.timeout(5):
        assert (await clockwork.follow(17, None, _alive))["version"] == 0


def _alive() -> bool:
    return True
