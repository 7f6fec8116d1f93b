"""A sandbox, its control interface, its people, and a bot of python-telegram-bot's own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox.server import Sandbox, serve
from tests.sandbox.clock import TestClock
from tests.sandbox.person import Control, Person

TOKEN = "4242:SANDBOX"


@pytest.fixture(autouse=True)
def _spans_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about seconds as plain numbers unless told so."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "sandbox.db"


@pytest.fixture
async def sandbox(clock: TestClock, state: Path) -> AsyncIterator[Sandbox]:
    async with await serve(clock, state, 0) as running:
        yield running


@pytest.fixture
async def control(sandbox: Sandbox) -> AsyncIterator[Control]:
    async with Control(sandbox.url) as one:
        yield one


@pytest.fixture
async def ana(control: Control) -> Person:
    """Ana, who has said /start."""
    person = await control.person("Ana")
    await person.says("/start")
    return person


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with bot_at(sandbox.url) as one:
        yield one


def bot_at(url: str) -> Bot:
    """A bot as it comes, pointed at a sandbox; polls may wait as long as they like."""
    return Bot(TOKEN, base_url=f"{url}/bot", request=patient(), get_updates_request=patient())


def patient() -> HTTPXRequest:
    """Its own transport, spared the loading of certificates: the sandbox speaks plain HTTP."""
    return HTTPXRequest(read_timeout=30, httpx_kwargs={"verify": False})
