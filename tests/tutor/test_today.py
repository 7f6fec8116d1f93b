"""Today leads on: to today's article, and from there to another story."""

from bot.tutor import today
from bot.tutor.today import Today
from tests.fakes import Told
from tests.tutor.pupil import Pupil


async def now(pupil: Pupil) -> Today:
    return await today.look(pupil.services, Told(), await pupil.me())


async def test_who_has_opened_todays_article_may_go_on_to_another_story(ana: Pupil) -> None:
    first = await ana.arrives()
    assert await now(ana) == Today(first.version.title, has_due=False, can_go_on=True)


async def test_in_the_morning_the_next_story_waits_unopened(ana: Pupil) -> None:
    first = await ana.arrives()
    ana.clock.advance(days=1)
    found = await now(ana)
    assert (found.title != first.version.title, found.can_go_on) == (True, False)


async def test_when_the_shelf_is_empty_a_story_may_be_read_again(ana: Pupil) -> None:
    await ana.arrives()
    for _ in range(7):
        await ana.reads()
    ana.clock.advance(days=1)
    assert await now(ana) == Today("", has_due=False, can_go_on=True)
