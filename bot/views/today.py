"""Today: the article, the words, everything else in two taps."""

from bot.domain.learner import Learner
from bot.services import Button, Reply, rows
from bot.texts import Texts
from bot.tutor.today import Today
from bot.views.actions import BeginReview, ReadNext, ReadToday, ShowBook, ShowSettings


def today(today: Today, texts: Texts, edits: int | None = None) -> Reply:
    """What there is to do today, and the way to the rest."""
    article = texts("today-article", title=today.title) if today.title else texts("today-no-article")
    review = texts("today-review") if today.has_due else texts("today-no-review")
    read = [Button(texts("today-read"), ReadToday().pack())] if today.title else []
    more = [Button(texts("today-another"), ReadNext().pack())] if today.can_go_on else []
    buttons = [
        *read,
        *more,
        Button(texts("today-button-review"), BeginReview().pack()),
        Button(texts("today-button-words"), ShowBook(0).pack()),
        Button(texts("today-button-settings"), ShowSettings().pack()),
    ]
    return Reply("\n".join([texts("today-head"), article, review]), rows(*buttons, width=2), edits=edits)


def help_(_: Learner, texts: Texts, edits: int | None) -> Reply:
    """How it works."""
    return Reply(texts("help"), edits=edits)
