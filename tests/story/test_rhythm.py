"""How often articles come: the rhythm, its slowing down, and the end of the shelf; every skip has a reason."""

from datetime import date

import pytest

from bot.library.stories import Library
from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import answers_all, arrives, settles_in, unasked

WEEK = 7


@pytest.fixture
def shelf(library: Library) -> Library:
    """Six stories, so that the shelf doesn't outlast the test."""
    return Library(library.stories[:6])


@pytest.fixture
async def uninterested(scene: Scene, tom: Pupil, control: Control) -> Pupil:
    """Tom, who has had a first article and touches nothing."""
    await arrives(tom)
    return tom


async def test_every_day_without_an_article_has_its_reason(scene: Scene, uninterested: Pupil, control: Control) -> None:
    await control.forward(days=9)
    entries = await scene.rows("select * from deliveries where kind = 'article' order by local_day")
    days = [entry["local_day"] for entry in entries]
    assert days == list(range(days[0], days[0] + 9))
    assert all(entry["state"] == "sent" or entry["reason"] for entry in entries)
    assert sum("You've read every story" in one.text for one in await uninterested.chat()) == 1


async def test_after_seven_ignored_articles_the_tutor_asks_and_then_comes_on_tuesdays_and_saturdays(
    scene: Scene, uninterested: Pupil, control: Control
) -> None:
    await scene.change("update learners set articles_ignored = 7")
    await control.forward(days=1)
    asked = await uninterested.latest()
    assert "Still useful?" in asked.text
    assert asked.buttons[-3:] == ("Every day", "Twice a week", "Stop")
    await control.forward(days=WEEK)
    later = [date.fromordinal(one["local_day"]).weekday() for one in (await unasked(scene, "article"))[1:]]
    assert later
    assert set(later) <= {1, 5}


@pytest.mark.parametrize(("choice", "count"), [("Every day", 3), ("Twice a week", 1), ("Stop", 0)])
async def test_the_rhythm_is_chosen_by_one_tap(
    scene: Scene, uninterested: Pupil, control: Control, choice: str, count: int
) -> None:
    await scene.change("update learners set articles_ignored = 7")
    await control.forward(days=1)
    await uninterested.taps(choice)
    before = len(await unasked(scene, "article"))
    await control.forward(days=4)
    sent = len(await unasked(scene, "article")) - before
    assert sent >= count
    assert (sent == 0) == (choice == "Stop")


async def test_the_shelf_is_empty_once_and_offers_a_story_one_level_higher(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    await arrives(tom, "B1")
    await control.forward(days=len(scene.library.stories) + 2)
    told = [one for one in await tom.chat() if "You've read every story" in one.text]
    assert len(told) == 1
    assert told[0].buttons == ("Read it at B2",)
    await tom.taps("Read it at B2")
    assert "\nB2 · " in (await tom.latest()).text
    await tom.says("/today")
    assert scene.library.stories[0].versions[3].title in (await tom.latest()).text


async def test_reviews_go_on_when_the_shelf_is_empty(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    for _ in range(len(scene.library.stories) + 14):
        await control.forward(days=1)
        await answers_all(scene, tom)
    last = max(one["local_day"] for one in await unasked(scene, "article"))
    assert max(one["local_day"] for one in await unasked(scene, "review")) > last
