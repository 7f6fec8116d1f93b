"""The beat, with jobs that say when they run."""

import asyncio
from collections.abc import AsyncIterator
from typing import cast

import pytest

from bot.services import Services
from scheduler.beat import JOBS, Beat, Job
from scheduler.housekeeping import run as prune
from scheduler.reminders import run as remind

SERVICES = cast(Services, "whatever the jobs need")
NEVER = 3600.0
"""Seconds between beats, where only stirring counts."""


class Work:
    """A job that can be held up in the middle."""

    def __init__(self) -> None:
        self.begun, self.ended = 0, 0
        self.runs = asyncio.Event()
        self.may_end = asyncio.Event()
        self.may_end.set()

    async def run(self, services: Services) -> None:
        assert services is SERVICES
        self.begun += 1
        self.runs.set()
        await self.may_end.wait()
        self.ended += 1


class Stage:
    """A beat that is stopped at the end, whatever the test did."""

    def __init__(self) -> None:
        self._made: list[Beat] = []

    def beat(self, *jobs: Job, seconds: float = NEVER) -> Beat:
        beat = Beat(jobs, seconds)
        beat.start(SERVICES)
        self._made.append(beat)
        return beat

    async def stop(self) -> None:
        for beat in self._made:
            await beat.stop()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage()
    yield stage
    await stage.stop()


@pytest.fixture
async def work() -> Work:
    return Work()


async def settle() -> None:
    """Let everything run that can run."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_reminders_and_housekeeping_are_what_beats() -> None:
    assert tuple(JOBS) == (remind, prune)


async def test_a_job_that_fails_is_logged_and_doesnt_stop_the_others(
    stage: Stage, work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(services: Services) -> None:
        raise RuntimeError("disk full")

    beat = stage.beat(fail, work.run)
    await beat.once()
    await beat.once()
    assert work.ended == 2
    assert caplog.text.count("RuntimeError: disk full") == 2


async def test_it_beats_by_itself_again_and_again(stage: Stage, work: Work) -> None:
    stage.beat(work.run, seconds=0.001)
    for _ in range(3):
        work.runs.clear()
        await work.runs.wait()
    assert work.begun >= 3


async def test_stirring_several_times_before_a_round_begins_is_one_round(stage: Stage, work: Work) -> None:
    beat = stage.beat(work.run)
    for _ in range(50):
        beat.stir()
    await settle()
    assert work.ended == 1


async def test_stirring_during_a_round_brings_one_more_since_it_may_have_passed_what_is_new(
    stage: Stage, work: Work
) -> None:
    beat = stage.beat(work.run)
    work.may_end.clear()
    beat.stir()
    await work.runs.wait()
    for _ in range(50):
        beat.stir()
    await settle()
    assert work.begun == 1
    work.may_end.set()
    await settle()
    assert (work.begun, work.ended) == (2, 2)


async def test_two_rounds_never_run_at_a_time(stage: Stage, work: Work) -> None:
    beat = stage.beat(work.run)
    work.may_end.clear()
    rounds = [asyncio.create_task(beat.once()) for _ in range(3)]
    await settle()
    assert work.begun == 1
    work.may_end.set()
    await asyncio.gather(*rounds)
    assert work.ended == 3


@pytest.mark.parametrize("by_itself", [True, False])
async def test_stopping_waits_for_the_round_under_way_whoever_began_it(work: Work, *, by_itself: bool) -> None:
    beat = Beat((work.run,), 0.001 if by_itself else NEVER)
    beat.start(SERVICES)
    work.may_end.clear()
    if not by_itself:
        beat.stir()
    await work.runs.wait()
    stopping = asyncio.create_task(beat.stop())
    await settle()
    assert not stopping.done()
    work.may_end.set()
    await stopping
    assert (work.begun, work.ended) == (1, 1)


async def test_nothing_beats_after_the_stop(work: Work) -> None:
    beat = Beat((work.run,), 0.001)
    beat.start(SERVICES)
    await work.runs.wait()
    await beat.stop()
    ended = work.ended
    beat.stir()
    await beat.once()
    await settle()
    assert (work.begun, work.ended) == (ended, ended)


async def test_before_the_start_nothing_beats_and_stopping_is_harmless(work: Work) -> None:
    beat = Beat((work.run,))
    beat.stir()
    await beat.once()
    await beat.stop()
    assert work.begun == 0


async def test_whoever_wants_to_hear_of_new_work_hears_of_every_stir(stage: Stage, work: Work) -> None:
    heard: list[str] = []
    beat = stage.beat(work.run)
    beat.heard = lambda: heard.append("new work")
    beat.stir()
    beat.stir()
    assert len(heard) == 2
