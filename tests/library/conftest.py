"""The stories."""

import pytest

from bot.library.stories import Library, Story


@pytest.fixture(scope="session")
def stories(library: Library) -> tuple[Story, ...]:
    return library.stories
