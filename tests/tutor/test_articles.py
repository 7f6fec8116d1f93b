"""Articles unasked: daily while they are welcome, twice a week when nobody taps, none at night or when the shelf is empty."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import reminders
from bot.library.stories import Library
from bot.tutor import reading
from bot.tutor.reading import ShelfEmpty, Shown
from bot.tutor.reminders import Due
from tests.fakes import Told
from tests.tutor.pupil import Pupil

MADRID = ZoneInfo("Europe/Madrid")


async def settles_in(ana: Pupil) -> Shown:
    shown = await ana.arrives()
    return await ana.keeps(shown.reading.id, 0, 1, 2)


async def test_seven_untouched_articles_are_asked_about_and_then_come_twice_a_week(ana: Pupil, shelf: Library) -> None:
    await ana.arrives()
    sent = list(await ana.lives(ana.clock.now() + timedelta(days=5)))
    await ana.services.database.write(None, lambda tx: tx.execute("delete from readings"))  # a longer shelf
    sent += await ana.lives(ana.clock.now() + timedelta(days=14))
    asks = [due.content.asks_rhythm for _, due in sent if isinstance(due.content, Shown)]
    assert asks == [False] * 7 + [True] + [False] * (len(asks) - 8)
    days = [f"{at.astimezone(MADRID):%a}" for at, _ in sent]
    assert days[:8] == "Tue Wed Thu Fri Sat Sun Mon Tue".split()
    assert days[8:] == "Sat Tue Sat".split()
    assert (await ana.me()).article_rhythm == "twice"


async def test_a_tap_on_an_article_keeps_it_daily(ana: Pupil) -> None:
    shown = await ana.arrives()
    for _ in range(9):
        await ana.changes(articles_ignored=reminders.ARTICLES_BEFORE_ASKING)
        await reading.menu(ana.services, Told(), await ana.me(), shown.reading.id, "menu")
        await ana.lives(ana.clock.now() + timedelta(days=1))
    assert (await ana.me()).article_rhythm == "daily"


async def test_the_empty_shelf_is_told_once_and_reviews_go_on(ana: Pupil, shelf: Library) -> None:
    await settles_in(ana)
    sent: list[tuple[datetime, Due]] = []
    for _ in range(14):
        sent += await ana.lives(ana.clock.now() + timedelta(days=1))
        await ana.finishes()
        shown = await ana.rows("select max(id) as id from readings")
        await reading.menu(ana.services, Told(), await ana.me(), shown[0]["id"], "menu")
    articles = [due.content for _, due in sent if due.kind == "article"]
    assert [type(one) for one in articles] == [Shown] * (len(shelf.stories) - 1) + [ShelfEmpty]
    assert sent[-1][1].kind == "review"
    assert ("article", "skipped", "no unread story") in await ana.ledger()


async def test_an_article_that_is_hours_late_does_not_come_at_night(ana: Pupil) -> None:
    await ana.arrives()
    ana.clock.move(datetime(2031, 3, 4, 23, 0, tzinfo=UTC))  # the tutor was down all day; midnight in Madrid
    assert await ana.beat() == []
    assert await ana.ledger() == [("article", "skipped", "too late in the night")]
    ((at, due),) = await ana.lives(ana.clock.now() + timedelta(days=1))
    assert (f"{at.astimezone(MADRID):%a %H:%M}", due.kind) == ("Wed 08:00", "article")


async def test_an_article_that_is_late_by_day_comes_at_once(ana: Pupil) -> None:
    await ana.arrives()
    ana.clock.move(datetime(2031, 3, 4, 15, 0, tzinfo=UTC))
    assert [due.kind for due in await ana.beat()] == ["article"]
