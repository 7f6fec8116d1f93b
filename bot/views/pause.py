"""What can be done about a question besides answering it, and how long a pause can be."""

from dataclasses import replace

from bot.domain.learner import Learner
from bot.services import Button, Reply
from bot.texts import Texts
from bot.tutor.sitting import Standing
from bot.views.actions import ChoosePause, ListPauses, LookUp, Resume, ShowMenu, SuspendAsked
from bot.views.times import day_and_hour

LATER = ("hour", "tonight", "tomorrow")
AWAY = ("monday", "week", "fortnight", "month")


def menu(standing: Standing, texts: Texts, edits: int | None, undoes: int = 0) -> Reply:
    """Later, suspend, away; the message stays the one with live buttons."""
    later = tuple((Button(texts(f"review-later-{length}"), ChoosePause(length).pack()),) for length in LATER)
    suspend = (Button(texts("review-suspend"), SuspendAsked(standing.asked.id).pack()),)
    away = (Button(texts("review-away"), ListPauses().pack()),)
    back = (Button(texts("back"), ShowMenu(standing.asked.id, 0, undoes).pack()),)
    return Reply(texts("review-menu"), (*later, suspend, away, back), edits=edits)


def lengths(_: Learner, texts: Texts, edits: int | None) -> Reply:
    """How long to be away."""
    choices = tuple((Button(texts(f"pause-{length}"), ChoosePause(length).pack()),) for length in AWAY)
    return Reply(texts("pause-question"), choices, edits=edits)


def offered(word: str, learner: Learner, texts: Texts) -> Reply:
    """A pause, for a word that asks for one; or its meaning, if that was meant."""
    pauses = lengths(learner, texts, None)
    meaning = Button(texts("review-aside-word"), LookUp(word).pack())
    return replace(pauses, buttons=(*pauses.buttons, (meaning,)))


def paused(learner: Learner, texts: Texts, edits: int | None) -> Reply:
    """Until when it's quiet."""
    until = day_and_hour(learner.paused_until, learner.zone, learner.language)
    resume = Button(texts("pause-resume"), Resume().pack())
    return Reply(texts("pause-set", until=until), ((resume,),), edits=edits)


def resumed(_: Learner, texts: Texts, edits: int | None) -> Reply:
    """Back again."""
    return Reply(texts("pause-over"), edits=edits)
