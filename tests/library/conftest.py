"""The stories, and the dictionary that they're measured with."""

import pytest

from bot.adapters.dictionary import Dictionary, open_dictionary
from bot.library.stories import Library, Story, entries, open_library


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def stories(library: Library) -> tuple[Story, ...]:
    return library.stories


@pytest.fixture(scope="session")
def dictionary(tmp_path_factory: pytest.TempPathFactory, stories: tuple[Story, ...]) -> Dictionary:
    """Parallel test processes share the file: whoever comes first writes it, whole or not at all."""
    folder = tmp_path_factory.getbasetemp().parent
    return open_dictionary(folder / "stories.sqlite", entries(stories))
