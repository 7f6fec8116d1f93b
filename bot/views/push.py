"""What is sent unasked, as it's seen."""

from bot.domain import reminders
from bot.services import Reply
from bot.storage.questions import Asked
from bot.texts import Texts
from bot.tutor.reading import ShelfEmpty, Shown
from bot.tutor.reminders import Due
from bot.views import reading, review


def push(due: Due, texts: Texts) -> Reply:
    """The message; always a new one, since an edit notifies nobody."""
    match due.content:
        case Asked():
            is_smaller = reminders.tone(due.learner.pushes_ignored) != "usual"
            return review.push(due.content, texts, is_smaller=is_smaller, replaces=due.replaces)
        case Shown():
            return reading.shown(due.content, texts)
        case ShelfEmpty():
            return reading.shelf_empty(due.content, texts)
    return review.farewell(texts, due.replaces)
