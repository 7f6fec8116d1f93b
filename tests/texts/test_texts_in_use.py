"""Every text is used, whatever is used is there, and no words stand in the code."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import pytest

from bot.domain.language import PartOfSpeech
from bot.domain.wording import columns
from bot.library.stories import Topic
from bot.texts import LANGUAGES, texts
from bot.views.pause import AWAY, LATER
from bot.views.settings import RHYTHMS
from handlers.routes import MENU
from tests.texts.catalogue import TAG, messages, plain

ROOT = Path(__file__).parents[2]
VIEWS = sorted((ROOT / "bot/views").rglob("*.py"))
HANDLERS = sorted((ROOT / "handlers").rglob("*.py"))
CODE = [*VIEWS, *HANDLERS, *sorted((ROOT / "scheduler").rglob("*.py")), ROOT / "bot/app.py"]
SPEAKERS = {"texts", "text", "spoken", "spoken_by"}
"""What the code calls a language's texts."""

DYNAMIC: dict[str, Sequence[str]] = {
    "article-rhythm-": RHYTHMS,
    "command-": MENU,
    "pause-": AWAY,
    "pos-": get_args(PartOfSpeech),
    "puzzled-": ("difference", "reverse", "say"),
    "review-": ("gap", "word", "cloze", "typed"),
    "review-later-": LATER,
    "review-nearly-": ("typo", "form", "synonym"),
    "rhythm-": RHYTHMS,
    "settings-": ("language", "tongue", "level", "zone", "hour", "rhythm", "minutes"),
    "topic-": get_args(Topic),
}
"""Ids that the code puts together: how they begin, and how they may go on."""

THREE_IN_A_ROW = [
    "article-easier", "article-read-on", "article-first-page", "article-harder",
    "article-every-day", "article-twice", "article-stop",
    *(f"rhythm-{rhythm}" for rhythm in RHYTHMS),
]  # fmt: skip
CHOSEN = ["undo", "word-saved", "book-suspend", "book-unsuspend"]
"""Labels of buttons that the code chooses before it makes the button."""

FORMATS = {"times", "tongues"}
"""Views that hold the CLDR's patterns, and languages by their own names."""

SHOWN = {"text", "label", "toast", "remains"}

VALUES = {"hour": "20:00", "time": "20:00", "place": "Buenos Aires", "level": "B2"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(within: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(within):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def strings(within: ast.AST) -> Iterator[str]:
    """What stands in quotes, without docstrings and what is said to programmers only."""
    silent = {id(node) for part in ast.walk(within) if _is_for_programmers(part) for node in ast.walk(part)}
    for node in ast.walk(within):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def _is_for_programmers(part: ast.AST) -> bool:
    return isinstance(part, ast.Raise) or (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))


def ids(argument: ast.expr) -> Iterator[str]:
    """The ids that the first argument of `texts(…)` stands for; none for a name, whose values stand elsewhere."""
    if isinstance(argument, ast.JoinedStr):
        begin = argument.values[0]
        assert isinstance(begin, ast.Constant)
        assert isinstance(begin.value, str)
        yield from (begin.value + end for end in DYNAMIC[begin.value])
    elif not isinstance(argument, ast.Name):
        yield from strings(argument)


def used() -> set[str]:
    direct = {key for path in CODE for call in calls(tree(path), SPEAKERS) for key in ids(call.args[0])}
    named = {found for path in CODE for found in strings(tree(path)) if re.fullmatch(r"[a-z]+(-[a-z]+)+", found)}
    within = {other for parts in messages("en").values() for other in parts.references}
    return direct | named | within


def labels() -> set[str]:
    made = {
        key
        for path in VIEWS
        for button in calls(tree(path), {"Button"})
        for call in calls(button.args[0], SPEAKERS)
        for key in ids(call.args[0])
    }
    return made | set(THREE_IN_A_ROW) | set(CHOSEN)


def test_every_text_is_used() -> None:
    assert set(messages("en")) - used() == set()


def test_every_text_that_is_used_is_there() -> None:
    assert used() - set(messages("en")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(labels()))
def test_a_label_is_plain_and_fits_its_button(language: str, key: str) -> None:
    names = messages("en")[key].variables
    label = texts(language)(key, **{name: VALUES.get(name, "20:00") for name in names})
    limit = 14 if key in THREE_IN_A_ROW else 24
    assert not re.search("[<>&\n]", label)
    assert columns(plain(label)) <= limit


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [f"command-{name}" for name in MENU])
def test_a_line_of_the_menu_is_plain_and_short(language: str, key: str) -> None:
    line = texts(language)(key)
    assert line == plain(line)
    assert columns(line) <= 40


@pytest.mark.parametrize("path", [path for path in VIEWS if path.stem not in FORMATS], ids=lambda path: path.name)
def test_views_have_no_words_of_their_own(path: Path) -> None:
    assert [found for found in strings(tree(path)) if re.search(r"[^\W\d_]+ +[^\W\d_]+", TAG.sub("", found))] == []


@pytest.mark.parametrize("path", [*VIEWS, *HANDLERS], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_is_said_but_texts(path: Path) -> None:
    """What `Reply` and `Button` are given to show has letters only in the ids of texts."""
    for call in calls(tree(path), {"Reply", "Button"}):
        for shown in [*call.args[:1], *(word.value for word in call.keywords if word.arg in SHOWN)]:
            known = [key for spoken in calls(shown, SPEAKERS) for key in strings(spoken)]
            others = [TAG.sub("", found) for found in strings(shown) if found not in known]
            assert [found for found in others if re.search(r"[^\W\d_]", found)] == []
