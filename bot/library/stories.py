"""Our own stories, each told at six levels, with three questions a version and glosses of its hard words.

README.md beside this file tells how to write one; tests/library holds every story to it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from bot.domain.language import LEVELS, Sense
from bot.domain.reading import sentence_with
from bot.library.entries import Entry, entry

Topic = Literal[
    "nature", "science", "history", "cities", "work", "sport", "food", "music", "health", "technology", "money",
    "language",
]  # fmt: skip

STORIES = Path(__file__).parent / "stories"


@dataclass(frozen=True, slots=True)
class Gloss:
    """A hard word: its form as in the text, the key of its sense, and its meaning in words of that version's level."""

    form: str
    sense: str
    definition: str


@dataclass(frozen=True, slots=True)
class Question:
    """A comprehension question; `answer` is the right one of four options, `proof` the sentence that shows it."""

    question: str
    options: tuple[str, ...]
    answer: str
    proof: str


@dataclass(frozen=True, slots=True)
class Version:
    """A story at one level (0 = A1 … 5 = C2); a blank line parts the paragraphs of its text."""

    level: int
    title: str
    text: str
    glosses: tuple[Gloss, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A true story; `versions` has one for each level, easiest first, `words` the senses that they gloss."""

    slug: str
    topic: Topic
    licence: str
    sources: tuple[str, ...]
    versions: tuple[Version, ...]
    words: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All stories, in the order in which they're read, found by slug; their senses, found by key."""

    stories: tuple[Story, ...]
    _stories: Mapping[str, Story] = field(init=False, repr=False, compare=False)
    _senses: Mapping[str, Sense] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what is looked up often."""
        object.__setattr__(self, "_stories", {story.slug: story for story in self.stories})
        object.__setattr__(self, "_senses", {one.sense.key: one.sense for one in entries(self.stories)})

    def story(self, slug: str) -> Story:
        """The story with that slug; raises KeyError if there is none."""
        return self._stories[slug]

    def sense(self, key: str) -> Sense:
        """The sense that the stories gloss under that key; raises KeyError if there is none."""
        return self._senses[key]

    def find_sense(self, key: str) -> Sense | None:
        """The sense that the stories gloss under that key, if there is one."""
        return self._senses.get(key)


def open_library(folder: Path = STORIES) -> Library:
    """The library of all story files in the folder, ordered by file name."""
    return Library(tuple(load(path) for path in sorted(folder.glob("*.toml"))))


def load(path: Path) -> Story:
    """The story in one file; raises KeyError or ValueError, with the file's name noted, for one that isn't complete."""
    try:
        return _story(tomllib.loads(path.read_text(encoding="utf-8")))
    except (KeyError, ValueError) as fault:
        fault.add_note(f"in {path.name}")
        raise


def entries(stories: Iterable[Story]) -> list[Entry]:
    """The glossed senses of the stories, each once, with up to two sentences from the texts as examples."""
    found: dict[str, Entry] = {}
    met: dict[str, dict[str, None]] = {}
    for story in stories:
        for one in story.words:
            found.setdefault(one.sense.key, one)
        for key, sentence in _sightings(story):
            met.setdefault(key, {})[sentence] = None
    return [
        replace(one, sense=replace(one.sense, examples=one.sense.examples or tuple(met.get(key, ()))[:2]))
        for key, one in found.items()
    ]


def _sightings(story: Story) -> Iterable[tuple[str, str]]:
    """Each glossed sense with the sentence in which it stands, easiest version first."""
    for version in story.versions:
        for gloss in version.glosses:
            seen = sentence_with(version.text, frozenset({gloss.form.lower()}))
            if seen:
                yield gloss.sense, seen[0]


def _story(row: Mapping[str, Any]) -> Story:
    words = tuple(entry({**word, "key": word["sense"]}) for word in row["word"])
    if row["topic"] not in get_args(Topic):
        raise ValueError(f"unknown topic: {row['topic']}")
    return Story(
        slug=row["slug"],
        topic=row["topic"],
        licence=row["licence"],
        sources=tuple(row["sources"]),
        versions=tuple(_version(version, words) for version in row["version"]),
        words=words,
    )


def _version(row: Mapping[str, Any], words: Iterable[Entry]) -> Version:
    plain = {one.sense.key: one.sense.definition for one in words}
    return Version(
        level=LEVELS.index(row["level"]),
        title=row["title"],
        text=row["text"].strip(),
        glosses=tuple(
            Gloss(gloss["form"], gloss["sense"], gloss.get("definition") or plain[gloss["sense"]])
            for gloss in row["glosses"]
        ),
        questions=tuple(
            Question(question["question"], tuple(question["options"]), question["answer"], question["proof"])
            for question in row["question"]
        ),
    )
