"""The first minute, as it's seen."""

from collections.abc import Sequence

from bot.domain.language import LEVELS
from bot.services import Button, Reply, rows
from bot.storage.messages import About
from bot.texts import Texts
from bot.tutor.start import Arrival
from bot.views import reading, tongues
from bot.views.actions import ChooseLevel, ChooseTongue, ListTongues

UNSURE = -1


def arrived(arrival: Arrival, texts: Texts, edits: int | None, guess: str | None = None) -> Sequence[Reply]:
    """The next step of the first minute; nothing for somebody who is past it."""
    learner = arrival.learner
    if learner.tongue is None:
        return [tongue(texts, guess, edits)]
    if learner.level is None:
        return [level(texts, edits)]
    if arrival.first is None:
        return []
    ready = Reply(texts("start-ready", level=level_name(learner.level)), edits=edits)
    return [ready, reading.shown(arrival.first, texts)]


def invited(replies: Sequence[Reply], texts: Texts) -> Sequence[Reply]:
    """The same, after a word that the invitation isn't forgotten."""
    return [Reply(texts("start-invitation")), *replies]


def tongue(texts: Texts, guess: str | None, edits: int | None) -> Reply:
    """The question for the mother tongue; the guess takes one tap."""
    others = Button(texts("start-tongue-other"), ListTongues().pack())
    if guess is None:
        return tongue_list(None, texts, edits, head="start-welcome")
    buttons = ((Button(tongues.name(guess), ChooseTongue(guess).pack()),), (others,))
    return Reply(texts("start-welcome"), buttons, About("start", 0), edits=edits)


def tongue_list(_: object, texts: Texts, edits: int | None, head: str = "start-tongue-list") -> Reply:
    """All languages to choose from."""
    choices = [Button(name, ChooseTongue(code).pack()) for code, name in tongues.NAMES.items() if code != "en"]
    none = Button(texts("start-tongue-none"), ChooseTongue("").pack())
    return Reply(texts(head), (*rows(*choices, width=3), (none,)), About("start", 0), edits=edits)


def level(texts: Texts, edits: int | None, question: str = "start-level") -> Reply:
    """The question for the level."""
    choices = [Button(name, ChooseLevel(index).pack()) for index, name in enumerate(LEVELS)]
    unsure = Button(texts("start-level-unsure"), ChooseLevel(UNSURE).pack())
    return Reply(texts(question), (*rows(*choices, width=3), (unsure,)), About("start", 0), edits=edits)


def level_name(level: float | None) -> str:
    """The name of the level that a story for this learner has."""
    return "—" if level is None else LEVELS[min(max(round(level), 0), len(LEVELS) - 1)]
