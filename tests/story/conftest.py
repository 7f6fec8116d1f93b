"""A stage for each story, and what must be true at the end of every one."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.dictionary import Dictionary
from bot.adapters.telegram import limits
from bot.library.stories import Library
from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene, Stage, playing


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """People here read faster than Telegram lets anybody write; its limits have tests of their own."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else python-telegram-bot warns about each 429
    monkeypatch.setattr(limits, "PERSON", 1000.0)
    monkeypatch.setattr(limits, "OVERALL", 1000.0)


@pytest.fixture
def shelf(library: Library) -> Library:
    """The stories that there are; a module may have others."""
    return library


@pytest.fixture
async def stage(
    tmp_path: Path, dictionary: Dictionary, shelf: Library, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Stage]:
    """A stage; at the end nothing may be left over, complained about, or logged as an error."""
    caplog.set_level(logging.WARNING)
    async with playing(tmp_path, dictionary, shelf) as stage:
        yield stage
        await stage.scene.rests()
        assert await stage.scene.control.complaints() == []
        assert await stage.scene.rows("select * from inbox where done_at is null") == []
        assert await stage.scene.rows("select * from outbox") == []
        assert await stage.scene.rows("select * from deliveries where state in ('claimed', 'sending', 'failed')") == []
    assert [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR] == []


@pytest.fixture
async def scene(stage: Stage) -> Scene:
    return stage.scene


@pytest.fixture
async def control(scene: Scene) -> Control:
    return scene.control


@pytest.fixture
async def ana(scene: Scene) -> Pupil:
    """Ana, whose phone speaks Spanish; she hasn't written yet."""
    return await scene.person("Ana")


@pytest.fixture
async def tom(scene: Scene) -> Pupil:
    """Tom, whose phone speaks English."""
    return await scene.person("Tom")
