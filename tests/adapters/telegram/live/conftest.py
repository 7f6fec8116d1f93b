"""A sandbox, the bot's account at it, a messenger whose time the test holds, and the outbox beneath."""

import random
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from bot.adapters.dictionary import EmptyLexicon
from bot.adapters.telegram import limits
from bot.adapters.telegram.account import Account, open_account
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.library.stories import Library
from bot.sandbox.server import Sandbox, serve
from bot.services import Services
from bot.storage.sqlite import SQLiteDatabase
from bot.tutor import outbox, people
from tests.adapters.telegram.conftest import TOKEN
from tests.adapters.telegram.live.place import Place
from tests.adapters.telegram.live.waiting import Watch
from tests.builders import a_learner
from tests.sandbox.clock import TestClock
from tests.sandbox.person import Control, Person


@pytest.fixture
def hours() -> Watch:
    return Watch()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with await serve(TestClock(), None) as running:
        yield running


@pytest.fixture
async def control(sandbox: Sandbox) -> AsyncIterator[Control]:
    async with Control(sandbox.url) as one:
        yield one


@pytest.fixture
async def account(sandbox: Sandbox) -> AsyncIterator[Account]:
    async with open_account(TOKEN, sandbox.url) as one:
        yield one


@pytest.fixture
async def ana(control: Control, services: Services) -> Person:
    """Ana, who has said /start, and is known to the tutor."""
    person = await control.person("Ana")
    await person.says("/start")
    await services.database.write(None, lambda tx: a_learner(tx, person.id))
    return person


@pytest.fixture
async def messenger(account: Account, hours: Watch) -> AsyncIterator[TelegramMessenger]:
    messenger = TelegramMessenger(account, hours, hours.sleep)
    yield messenger
    await messenger.close()


@pytest.fixture
def services(database: SQLiteDatabase, hours: Watch, messenger: TelegramMessenger) -> Services:
    """The tutor's, with the messenger telling it what became of replies."""
    services = Services(database, hours, random.Random(1), EmptyLexicon(), Library(()), messenger)
    messenger.start(partial(outbox.sent, services), partial(people.blocked, services))
    return services


@pytest.fixture
async def place(sandbox: Sandbox, control: Control, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Where the whole tutor lives; people there read as fast as it writes."""
    monkeypatch.setattr(limits, "PERSON", 1000.0)
    return Place(sandbox, control, tmp_path)


@pytest.fixture
async def newcomer(control: Control) -> Person:
    """Ana, whom the tutor hasn't met."""
    return await control.person("Ana")
