"""A bot on a wire, time in the test's hand, and a database where one is needed."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.dictionary import EmptyLexicon
from bot.adapters.telegram.account import Account
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.library.stories import Library
from bot.services import Services
from bot.storage.sqlite import SQLiteDatabase
from tests.adapters.telegram.book import Book
from tests.adapters.telegram.hours import Hours
from tests.adapters.telegram.ledger import Ledger
from tests.adapters.telegram.wire import Wire
from tests.builders import new_database

TOKEN = "4242:SANDBOX"


@pytest.fixture(autouse=True)
def _spans_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about seconds as plain numbers unless told so."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def wire() -> Wire:
    return Wire()


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
async def bot(wire: Wire) -> AsyncIterator[Account]:
    async with Account(TOKEN, request=wire, get_updates_request=wire) as account:
        wire.calls.clear()
        yield account


@pytest.fixture
async def messenger(bot: Account, hours: Hours) -> AsyncIterator[TelegramMessenger]:
    messenger = TelegramMessenger(bot, hours, hours.sleep)
    yield messenger
    await messenger.close()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SQLiteDatabase]:
    database = await new_database(tmp_path / "lexigram.sqlite")
    yield database
    await database.close()


@pytest.fixture
def services(database: SQLiteDatabase, hours: Hours, messenger: TelegramMessenger) -> Services:
    library = Library(())
    return Services(database, hours, random.Random(1), EmptyLexicon(), library, messenger)


@pytest.fixture
def book(messenger: TelegramMessenger) -> Book:
    return Book(messenger)


@pytest.fixture
def ledger(wire: Wire) -> Ledger:
    return Ledger(wire)
