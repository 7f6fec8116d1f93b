"""A tutor with a real database, library and dictionary; only time, dice and Telegram are made up."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.dictionary import Dictionary
from bot.library.stories import Library
from bot.services import Services
from tests.builders import new_database
from tests.fakes import SilentMessenger, StillClock
from tests.tutor.pupil import Pupil


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def messenger() -> SilentMessenger:
    return SilentMessenger()


@pytest.fixture
async def services(
    tmp_path: Path, clock: StillClock, messenger: SilentMessenger, dictionary: Dictionary, library: Library
) -> AsyncIterator[Services]:
    database = await new_database(tmp_path / "lexigram.sqlite")
    yield Services(database, clock, random.Random(7), dictionary, library, messenger)
    await database.close()


@pytest.fixture
async def ana(services: Services, clock: StillClock, messenger: SilentMessenger) -> Pupil:
    """Ana, whose phone speaks Spanish."""
    pupil = Pupil(services, clock, messenger)
    await pupil.me()
    return pupil
