"""The settings, as they're seen: each one a button that shows its value."""

from dataclasses import replace
from datetime import datetime

from bot.domain.language import LEVELS
from bot.domain.learner import Learner
from bot.services import Button, Reply, rows
from bot.texts import LANGUAGES, Texts
from bot.views import clock, start, times, tongues
from bot.views.actions import AskSetting, ChangeSetting, ListPauses, Resume, ShowSettings
from bot.views.review import MINUTES
from bot.views.start import level_name

RHYTHMS = ("daily", "twice", "stopped")


def settings(learner: Learner, texts: Texts, edits: int | None = None) -> Reply:
    """All settings."""
    values = {
        "language": tongues.name(learner.language),
        "tongue": tongues.name(learner.tongue),
        "level": level_name(learner.level),
        "zone": times.place(learner.zone),
        "hour": times.clock(learner.article_minute, learner.language),
        "rhythm": texts(f"rhythm-{learner.article_rhythm}"),
        "minutes": str(learner.minutes or 5),
    }
    buttons = [
        Button(texts(f"settings-{name}", value=value), AskSetting(name).pack()) for name, value in values.items()
    ]
    until = times.day_and_hour(learner.paused_until, learner.zone, learner.language)
    pause = ListPauses().pack() if learner.paused_until is None else Resume().pack()
    buttons.append(Button(texts("settings-pause", value=until or texts("off")), pause))
    return Reply(texts("settings-head"), rows(*buttons, width=1), edits=edits)


def ask(name: str, learner: Learner, texts: Texts, now: datetime, edits: int | None) -> Reply:
    """The choices of one setting, and the way back; all settings again for one that there isn't."""
    asked = _asked(name, learner, texts, now, edits)
    if asked is None:
        return settings(learner, texts, edits)
    back = Button(texts("back"), ShowSettings().pack())
    return replace(asked, buttons=(*asked.buttons, (back,)))


def _asked(name: str, learner: Learner, texts: Texts, now: datetime, edits: int | None) -> Reply | None:
    if name == "zone":
        return clock.zones(learner, texts, now, edits)
    if name == "tongue":
        return start.tongue_list(learner, texts, edits)
    if name == "hour":
        return clock.hours(learner, texts, edits)
    choices = _choices_of(name, texts)
    return _list(name, choices, texts, edits) if choices else None


QUESTIONS = {
    "level": "settings-level-question",
    "language": "settings-language-question",
    "rhythm": "settings-rhythm-question",
    "minutes": "review-minutes",
}


def _choices_of(name: str, texts: Texts) -> list[tuple[str, str]]:
    """The values of a setting with their labels."""
    lists: dict[str, list[tuple[str, str]]] = {
        "level": [(str(index), level) for index, level in enumerate(LEVELS)],
        "language": [(code, tongues.name(code)) for code in LANGUAGES],
        "rhythm": [(one, texts(f"rhythm-{one}")) for one in RHYTHMS],
        "minutes": [(str(count), str(count)) for count in MINUTES],
    }
    return lists.get(name, [])


def _list(name: str, choices: list[tuple[str, str]], texts: Texts, edits: int | None) -> Reply:
    buttons = [Button(label, ChangeSetting(name, value).pack()) for value, label in choices]
    return Reply(texts(QUESTIONS[name]), rows(*buttons, width=3), edits=edits)


def changed(name: str, learner: Learner, texts: Texts, edits: int | None) -> Reply:
    """All settings after a change; only a word of thanks for the minutes, which are asked at the end of a sitting."""
    if name == "minutes":
        return Reply(texts("review-minutes-set", count=learner.minutes or 0), edits=edits)
    return settings(learner, texts, edits)


def rhythm(learner: Learner, texts: Texts, edits: int | None) -> Reply:
    """How often articles come now."""
    return Reply(texts(f"article-rhythm-{learner.article_rhythm}"), edits=edits)
