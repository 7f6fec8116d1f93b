"""Replies to free text, as they're seen."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain.learner import Learner
from bot.services import Button, Reply
from bot.texts import Texts
from bot.tutor.review import Marked
from bot.tutor.talk import Aside, Heard, Nearly, Places, Puzzled, Rest, Several
from bot.tutor.words import Explained, Unknown
from bot.views import clock, pause, review, word
from bot.views.actions import LookUp, TakeAside

LONG = 60
NAMED = 44
"""Bytes of a text that the buttons under it can carry."""

WORD = 15
"""Characters of a text that may be a single word, in any script short enough for a button's action."""


def heard(
    heard: Heard, learner: Learner, texts: Texts, now: datetime, edits: int | None = None
) -> Reply | Sequence[Reply]:
    """What became of a text."""
    match heard:
        case Several():
            return [_word(one, texts, None) for one in heard.words]
        case Explained() | Unknown():
            return _word(heard, texts, edits)
        case Places() | Rest():
            return _asked_for(heard, learner, texts, now)
        case Puzzled():
            return _puzzled(heard, texts)
    return _answered(heard, texts, edits)


def _word(found: Explained | Unknown, texts: Texts, edits: int | None) -> Reply:
    return word.explained(found, texts, edits) if isinstance(found, Explained) else word.unknown(found, texts, edits)


def _answered(heard: Marked | Nearly | Aside, texts: Texts, edits: int | None) -> Reply:
    match heard:
        case Marked():
            return review.marked(heard, texts, edits)
        case Nearly():
            return review.nearly(heard.asked, heard.mark, texts)
        case Aside():
            return _aside(heard, texts)


def _asked_for(heard: Places | Rest, learner: Learner, texts: Texts, now: datetime) -> Reply:
    if isinstance(heard, Rest):
        return pause.offered(heard.word, learner, texts)
    if not heard.zones:
        return clock.unknown(heard.text, texts)
    return clock.zones(learner, texts, now, None, among=list(heard.zones))


def _aside(aside: Aside, texts: Texts) -> Reply:
    text = aside.text if len(aside.text.encode()) <= NAMED else ""
    buttons = (
        Button(texts("review-aside-answer"), TakeAside(aside.asked.id, 1, text).pack()),
        Button(texts("review-aside-word"), TakeAside(aside.asked.id, 0, text).pack()),
    )
    return Reply(texts("review-aside", text=aside.text[:LONG]), (buttons,))


def _puzzled(puzzled: Puzzled, texts: Texts) -> Reply:
    if puzzled.asks == "chat" and len(puzzled.text) > WORD:
        return Reply(texts("puzzled-chat"))
    if puzzled.asks == "chat":
        meaning = Button(texts("review-aside-word"), LookUp(puzzled.text.strip()).pack())
        return Reply(texts("puzzled-chat"), ((meaning,),))
    if puzzled.asks:
        return Reply(texts(f"puzzled-{puzzled.asks}"))
    return Reply(texts("puzzled-long" if len(puzzled.text) > LONG else "puzzled"))


def unreadable(_: Learner, texts: Texts, edits: int | None) -> Reply:
    """Only text is understood so far."""
    return Reply(texts("puzzled-media"), edits=edits)


def sorry(number: int) -> Callable[[Learner, Texts, int | None], Reply]:
    """The kind word after an error, with the number under which it's logged."""

    def view(_: Learner, texts: Texts, edits: int | None) -> Reply:
        return Reply(texts("error", id=str(number)), edits=edits)

    return view
