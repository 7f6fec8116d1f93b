"""Every story is complete: six versions of the right length, in pages that fit, honestly licensed."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from bot.domain.language import LEVELS
from bot.domain.reading import PAGE, pages
from bot.domain.text import sentences, words
from bot.library.stories import STORIES, Library, Story, Topic, Version, entries, load

LENGTHS = (80, 120, 170, 220, 270, 300)
PARAGRAPH = range(40, 96)
BANNED = (
    "did you know", "imagine", "have you ever", "in today's world", "once upon a time", "picture this", "this ",
    "it ", "he ", "she ", "they ",
)  # fmt: skip


def versions(stories: tuple[Story, ...]) -> Iterator[tuple[str, Version]]:
    return ((f"{story.slug} {LEVELS[version.level]}", version) for story in stories for version in story.versions)


def length(text: str) -> int:
    return sum(len(words(sentence)) for sentence in sentences(text))


def test_there_are_stories_on_different_topics(stories: tuple[Story, ...]) -> None:
    assert len({story.topic for story in stories}) >= min(len(stories), 4)


def test_a_story_is_named_for_its_file_and_has_a_known_topic(stories: tuple[Story, ...]) -> None:
    assert [story.slug for story in stories] == sorted(path.stem for path in STORIES.glob("*.toml"))
    assert {story.topic for story in stories} <= set(get_args(Topic))


def test_a_story_is_ours_to_give_and_its_facts_can_be_checked(stories: tuple[Story, ...]) -> None:
    assert {story.licence for story in stories} == {"CC BY 4.0"}
    assert [story.slug for story in stories if not story.sources or not all(story.sources)] == []


def test_a_story_has_each_level_once_easiest_first(stories: tuple[Story, ...]) -> None:
    assert {tuple(version.level for version in story.versions) for story in stories} == {(0, 1, 2, 3, 4, 5)}


def test_a_version_has_the_length_of_its_level(stories: tuple[Story, ...]) -> None:
    lengths = [(name, length(version.text), LENGTHS[version.level]) for name, version in versions(stories)]
    assert [fault for fault in lengths if abs(fault[1] - fault[2]) > fault[2] / 10] == []


def test_a_long_version_parts_into_pages_at_paragraphs_of_a_good_size(stories: tuple[Story, ...]) -> None:
    for name, version in versions(stories):
        assert all(len(page.split()) <= PAGE for page in pages(version.text)), name
        if version.level >= 3:
            sizes = [length(paragraph) for paragraph in version.text.split("\n\n")]
            assert all(size in PARAGRAPH for size in sizes), (name, sizes)


def test_a_paragraph_is_one_line_and_begins_like_one(stories: tuple[Story, ...]) -> None:
    lines = [(name, line) for name, version in versions(stories) for line in version.text.split("\n\n")]
    assert [fault for fault in lines if "\n" in fault[1] or fault[1] != fault[1].strip() or not fault[1]] == []


def test_no_version_begins_with_a_worn_phrase_or_a_pronoun(stories: tuple[Story, ...]) -> None:
    openings = {name: version.text.lower() for name, version in versions(stories)}
    worn = {name for name, text in openings.items() if text.startswith(BANNED)}
    assert worn == set()


def test_no_two_versions_share_their_opening_or_their_title(stories: tuple[Story, ...]) -> None:
    for story in stories:
        openings = [sentences(version.text)[0] for version in story.versions]
        titles = [version.title for version in story.versions]
        assert len(set(openings)) == len(openings)
        assert len(set(titles)) >= len(titles) - 1
        assert all(title and len(title) <= 60 and title[-1] not in ".!" for title in titles)


def test_the_library_finds_stories_and_senses_by_their_names(library: Library) -> None:
    story = library.story("the-lake-that-disappears")
    gloss = story.versions[0].glosses[0]
    assert library.sense(gloss.sense).lemma == "lake"
    assert library.find_sense("no such sense") is None
    with pytest.raises(KeyError):
        library.story("no such story")


def test_a_glossed_sense_carries_the_sentence_it_was_met_in(stories: tuple[Story, ...]) -> None:
    found = {one.sense.key: one.sense for one in entries(stories)}
    assert found["shallow.adjective.1"].examples == ("It is wide but surprisingly shallow.",)


def test_a_file_with_a_fault_is_named(tmp_path: Path) -> None:
    path = tmp_path / "half.toml"
    path.write_text('slug = "half"\ntopic = "gossip"\nword = []', encoding="utf-8")
    with pytest.raises(ValueError, match="gossip") as caught:
        load(path)
    assert caught.value.__notes__ == ["in half.toml"]
