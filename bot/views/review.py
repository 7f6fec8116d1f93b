"""Review questions and their verdicts, as they're seen."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from bot.domain.marking import Mark, Verdict
from bot.services import Button, Reply
from bot.storage.messages import About
from bot.storage.questions import Asked
from bot.texts import Html, Texts
from bot.tutor.review import Ending, Marked, Opened
from bot.tutor.sitting import Idle, Standing, Suspended
from bot.views.actions import BeginReview, ChangeSetting, ChooseOption, GoOn, Resume, ShowMenu, Undo
from bot.views.options import options

MINUTES = (5, 10, 20)
LONGEST_ANSWER = 200
"""Characters of an answer that are shown again under the verdict."""

Rows = tuple[tuple[Button, ...], ...]


def question(
    asked: Asked,
    texts: Texts,
    *,
    above: Sequence[str] = (),
    undoes: int | None = None,
    edits: int | None = None,
    deletes: tuple[int, ...] = (),
    silent: bool = True,
) -> Reply:
    """A question; `above` is what stands over it (the verdict on the one before)."""
    listed, buttons = options(asked.item.options, lambda index: ChooseOption(asked.id, index))
    last = ((*((_undo(undoes, texts),) if undoes else ()), _menu(asked.id, undoes or 0)),)
    text = "\n\n".join([*above, *_body(asked, texts), *listed])
    return Reply(text, (*buttons, *last), About("question", asked.id), edits=edits, deletes=deletes, silent=silent)


def _body(asked: Asked, texts: Texts) -> Sequence[str]:
    item = asked.item
    if item.format == "meaning":
        return [texts("review-meaning", word=item.stem)]
    clue = [texts("review-clue", hint=item.hint)] if item.hint else []
    return [texts(f"review-{item.prompt}"), f"<b>{escape(item.stem, quote=False)}</b>", *clue]


def begun(found: Opened | Idle, texts: Texts, edits: int | None) -> Reply:
    """The first question of a sitting, in place of the message that showed it before; or why there's none."""
    if isinstance(found, Idle):
        return idle(found, texts, edits)
    deletes = (found.asked.message_id,) if found.asked.message_id else ()
    return question(found.asked, texts, edits=edits, deletes=deletes)


def reopened(opened: Opened, texts: Texts, edits: int | None) -> Reply:
    """The question again, after an undo."""
    return question(opened.asked, texts, edits=edits)


def push(asked: Asked, texts: Texts, *, is_smaller: bool, replaces: int | None) -> Reply:
    """The question as an unasked message: it makes a sound, and takes the place of the one before."""
    above = [texts("review-two")] if is_smaller else []
    shown = question(asked, texts, above=above, deletes=(replaces,) if replaces else (), silent=False)
    return replace(shown, remains=texts("review-replaced"))


def farewell(texts: Texts, replaces: int | None) -> Reply:
    """The last word to somebody who doesn't answer."""
    back = Button(texts("review-back"), Resume().pack())
    deletes = (replaces,) if replaces else ()
    return Reply(texts("review-farewell"), ((back,),), deletes=deletes, remains=texts("review-replaced"))


def marked(marked: Marked, texts: Texts, edits: int | None) -> Reply:
    """The verdict, with what comes next. A tap edits its message; a typed answer gets a new one at the bottom."""
    above = verdict(marked, texts)
    shown = marked.asked.message_id
    deletes = () if shown in (None, edits) else (shown,)
    undone = marked.asked.id
    if marked.next is not None:
        return question(marked.next, texts, above=above, undoes=undone, edits=edits, deletes=deletes)
    buttons: Rows = ((_undo(undone, texts), _menu(undone)),)
    about = About("verdict", undone)
    if marked.ending is not None:
        text = "\n\n".join([*above, *ending(marked.ending, texts)])
        return Reply(text, (*_minutes(marked.ending), *buttons), about, edits=edits, deletes=deletes, silent=True)
    onward = (Button(texts("next"), GoOn(undone).pack()),)
    return Reply("\n\n".join(above), (onward, *buttons), about, edits=edits, deletes=deletes, silent=True)


def onward(marked: Marked, texts: Texts, edits: int | None) -> Reply:
    """After [Next]: the next question, or the end."""
    return _next_or_end(marked.next, marked.ending, [], marked.asked.id, texts, edits)


