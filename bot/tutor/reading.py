"""The daily article: which one, at which level, page by page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain import calendar
from bot.domain.language import LEVELS
from bot.domain.learner import Learner
from bot.domain.reading import pages
from bot.library.stories import Gloss, Library, Story, Version
from bot.services import Services
from bot.storage import cards, learners, readings
from bot.storage.door import Cause, Transaction
from bot.storage.readings import Reading
from bot.tutor import settings

STEP = 0.25
"""How far a tap on Easier or Harder moves the learner's own level."""

Mode = Literal["menu", "words"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A story as a learner sees it, with what else is to be said; `kept` has the sense keys that are in their book."""

    reading: Reading
    story: Story
    version: Version
    kept: frozenset[str] = frozenset()
    mode: Mode = "menu"
    asks_rhythm: bool = False
    asks_clock: bool = False
    last: bool = False

    @property
    def pages(self) -> tuple[str, ...]:
        """The text, page by page."""
        return pages(self.version.text)


@dataclass(frozen=True, slots=True)
class ShelfEmpty:
    """Every story was read; `offer` is one to read again, at the level after the one of its reading."""

    offer: Shown | None


def choose(library: Library, seen: frozenset[str], level: float) -> tuple[Story, int] | None:
    """The next unread story, in the library's order, and the version that fits; None when the shelf is empty."""
    fresh = [story for story in library.stories if story.slug not in seen]
    return (fresh[0], version_for(level)) if fresh else None


def version_for(level: float) -> int:
    """The version, 0 = A1 … 5 = C2, for a learner's level."""
    return min(max(round(level), 0), len(LEVELS) - 1)


async def open_next(tx: Transaction, library: Library, learner: Learner, now: datetime) -> Shown | None:
    """Open the learner's next unread story; None when the shelf is empty."""
    seen = frozenset(await readings.shown(tx, learner.id))
    chosen = choose(library, seen, learner.level or 0)
    if chosen is None:
        return None
    story, level = chosen
    today = calendar.local_day(now, learner.zone)
    reading = await readings.open_(tx, learner.id, story.slug, level, today, now)
    return Shown(reading, story, story.versions[level], last=len(seen) + 1 == len(library.stories))


async def show(tx: Transaction, library: Library, learner_id: int, reading: Reading, mode: Mode = "menu") -> Shown:
    """The story of a reading, with what the learner keeps of it."""
    story = library.story(reading.story)
    version = story.versions[reading.level]
    kept = [gloss.sense for gloss in version.glosses if await _is_kept(tx, library, learner_id, gloss)]
    asks_clock = await settings.asks_clock(tx, await learners.by_id(tx, learner_id))
    return Shown(reading, story, version, frozenset(kept), mode, asks_clock=asks_clock)


async def _is_kept(tx: Transaction, library: Library, learner_id: int, gloss: Gloss) -> bool:
    sense = library.sense(gloss.sense)
    card = await cards.by_sense(tx, learner_id, sense.lemma, sense.pos, sense.key)
    return card is not None and card.deleted_at is None


async def latest(services: Services, cause: Cause[Shown | ShelfEmpty], learner: Learner) -> Shown | ShelfEmpty:
    """Today's article; the next one, if the learner had none today."""
    now = services.clock.now()
    today = calendar.local_day(now, learner.zone)

    async def work(tx: Transaction) -> Shown | ShelfEmpty:
        last = await readings.latest(tx, learner.id)
        if last is not None and last.local_day == today:
            return await show(tx, services.library, learner.id, last)
        return await _next_or_empty(tx, services.library, learner, now)

    return await services.database.write(cause, work)


async def next_story(services: Services, cause: Cause[Shown | ShelfEmpty], learner: Learner) -> Shown | ShelfEmpty:
    """The next story at once, on the learner's own wish."""
    now = services.clock.now()
    return await services.database.write(cause, lambda tx: _next_or_empty(tx, services.library, learner, now))


async def _next_or_empty(tx: Transaction, library: Library, learner: Learner, now: datetime) -> Shown | ShelfEmpty:
    shown = await open_next(tx, library, learner, now)
    return shown or ShelfEmpty(await offer_again(tx, library, learner.id))


async def again(
    services: Services, cause: Cause[Shown | None], learner: Learner, reading_id: int, level: int
) -> Shown | None:
    """Open a story that was read before at another level; None if there's no such reading."""
    now = services.clock.now()
    today = calendar.local_day(now, learner.zone)

    async def work(tx: Transaction) -> Shown | None:
        before = await readings.by_id(tx, learner.id, reading_id)
        if before is None or not 0 <= level < len(LEVELS):
            return None
        reading = await readings.open_(tx, learner.id, before.story, level, today, now)
        return await show(tx, services.library, learner.id, reading)

    return await services.database.write(cause, work)


async def turn(
    services: Services, cause: Cause[Shown | None], learner: Learner, reading_id: int, page: int
) -> Shown | None:
    """Turn to a page; None if there's no such reading."""

    async def work(tx: Transaction) -> Shown | None:
        return await _turned(tx, services, learner, reading_id, None, page)

    return await services.database.write(cause, work)


async def change_level(
    services: Services, cause: Cause[Shown | None], learner: Learner, reading_id: int, level: int
) -> Shown | None:
    """Show the same story at another level, and move the learner's own a little that way."""

    async def work(tx: Transaction) -> Shown | None:
        reading = await readings.by_id(tx, learner.id, reading_id)
        if reading is None or not 0 <= level < len(LEVELS):
            return None
        own = learner.level if learner.level is not None else float(reading.level)
        step = STEP if level > reading.level else -STEP if level < reading.level else 0.0
        await learners.change(tx, learner.id, level=min(max(own + step, 0.0), 5.0))
        return await _turned(tx, services, learner, reading_id, level, 0)

    return await services.database.write(cause, work)


async def _turned(
    tx: Transaction, services: Services, learner: Learner, reading_id: int, level: int | None, page: int
) -> Shown | None:
    reading = await touched(tx, services, learner, reading_id)
    if reading is None:
        return None
    level = reading.level if level is None else level
    last = len(pages(services.library.story(reading.story).versions[level].text)) - 1
    await readings.turn(tx, reading, level, min(max(page, 0), last))
    turned = await readings.by_id(tx, learner.id, reading_id)
    return await show(tx, services.library, learner.id, turned) if turned else None


async def touched(tx: Transaction, services: Services, learner: Learner, reading_id: int) -> Reading | None:
    """Note that the learner did something with the article: it arrived, and it's useful."""
    reading = await readings.by_id(tx, learner.id, reading_id)
    if reading is not None:
        await readings.touch(tx, reading.id, services.clock.now())
        await learners.change(tx, learner.id, articles_ignored=0)
    return reading


async def menu(
    services: Services, cause: Cause[Shown | None], learner: Learner, reading_id: int, mode: Mode
) -> Shown | None:
    """Show the article's ordinary buttons, or one for each of its hard words."""

    async def work(tx: Transaction) -> Shown | None:
        reading = await touched(tx, services, learner, reading_id)
        return await show(tx, services.library, learner.id, reading, mode) if reading else None

    return await services.database.write(cause, work)


async def offer_again(tx: Transaction, library: Library, learner_id: int) -> Shown | None:
    """The story read longest ago that has a version above the one read, at that next level."""
    for reading in await readings.oldest_first(tx, learner_id):
        if reading.level + 1 < len(LEVELS):
            story = library.story(reading.story)
            return Shown(reading, story, story.versions[reading.level + 1])
    return None
