"""The real routes over a real tutor; in place of Telegram, a wire that leads nowhere and a messenger that listens."""

import random
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram.ext import ApplicationBuilder, ContextTypes

from bot.adapters.dictionary import Dictionary
from bot.library.stories import Library
from bot.services import Services
from bot.storage.sqlite import open_database
from handlers import routes
from handlers.context import Context
from tests.adapters.telegram.wire import Wire
from tests.fakes import SilentMessenger, StillClock
from tests.handlers.chat import Chat
from tests.tutor.conftest import empty_file

__all__ = ["empty_file"]


@pytest.fixture
async def services(
    tmp_path: Path, empty_file: Path, dictionary: Dictionary, library: Library
) -> AsyncIterator[Services]:
    database = await open_database(Path(shutil.copy(empty_file, tmp_path / "lexigram.sqlite")), "normal")
    yield Services(database, StillClock(), random.Random(3), dictionary, library, SilentMessenger())
    await database.close()


@pytest.fixture
async def chat(services: Services, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Chat]:
    """A chat with somebody new, whose phone speaks Spanish."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    wire = Wire()
    application = (
        ApplicationBuilder()
        .token("4242:SANDBOX")
        .request(wire)
        .get_updates_request(wire)
        .context_types(ContextTypes(context=Context))
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.bot_data["services"] = services
    routes.add_to(application)
    async with application:
        yield Chat(application, services)
