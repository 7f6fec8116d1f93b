"""The article, as it's seen: the text with its hard words in bold, their glosses, the source, the buttons."""

import re
from html import escape

from bot.domain.language import LEVELS
from bot.domain.reading import minutes
from bot.library.stories import Gloss
from bot.services import Button, Reply, rows
from bot.storage.messages import About
from bot.texts import Html, Texts
from bot.tutor.reading import ShelfEmpty, Shown
from bot.views.actions import AskQuiz, ChangeLevel, ChooseRhythm, KeepGloss, ListGlosses, ReadAgain, TurnPage


def shown(shown: Shown, texts: Texts, edits: int | None = None) -> Reply:
    """One page of a story."""
    glosses = [gloss for gloss in shown.version.glosses if _stands_in(gloss, _page(shown))]
    source = texts("article-source", licence=shown.story.licence)
    parts = [
        _head(shown, texts),
        bold(_page(shown), shown.version.glosses),
        f"{_glosses(glosses, texts)}\n{source}" if glosses else source,  # a quote has its own space below
        *(texts(line) for line in _lines(shown)),
    ]
    return Reply("\n\n".join(parts), _buttons(shown, texts), About("reading", shown.reading.id), edits=edits)


def found(found: Shown | ShelfEmpty, texts: Texts, edits: int | None = None) -> Reply:
    """A story, or the word that the shelf is empty."""
    return shelf_empty(found, texts, edits) if isinstance(found, ShelfEmpty) else shown(found, texts, edits)


def shelf_empty(empty: ShelfEmpty, texts: Texts, edits: int | None = None) -> Reply:
    """The word that there's no unread story, and what there is instead."""
    text, buttons = texts("article-shelf-empty"), ()
    if empty.offer is None:
        return Reply(text, buttons, edits=edits)
    reading, higher = empty.offer.reading, LEVELS[empty.offer.reading.level + 1]
    before = empty.offer.story.versions[reading.level].title
    offer = texts("article-again", title=before, before=LEVELS[reading.level], level=higher)
    again = Button(texts("article-again-button", level=higher), ReadAgain(reading.id, reading.level + 1).pack())
    return Reply(f"{text}\n\n{offer}", ((again,),), edits=edits)


def bold(text: str, glosses: tuple[Gloss, ...]) -> Html:
    """The text as HTML, the first occurrence of each hard word in bold."""
    safe = escape(text, quote=False)
    for gloss in glosses:
        form = re.escape(escape(gloss.form, quote=False))
        safe = re.sub(rf"(?<![\w<>/]){form}(?![\w>])", lambda met: f"<b>{met.group()}</b>", safe, count=1)
    return Html(safe)


def _page(shown: Shown) -> str:
    return shown.pages[min(shown.reading.page, len(shown.pages) - 1)]


def _stands_in(gloss: Gloss, page: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(gloss.form)}(?!\w)", page) is not None


def _head(shown: Shown, texts: Texts) -> Html:
    pages = len(shown.pages)
    where = texts("article-pages", page=shown.reading.page + 1, pages=pages) if pages > 1 else Html("")
    return texts(
        "article-head",
        title=shown.version.title,
        level=LEVELS[shown.reading.level],
        count=minutes(shown.version.text),
        topic=texts(f"topic-{shown.story.topic}"),
        pages=where,
    )


def _glosses(glosses: list[Gloss], texts: Texts) -> Html:
    """The quote that unfolds: each hard word with its gloss."""
    entries = [f"<b>{_safe(gloss.form)}</b> – {_safe(gloss.definition)}" for gloss in glosses]
    body = "\n".join([texts("article-words", count=len(glosses)), *entries])
    return Html(f"<blockquote expandable>{body}</blockquote>")


def _lines(shown: Shown) -> list[str]:
    if shown.mode == "words":
        return ["article-kept"]
    return [line for line, says in (("article-last", shown.last), ("article-useful", shown.asks_rhythm)) if says]


def _buttons(shown: Shown, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    if shown.mode == "words":
        return _word_buttons(shown, texts)
    reading, level = shown.reading, shown.reading.level
    first = (
        Button(texts("article-keep"), ListGlosses(reading.id, 1).pack()),
        Button(texts("article-questions"), AskQuiz(reading.id, 1).pack()),
    )
    second = [
        Button(texts("article-easier"), ChangeLevel(reading.id, level - 1).pack()) if level > 0 else None,
        _page_button(shown, texts),
        Button(texts("article-harder"), ChangeLevel(reading.id, level + 1).pack()) if level < len(LEVELS) - 1 else None,
    ]
    useful = tuple(
        Button(texts(label), ChooseRhythm(rhythm).pack())
        for label, rhythm in (
            ("article-every-day", "daily"), ("article-twice", "twice"), ("article-stop", "stopped"),
        )
    )  # fmt: skip
    return (first, tuple(button for button in second if button), *((useful,) if shown.asks_rhythm else ()))


def _page_button(shown: Shown, texts: Texts) -> Button | None:
    if len(shown.pages) == 1:
        return None
    following = shown.reading.page + 1
    if following < len(shown.pages):
        return Button(texts("article-read-on"), TurnPage(shown.reading.id, following).pack())
    return Button(texts("article-first-page"), TurnPage(shown.reading.id, 0).pack())


def _word_buttons(shown: Shown, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    words = [
        Button(
            f"{gloss.form} ✓" if gloss.sense in shown.kept else gloss.form,
            KeepGloss(shown.reading.id, number).pack(),
        )
        for number, gloss in enumerate(shown.version.glosses)
    ]
    done = Button(texts("done"), ListGlosses(shown.reading.id, 0).pack())
    return (*rows(*words, width=2), (done,))


def _safe(text: str) -> str:
    return escape(text, quote=False)
