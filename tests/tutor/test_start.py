"""The first minute: three taps at most, to be left and taken up again at any point."""

import pytest

from bot.tutor import people, start
from bot.tutor.reading import Shown
from bot.tutor.words import Explained
from tests.fakes import Told
from tests.tutor.pupil import Pupil


async def test_two_taps_bring_the_first_article_at_the_chosen_level(ana: Pupil) -> None:
    shown = await ana.arrives(3.0)
    learner = await ana.me()
    assert (learner.tongue, learner.level, shown.version.level) == ("es", 3.0, 3)
    assert (await ana.agenda())["article"] is not None


async def test_who_is_not_sure_begins_with_an_easy_story(ana: Pupil) -> None:
    assert (await ana.arrives(None)).version.level == 1


async def test_who_has_none_of_our_languages_goes_on_without_translations(ana: Pupil) -> None:
    await ana.arrives(1.0, tongue="")
    assert (await ana.me()).tongue == ""


async def test_it_goes_on_where_it_stopped(ana: Pupil) -> None:
    arrival = await start.arrive(ana.services, Told(), await ana.me(), "")
    assert (arrival.learner.tongue, arrival.learner.level) == (None, None)
    await start.choose_tongue(ana.services, Told(), await ana.me(), "es")
    arrival = await start.arrive(ana.services, Told(), await ana.me(), "")
    assert (arrival.learner.tongue, arrival.learner.level, arrival.first) == ("es", None, None)


async def test_only_the_first_choice_of_a_level_brings_an_article(ana: Pupil) -> None:
    await ana.arrives(1.0)
    arrival = await start.choose_level(ana.services, Told(), await ana.me(), 4.0)
    assert (arrival.learner.level, arrival.first) == (4.0, None)


@pytest.mark.parametrize("level", [-7.0, 6.0, 99.0])
async def test_a_level_that_there_is_not_is_the_nearest_one(ana: Pupil, level: float) -> None:
    await ana.arrives(level)
    assert (await ana.me()).level in (0.0, 5.0)


async def test_it_can_be_skipped_by_asking_for_a_word_or_an_article(ana: Pupil) -> None:
    assert isinstance(await ana.says("reluctant"), Explained)
    assert isinstance(await ana.reads(), Shown)
    assert (await ana.me()).level is None


async def test_nothing_is_pushed_as_an_article_before_the_level_is_known(ana: Pupil) -> None:
    await start.choose_tongue(ana.services, Told(), await ana.me(), "es")
    assert "article" not in await ana.agenda()


async def test_an_invitation_is_kept_before_and_after_the_first_minute(ana: Pupil) -> None:
    arrival = await start.arrive(ana.services, Told(), await ana.me(), "c_ABC")
    assert arrival.learner.invitation == "c_ABC"
    await ana.arrives()
    assert (await ana.me()).invitation == "c_ABC"
    await start.arrive(ana.services, Told(), await ana.me(), "")
    assert (await ana.me()).invitation == "c_ABC"
    await start.arrive(ana.services, Told(), await ana.me(), "a_7")
    assert (await ana.me()).invitation == "a_7"


async def test_people_are_met_once(ana: Pupil) -> None:
    first = await ana.me()
    again = await people.meet(ana.services, ana.telegram_id, "ar", "ar-EG")
    assert (again.id, again.language, again.zone) == (first.id, "en", "Europe/Madrid")
