"""A tutor with a real database, library and dictionary; only time, dice and Telegram are made up."""

import asyncio
import random
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.dictionary import Dictionary
from bot.library.stories import Library
from bot.services import Services
from bot.storage.sqlite import open_database
from bot.tutor.review import Opened
from tests.builders import new_database
from tests.fakes import SilentMessenger, StillClock
from tests.tutor.pupil import Pupil

FIRST = "just-add-hot-water"
SHELF = 8


@pytest.fixture(scope="session")
def shelf(library: Library) -> Library:
    """Eight of our stories, always the same one first, so that a new story changes no test."""
    first = library.story(FIRST)
    return Library((first, *[story for story in library.stories if story is not first][: SHELF - 1]))


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def messenger() -> SilentMessenger:
    return SilentMessenger()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nobody in it: a copy is much faster than every migration anew."""
    path = tmp_path_factory.mktemp("tutor") / "empty.sqlite"

    async def make() -> None:
        await (await new_database(path)).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def services(
    tmp_path: Path,
    empty_file: Path,
    clock: StillClock,
    messenger: SilentMessenger,
    dictionary: Dictionary,
    shelf: Library,
) -> AsyncIterator[Services]:
    database = await open_database(Path(shutil.copy(empty_file, tmp_path / "lexigram.sqlite")), "normal")
    yield Services(database, clock, random.Random(7), dictionary, shelf, messenger)
    await database.close()


@pytest.fixture
async def ana(services: Services, clock: StillClock, messenger: SilentMessenger) -> Pupil:
    """Ana, whose phone speaks Spanish."""
    pupil = Pupil(services, clock, messenger)
    await pupil.me()
    return pupil


@pytest.fixture
async def sits(ana: Pupil) -> Pupil:
    """Ana with three words kept yesterday, and the first question open."""
    shown = await ana.arrives(1.0)
    await ana.keeps(shown.reading.id, 0, 1, 2)
    ana.clock.advance(days=1)
    assert isinstance(await ana.sits_down(), Opened)
    return ana


@pytest.fixture
async def typing(ana: Pupil) -> Pupil:
    """Ana before a question that wants a typed word: "reluctant"."""
    await ana.looks_up("reluctant")
    ana.clock.advance(days=1)
    await ana.sits_down()
    await ana.answers()
    await ana.services.database.write(None, lambda tx: tx.execute("update memories set stability = 30"))
    ana.clock.advance(days=40)
    await ana.sits_down()
    asked = await ana.open()
    assert asked
    assert (asked.item.options, asked.item.key) == ((), "reluctant")
    return ana
