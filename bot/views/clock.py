"""The question for hour and time zone together."""

from datetime import datetime

from bot.domain import calendar
from bot.domain.learner import Learner
from bot.services import Button, Reply, rows
from bot.storage.messages import About
from bot.texts import Texts
from bot.views import times
from bot.views.actions import ChooseHour, ChooseZone, ListHours

HOURS = tuple(hour * 60 for hour in (6, 7, 8, 9, 12, 13, 17, 19, 20, 21))
ABOUT = About("clock", 0)


def question(learner: Learner, texts: Texts, now: datetime) -> Reply:
    """The question, with the likeliest answer first: one tap settles both."""
    language = learner.language
    hour = times.clock(learner.article_minute, language)
    here = times.clock(calendar.minute_of_day(now, learner.zone), language)
    yes = Button(texts("clock-yes", hour=hour), ChooseZone(learner.zone).pack())
    others = [_zone(zone, learner, texts, now) for zone in _others(learner, now)]
    another = Button(texts("clock-hour"), ListHours().pack())
    text = f"{texts('clock-question', hour=hour, now=here)}\n{texts('clock-hint')}"
    return Reply(text, ((yes,), *rows(*others, width=2), (another,)), ABOUT)


def _others(learner: Learner, now: datetime) -> list[str]:
    offered = calendar.offered_zones(learner.tongue or learner.language, now)
    return [zone for zone in offered if zone != learner.zone][:5]


def _zone(zone: str, learner: Learner, texts: Texts, now: datetime) -> Button:
    time = times.clock(calendar.minute_of_day(now, zone), learner.language)
    return Button(texts("clock-zone", time=time, place=times.place(zone)), ChooseZone(zone).pack())


def zones(learner: Learner, texts: Texts, now: datetime, edits: int | None, among: list[str] | None = None) -> Reply:
    """Zones to choose from: the likeliest, or those `among`."""
    choices = among or calendar.offered_zones(learner.tongue or learner.language, now)
    buttons = [_zone(zone, learner, texts, now) for zone in choices]
    return Reply(texts("clock-which" if among else "clock-hint"), rows(*buttons, width=2), ABOUT, edits=edits)


def hours(learner: Learner, texts: Texts, edits: int | None) -> Reply:
    """Hours to choose from."""
    choices = [Button(times.clock(minute, learner.language), ChooseHour(minute).pack()) for minute in HOURS]
    return Reply(texts("clock-hour-question"), rows(*choices, width=5), edits=edits)


def set_(learner: Learner, texts: Texts, edits: int | None) -> Reply:
    """The clock is set."""
    hour = times.clock(learner.article_minute, learner.language)
    return Reply(texts("clock-set", hour=hour), edits=edits)


def unknown(text: str, texts: Texts) -> Reply:
    """Neither a time nor a city."""
    return Reply(texts("clock-unknown", text=text[:40]), about=ABOUT)