def suspended(done: Suspended, texts: Texts, edits: int | None) -> Reply:
    """The word that a card rests now, and what comes next."""
    return _next_or_end(done.next, done.ending, [texts("review-suspended", word=done.lemma)], None, texts, edits)


def _next_or_end(
    following: Asked | None,
    end: Ending | None,
    above: Sequence[str],
    undoes: int | None,
    texts: Texts,
    edits: int | None,
) -> Reply:
    if following is not None:
        return question(following, texts, above=above, undoes=undoes, edits=edits)
    lines = [*above, *ending(end, texts)] if end else above
    undo = ((_undo(undoes, texts), _menu(undoes)),) if undoes else ()
    return Reply("\n\n".join(lines), (*(_minutes(end) if end else ()), *undo), edits=edits)


def standing(standing: Standing, texts: Texts, edits: int | None, undoes: int = 0) -> Reply:
    """Back from the menu: the open question, with the answer that can be undone; or the verdict that was shown."""
    asked, current = standing.asked, standing.current
    if current is not None:
        before = undoes or (asked.id if current.id != asked.id else None)
        return question(current, texts, undoes=before, edits=edits)
    verdict: Verdict = "right" if asked.verdict == "right" else "wrong"
    return marked(Marked(asked, Mark(verdict)), texts, edits)


def verdict(marked: Marked, texts: Texts) -> Sequence[str]:
    """Right in a line; wrong with the right answer in its whole sentence."""
    item = marked.asked.item
    word = _word(marked.asked)
    if marked.mark.verdict == "right":
        return [texts("review-right", key=word)]
    told = [texts("review-wrong", key=word)]
    if marked.asked.answer:
        told.append(texts("review-yours", answer=shorten(marked.asked.answer, LONGEST_ANSWER)))
    lines = [" ".join(told) if not marked.asked.answer else "\n".join(told)]
    return [*lines, texts("word-where", sentence=item.sentence)] if item.sentence else lines


def shorten(text: str, limit: int) -> str:
    """The text, cut where it's longer than that."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _word(asked: Asked) -> Html:
    """The word in bold, and what it stands for: "reluctant – not willing"."""
    item = asked.item
    if item.format == "meaning":
        return Html(f"<b>{escape(item.stem, quote=False)}</b> – {escape(item.key, quote=False)}")
    return Html(f"<b>{escape(item.key, quote=False)}</b>")


def ending(ending: Ending, texts: Texts) -> Sequence[Html]:
    """What the sitting came to, in a line."""
    lines = [texts("review-end", asked=ending.asked, recalled=ending.recalled)]
    if ending.again_on is not None:
        lines.append(texts("review-end-next", when=texts("days", count=max(ending.again_on - ending.today, 0))))
    if ending.asks_minutes:
        lines.append(texts("review-minutes"))
    return [Html(" ".join(lines))]


def _minutes(ending: Ending) -> Rows:
    if not ending.asks_minutes:
        return ()
    return (tuple(Button(str(count), ChangeSetting("minutes", str(count)).pack()) for count in MINUTES),)


def idle(idle: Idle, texts: Texts, edits: int | None = None) -> Reply:
    """Why there is nothing to ask."""
    if idle.is_empty:
        return Reply(texts("review-empty"), edits=edits)
    if idle.again_on is None or idle.again_on <= idle.today:
        return Reply(texts("review-idle-none"), edits=edits)
    return Reply(texts("review-idle", when=texts("days", count=idle.again_on - idle.today)), edits=edits)


def nearly(asked: Asked, mark: Mark, texts: Texts) -> Reply:
    """The question once more, with a hint; it moves to the bottom, above the keyboard."""
    above = [texts(f"review-nearly-{mark.reason}")]
    if mark.hint:
        above.append(texts("review-nearly-hint", hint=mark.hint))
    deletes = (asked.message_id,) if asked.message_id else ()
    return question(asked, texts, above=["\n".join(above)], deletes=deletes)


def begin_button(texts: Texts) -> Button:
    """The button that begins a sitting."""
    return Button(texts("today-button-review"), BeginReview().pack())


def _undo(question_id: int, texts: Texts) -> Button:
    return Button(texts("undo"), Undo(question_id).pack())


def _menu(question_id: int, undoes: int = 0) -> Button:
    return Button("⋯", ShowMenu(question_id, 1, undoes).pack())
