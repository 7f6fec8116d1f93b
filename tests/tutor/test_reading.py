"""The daily article: which story, at which level, page by page, and what of it is kept."""

from datetime import UTC, datetime

import pytest

from bot.library.stories import Library
from bot.tutor import kept, reading, today
from bot.tutor.reading import ShelfEmpty, Shown
from tests.fakes import MONDAY, Told
from tests.tutor.pupil import Pupil


async def all_read(ana: Pupil, shelf: Library, level: float = 1.0) -> None:
    await ana.arrives(level)
    for _ in shelf.stories[1:]:
        ana.clock.advance(minutes=1)
        await ana.reads()


@pytest.mark.parametrize(("level", "version"), [(0.0, 0), (0.49, 0), (0.75, 1), (2.25, 2), (4.75, 5), (5.0, 5), (9, 5)])
def test_the_version_is_the_one_nearest_to_the_learners_level(level: float, version: int) -> None:
    assert reading.version_for(level) == version


async def test_no_story_comes_twice_and_the_last_one_says_so(ana: Pupil, shelf: Library) -> None:
    shown = [await ana.arrives(), *[await ana.reads() for _ in shelf.stories[1:]]]
    assert [one.story.slug for one in shown] == [story.slug for story in shelf.stories]
    assert [one.last for one in shown] == [False] * (len(shown) - 1) + [True]


async def test_an_empty_shelf_offers_the_story_read_longest_ago_one_level_higher(ana: Pupil, shelf: Library) -> None:
    await all_read(ana, shelf)
    empty = await reading.next_story(ana.services, Told(), await ana.me())
    assert isinstance(empty, ShelfEmpty)
    assert empty.offer
    assert (empty.offer.story, empty.offer.version.level) == (shelf.stories[0], 2)
    again = await reading.again(ana.services, Told(), await ana.me(), empty.offer.reading.id, 2)
    assert again
    assert again.version is shelf.stories[0].versions[2]
    ana.clock.advance(days=1)
    empty = await reading.next_story(ana.services, Told(), await ana.me())
    assert isinstance(empty, ShelfEmpty)
    assert empty.offer
    assert empty.offer.story == shelf.stories[1]


async def test_an_empty_shelf_has_nothing_higher_than_the_highest(ana: Pupil, shelf: Library) -> None:
    await all_read(ana, shelf, 5.0)
    assert await reading.next_story(ana.services, Told(), await ana.me()) == ShelfEmpty(None)


async def test_todays_article_stays_the_same_until_the_day_turns(ana: Pupil, shelf: Library) -> None:
    first = await ana.arrives()
    ana.clock.move(datetime(2031, 3, 4, 2, 59, tzinfo=UTC))  # 03:59 in Madrid
    found = await reading.latest(ana.services, Told(), await ana.me())
    assert isinstance(found, Shown)
    assert found.reading.id == first.reading.id
    ana.clock.advance(minutes=1)
    found = await reading.latest(ana.services, Told(), await ana.me())
    assert isinstance(found, Shown)
    assert found.story is shelf.stories[1]


async def test_today_names_the_article_and_whether_words_are_due(ana: Pupil, shelf: Library) -> None:
    shown = await ana.arrives()
    await ana.keeps(shown.reading.id, 0)
    found = await today.look(ana.services, Told(), await ana.me())
    assert (found.title, found.has_due) == (shown.version.title, False)
    ana.clock.advance(days=1)
    found = await today.look(ana.services, Told(), await ana.me())
    assert (found.title, found.has_due) == (shelf.stories[1].versions[1].title, True)


async def test_harder_and_easier_show_the_same_story_and_move_the_own_level_a_little(ana: Pupil) -> None:
    shown = await ana.arrives(2.0)
    harder = await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, 3)
    assert harder
    assert (harder.story, harder.version.level, (await ana.me()).level) == (shown.story, 3, 2.25)
    easier = await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, 2)
    assert easier
    assert (easier.version.level, (await ana.me()).level) == (2, 2.0)


async def test_a_second_tap_on_harder_changes_nothing(ana: Pupil) -> None:
    shown = await ana.arrives(2.0)
    for _ in range(3):
        await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, 3)
    assert (await ana.me()).level == 2.25


