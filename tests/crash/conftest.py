"""The nursery, and a story for each life."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.sandbox.server import serve
from tests.crash.nursery import Nursery, nursery, tutored
from tests.crash.orders import Order
from tests.crash.story import Story
from tests.sandbox.person import Control
from tests.story.scene import START, clock_at

Living = Callable[[str, str, int], AbstractAsyncContextManager[Story]]
"""A story whose tutor dies at the point named by kind, moment and number."""


def last_words(folder: Path) -> str:
    """The end of what the tutors of that life logged."""
    log = folder / "notes.log"
    return log.read_text("utf-8")[-1500:] if log.exists() else "nothing was logged"


@pytest.fixture
async def children() -> AsyncIterator[Nursery]:
    async with nursery() as one:
        yield one


@pytest.fixture
def living(children: Nursery, tmp_path: Path, dictionary_file: Path) -> Living:
    @asynccontextmanager
    async def live(kind: str, moment: str, at: int) -> AsyncIterator[Story]:
        folder = tmp_path / f"{kind}-{moment}-{at}"
        folder.mkdir()
        async with await serve(clock_at(START), None, 0) as sandbox, Control(sandbox.url) as control:
            database = folder / "tutor.sqlite"
            order = Order(sandbox.url, str(database), str(dictionary_file), str(folder / "notes"), kind, moment, at)
            async with tutored(children, order):
                try:
                    yield Story(sandbox, control, await control.person("Ana"), database)
                except (AssertionError, TimeoutError) as error:
                    raise AssertionError(f"{error}\n{last_words(folder)}") from error

    return live
