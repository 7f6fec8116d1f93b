"""Following a sandbox's clock: a real one, and where it must misbehave, a stand-in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.adapters import follower
from bot.adapters.clock import ShiftedClock
from bot.adapters.follower import Follower, offset_of
from bot.sandbox.server import serve
from tests.adapters.sandbox_clock import StandIn, Tutor, answering, moved
from tests.sandbox.person import Control


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pause before another attempt."""
    monkeypatch.setattr(follower, "AGAIN", 0)


@pytest.fixture
async def tutor() -> Tutor:
    return Tutor(ShiftedClock())


@asynccontextmanager
async def following(url: str, tutor: Tutor) -> AsyncIterator[Follower]:
    one = Follower(url, tutor.clock, tutor.settle)
    task = asyncio.create_task(one.run())
    try:
        yield one
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def stand_in() -> StandIn:
    return StandIn()


@pytest.fixture
async def url(stand_in: StandIn) -> AsyncIterator[str]:
    async with answering("/control/clock/follow", stand_in.follow) as url:
        yield url
        for _ in stand_in.reports:  # nobody is left waiting
            stand_in.answers.put_nowait(web.json_response({}))


async def is_heard(control: Control) -> None:
    """Wait until the follower's first report is there."""
    while (await control.ask("GET", "clock"))["next_due"] is None:
        pass


async def test_it_moves_along_and_does_what_is_due_on_the_way(tutor: Tutor) -> None:
    clock = ShiftedClock()
    async with await serve(clock, None) as sandbox, Control(sandbox.url) as control:
        tutor.due = clock.now() + timedelta(hours=5)
        async with following(sandbox.url, tutor):
            await is_heard(control)
            assert await control.forward(days=3) == 3
    assert tutor.clock.offset == clock.offset
    stops = sorted({round(offset / timedelta(hours=1)) for offset in tutor.offsets})
    assert stops == [0, 5, 29, 53, 72]


async def test_the_sandbox_learns_when_something_is_due_next(tutor: Tutor) -> None:
    clock = ShiftedClock()
    async with await serve(clock, None) as sandbox, Control(sandbox.url) as control:
        tutor.due = clock.now() + timedelta(minutes=40)
        async with following(sandbox.url, tutor):
            await is_heard(control)
            assert await control.until_due() == 1
    assert timedelta(minutes=39) < clock.offset < timedelta(minutes=41)


async def test_stirring_brings_a_new_report(tutor: Tutor, stand_in: StandIn, url: str) -> None:
    async with following(url, tutor) as one:
        assert (await stand_in.next_report())["next_due"] is None
        tutor.due = tutor.clock.now() + timedelta(hours=1)
        one.stir()
        assert (await stand_in.next_report())["next_due"] == tutor.due.isoformat()


async def test_work_that_comes_while_it_settles_is_in_the_report(tutor: Tutor, stand_in: StandIn, url: str) -> None:
    tutor.may_settle.clear()
    async with following(url, tutor) as one:
        await tutor.settling.wait()
        one.stir()
        tutor.may_settle.set()
        await stand_in.next_report()
    assert (len(tutor.offsets), len(stand_in.reports)) == (2, 1)


async def test_each_report_says_what_was_seen(tutor: Tutor, stand_in: StandIn, url: str) -> None:
    stand_in.answers.put_nowait(moved(60, 4))
    async with following(url, tutor):
        while len(stand_in.reports) < 2:
            await stand_in.next_report()
    assert [report["seen"] for report in stand_in.reports] == [0, 4]
    assert tutor.clock.offset == timedelta(seconds=60)


async def test_a_sandbox_that_begins_anew_doesnt_turn_the_clock_back(tutor: Tutor, stand_in: StandIn, url: str) -> None:
    for answer in (moved(3600, 9), moved(0, 0), moved(7200, 1)):
        stand_in.answers.put_nowait(answer)
    async with following(url, tutor):
        while len(stand_in.reports) < 4:
            await stand_in.next_report()
    hours = [offset / timedelta(hours=1) for offset in tutor.offsets]
    assert hours == [0, 1, 1, 2]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 500},
        {"status": 404, "text": "Not Found"},
        {"text": "<html>", "content_type": "text/html"},
        {"text": "{", "content_type": "application/json"},
        {"text": "{}", "content_type": "application/json"},
    ],
)
async def test_an_answer_that_says_nothing_is_survived(
    tutor: Tutor, stand_in: StandIn, url: str, answer: dict[str, Any]
) -> None:
    stand_in.answers.put_nowait(web.Response(**answer))
    stand_in.answers.put_nowait(moved(60, 1))
    async with following(url, tutor):
        while len(stand_in.reports) < 3:
            await stand_in.next_report()
    assert tutor.clock.offset == timedelta(seconds=60)


async def test_trouble_with_what_is_due_is_logged_and_tried_again(
    tutor: Tutor, stand_in: StandIn, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    tutor.trouble = RuntimeError("disk full")
    async with following(url, tutor):
        await stand_in.next_report()
    assert len(tutor.offsets) == 2
    assert "disk full" in caplog.text


async def test_a_sandbox_that_is_away_is_waited_for(tutor: Tutor) -> None:
    clock = ShiftedClock(timedelta(hours=2))
    async with await serve(clock, None) as sandbox:
        port, url = sandbox.port, sandbox.url
    tutor.due = clock.now()
    async with following(url, tutor):
        while len(tutor.offsets) < 3:
            tutor.settling.clear()
            await tutor.settling.wait()
        async with await serve(clock, None, port), Control(url) as control:
            await is_heard(control)
            await control.forward(hours=1)
            assert tutor.clock.offset == clock.offset


async def test_it_ends_when_it_is_cancelled_while_it_waits(tutor: Tutor, stand_in: StandIn, url: str) -> None:
    before = asyncio.all_tasks()
    async with following(url, tutor):
        await stand_in.next_report()
        stand_in.answers.put_nowait(web.json_response({}))
    left = {task for task in asyncio.all_tasks() - before if "Follower" in repr(task)}
    assert left == set()


async def test_a_sandbox_tells_how_far_it_is_ahead() -> None:
    async with await serve(ShiftedClock(timedelta(hours=6)), None) as sandbox:
        assert await offset_of(sandbox.url) == timedelta(hours=6)


@pytest.mark.parametrize("text", ['{"ok":false,"error_code":404}', "<html>", "", "[]", '{"sandbox":false}', "{"])
async def test_whatever_else_answers_is_no_sandbox(text: str) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(text=text, status=404)

    async with answering("/control/clock", answer) as url:
        assert await offset_of(url) is None


async def test_where_nobody_listens_is_no_sandbox() -> None:
    async with await serve(ShiftedClock(), None) as sandbox:
        url = sandbox.url
    assert await offset_of(url) is None