@pytest.mark.parametrize(("level", "end"), [(5.0, 5.0), (0.0, 0.0)])
async def test_the_own_level_stays_within_a1_and_c2(ana: Pupil, level: float, end: float) -> None:
    shown = await ana.arrives(level)
    other = 4 if level else 1
    for _ in range(4):
        await ana.changes(level=end)
        await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, other)
        await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, int(level))
        own = (await ana.me()).level
        assert own is not None
        assert 0 <= own <= 5


@pytest.mark.parametrize("level", [-1, 6, 99])
async def test_a_level_that_there_is_not_is_not_shown(ana: Pupil, level: int) -> None:
    shown = await ana.arrives(2.0)
    assert await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, level) is None
    assert await reading.again(ana.services, Told(), await ana.me(), shown.reading.id, level) is None
    assert (await ana.me()).level == 2.0


@pytest.mark.parametrize(("page", "turned"), [(1, 1), (0, 0), (99, 1), (-3, 0)])
async def test_pages_turn_and_end_where_the_story_ends(ana: Pupil, page: int, turned: int) -> None:
    shown = await ana.arrives(5.0)
    assert len(shown.pages) == 2
    after = await reading.turn(ana.services, Told(), await ana.me(), shown.reading.id, page)
    assert after
    assert after.reading.page == turned


async def test_another_level_begins_at_the_first_page(ana: Pupil) -> None:
    shown = await ana.arrives(5.0)
    await reading.turn(ana.services, Told(), await ana.me(), shown.reading.id, 1)
    after = await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, 4)
    assert after
    assert after.reading.page == 0


async def test_a_word_kept_by_tap_is_marked_and_let_go_by_the_next(ana: Pupil) -> None:
    shown = await ana.arrives(1.0)
    gloss = shown.version.glosses[0]
    marked = await ana.keeps(shown.reading.id, 0)
    assert marked.kept == {gloss.sense}
    assert marked.mode == "words"
    (card,) = await ana.cards()
    assert card.sentence in shown.version.text
    assert gloss.form in card.sentence
    assert (await ana.agenda())["review"] is not None
    assert (await ana.keeps(shown.reading.id, 0)).kept == frozenset()
    assert await ana.cards() == []
    assert "review" not in await ana.agenda()


async def test_kept_words_are_still_marked_when_the_article_comes_up_again(ana: Pupil) -> None:
    shown = await ana.arrives(1.0)
    await ana.keeps(shown.reading.id, 0, 1)
    after = await reading.menu(ana.services, Told(), await ana.me(), shown.reading.id, "words")
    assert after
    assert after.kept == {gloss.sense for gloss in shown.version.glosses[:2]}


async def test_there_is_no_such_word_or_article(ana: Pupil) -> None:
    shown = await ana.arrives(1.0)
    assert await kept.toggle(ana.services, Told(), await ana.me(), shown.reading.id, 99) is None
    assert await kept.toggle(ana.services, Told(), await ana.me(), shown.reading.id, -1) is None
    assert await kept.toggle(ana.services, Told(), await ana.me(), 999, 0) is None
    assert await reading.turn(ana.services, Told(), await ana.me(), 999, 0) is None


async def test_nobody_reads_over_anothers_shoulder(ana: Pupil) -> None:
    shown = await ana.arrives(1.0)
    ben = Pupil(ana.services, ana.clock, ana.messenger, 2002)
    number = shown.reading.id
    assert await reading.turn(ana.services, Told(), await ben.me(), number, 0) is None
    assert await reading.change_level(ana.services, Told(), await ben.me(), number, 2) is None
    assert await reading.again(ana.services, Told(), await ben.me(), number, 2) is None
    assert await kept.toggle(ana.services, Told(), await ben.me(), number, 0) is None


async def test_any_tap_on_an_article_shows_that_it_is_useful(ana: Pupil) -> None:
    shown = await ana.arrives(1.0)
    await ana.changes(articles_ignored=5)
    await reading.menu(ana.services, Told(), await ana.me(), shown.reading.id, "words")
    assert (await ana.me()).articles_ignored == 0
    (row,) = await ana.rows("select touched_at from readings")
    assert row["touched_at"] == int(MONDAY.timestamp() * 1_000_000)
