"""When a learner is thought of next: the earliest of what is planned, on their own clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.library.stories import Library
from bot.tutor import agenda, people, settings
from bot.tutor.reading import Shown
from tests.fakes import Told
from tests.tutor.pupil import Pupil

MADRID = ZoneInfo("Europe/Madrid")


def local(at: datetime | None, zone: ZoneInfo = MADRID) -> str:
    assert at
    return at.astimezone(zone).strftime("%a %H:%M")


async def replan(ana: Pupil) -> None:
    learner, now = await ana.me(), ana.clock.now()
    await ana.services.database.write(None, lambda tx: agenda.replan(tx, learner.id, now))


async def test_the_earliest_of_the_agenda_wakes(ana: Pupil) -> None:
    assert await ana.agenda() == {"wake": None}
    await ana.looks_up("reluctant")
    planned = await ana.agenda()
    assert planned["wake"] == planned["review"]
    await ana.arrives()
    planned = await ana.agenda()
    assert planned["article"] == planned["wake"]
    assert planned["article"] < planned["review"]  # type: ignore[operator]


async def test_the_next_article_comes_tomorrow_even_to_early_birds(ana: Pupil) -> None:
    ana.clock.move(datetime(2031, 3, 4, 4, 30, tzinfo=UTC))  # 05:30 in Madrid, before the article's hour
    await ana.arrives()
    assert local((await ana.agenda())["article"]) == "Wed 08:00"


async def test_a_later_hour_on_the_first_day_means_tomorrow_too(ana: Pupil) -> None:
    await ana.arrives()
    await settings.change(ana.services, Told(), await ana.me(), article_minute=20 * 60)
    assert local((await ana.agenda())["article"]) == "Tue 20:00"


@pytest.mark.parametrize("minute", [0, 240, 241, 480, 1439])
async def test_an_article_comes_every_day_whatever_the_hour(ana: Pupil, minute: int) -> None:
    await ana.arrives()
    await ana.changes(article_minute=minute, zone="UTC")
    await replan(ana)
    ana.clock.move(datetime(2031, 3, 4, 4, 0, tzinfo=UTC))
    await replan(ana)
    sent = await ana.lives(ana.clock.now() + timedelta(days=5))
    assert len({at.toordinal() for at, due in sent}) == len(sent) >= 4


async def test_a_week_has_seven_articles_at_eight_over_the_change_to_summer_time(ana: Pupil) -> None:
    ana.clock.move(datetime(2031, 3, 26, 14, 0, tzinfo=UTC))  # the clocks change on Sunday the 30th
    await ana.arrives()
    sent = await ana.lives(ana.clock.now() + timedelta(days=7))
    assert [local(at) for at, _ in sent] == [f"{day} 08:00" for day in "Thu Fri Sat Sun Mon Tue Wed".split()]


async def test_a_week_has_seven_articles_over_the_change_to_winter_time(ana: Pupil) -> None:
    ana.clock.move(datetime(2031, 10, 23, 14, 0, tzinfo=UTC))  # the clocks change on Sunday the 26th
    await ana.arrives()
    sent = await ana.lives(ana.clock.now() + timedelta(days=7))
    assert [local(at) for at, _ in sent] == [f"{day} 08:00" for day in "Fri Sat Sun Mon Tue Wed Thu".split()]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati", "Asia/Kolkata"])
async def test_who_travels_gets_no_article_twice_on_a_local_day(ana: Pupil, zone: str) -> None:
    await ana.arrives()
    sent = list(await ana.lives(ana.clock.now() + timedelta(days=2)))
    await settings.change(ana.services, Told(), await ana.me(), zone=zone)
    planned = (await ana.agenda())["article"]
    assert planned
    assert planned.astimezone(ZoneInfo(zone)).strftime("%H:%M") == "08:00"
    sent += await ana.lives(ana.clock.now() + timedelta(days=3))
    days = await ana.rows("select local_day from deliveries where kind = 'article' and state = 'sent'")
    assert len({row["local_day"] for row in days}) == len(days) == len(sent) >= 4


async def test_twice_a_week_is_tuesday_and_saturday(ana: Pupil) -> None:
    await ana.arrives()
    await settings.change(ana.services, Told(), await ana.me(), article_rhythm="twice")
    sent = await ana.lives(ana.clock.now() + timedelta(days=14))
    assert [local(at)[:3] for at, _ in sent] == ["Tue", "Sat", "Tue", "Sat"]


async def test_stopped_is_stopped(ana: Pupil) -> None:
    await ana.arrives()
    await settings.change(ana.services, Told(), await ana.me(), article_rhythm="stopped")
    assert await ana.agenda() == {"wake": None}
    await settings.change(ana.services, Told(), await ana.me(), article_rhythm="daily")
    assert local((await ana.agenda())["article"]) == "Tue 08:00"


async def test_todays_article_fetched_by_hand_is_todays_article(ana: Pupil, shelf: Library) -> None:
    await ana.arrives()
    ana.clock.move(datetime(2031, 3, 4, 6, 0, tzinfo=UTC))  # 07:00 in Madrid
    assert isinstance(await ana.reads(), Shown)
    sent = await ana.lives(ana.clock.now() + timedelta(days=1))
    assert sent == []
    assert await ana.ledger() == [("article", "skipped", "had today's article")]
    assert local((await ana.agenda())["article"]) == "Wed 08:00"


async def test_who_blocked_the_tutor_is_not_thought_of_and_nothing_is_forgotten(ana: Pupil) -> None:
    shown = await ana.arrives()
    await ana.keeps(shown.reading.id, 0)
    await people.blocked(ana.services, ana.telegram_id)
    assert (await ana.agenda())["wake"] is None
    await ana.looks_up("reluctant")
    await replan(ana)
    assert (await ana.agenda())["wake"] is None
    assert await ana.lives(ana.clock.now() + timedelta(days=3)) == []
    assert len(await ana.cards()) == 2


async def test_who_comes_back_at_night_is_written_to_in_the_morning(ana: Pupil) -> None:
    await ana.arrives()
    await people.blocked(ana.services, ana.telegram_id)
    ana.clock.move(datetime(2031, 3, 8, 1, 30, tzinfo=UTC))
    await people.returned(ana.services, ana.telegram_id)
    assert (await ana.me()).blocked_at is None
    assert local((await ana.agenda())["wake"]) == "Sat 08:00"


async def test_coming_back_without_having_left_changes_nothing(ana: Pupil) -> None:
    await ana.arrives()
    before = await ana.agenda()
    await people.returned(ana.services, ana.telegram_id)
    await people.returned(ana.services, 424242)
    await people.blocked(ana.services, 424242)
    assert await ana.agenda() == before


async def test_a_pause_that_ends_at_the_articles_hour_brings_that_very_article(ana: Pupil) -> None:
    await ana.arrives()
    ana.clock.advance(days=1)
    paused = await settings.pause(ana.services, Told(), await ana.me(), "tomorrow")
    assert (await ana.agenda())["article"] == paused.paused_until
