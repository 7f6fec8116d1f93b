"""The vocab book, as it's seen."""

from html import escape

from bot.domain.memory import recall, strength
from bot.services import Button, Reply, rows
from bot.storage.cards import Card
from bot.storage.messages import About
from bot.texts import Texts
from bot.tutor.book import Entry, Page
from bot.views import times
from bot.views.actions import DeleteEntry, ShowBook, ShowEntry, SuspendEntry

BLOCKS = 5
SIGHTINGS = 3


def page(page: Page, texts: Texts, edits: int | None = None) -> Reply:
    """A page of the book: a line and a button for each word."""
    if not page.total:
        return Reply(texts("book-empty"), edits=edits)
    head: str = texts("book-head", total=page.total)
    if page.pages > 1:
        head += "  " + texts("book-page", page=page.number + 1, pages=page.pages)
    lines = [f"{bar(card, page.today)}  {escape(card.lemma, quote=False)}" for card in page.cards]
    words = [Button(card.lemma, ShowEntry(card.id, page.number).pack()) for card in page.cards]
    body = "\n".join(lines)
    return Reply(f"{head}\n\n{body}", (*rows(*words, width=2), *_turns(page)), edits=edits)


def _turns(page: Page) -> tuple[tuple[Button, ...], ...]:
    before = [Button("‹", ShowBook(page.number - 1).pack())] if page.number else []
    after = [Button("›", ShowBook(page.number + 1).pack())] if page.number + 1 < page.pages else []
    return ((*before, *after),) if before or after else ()


def bar(card: Card, today: int) -> str:
    """How strong the memory is: five blocks, all hollow before the first answer."""
    full = strength(card.memory, today)
    return "▰" * full + "▱" * (BLOCKS - full)


def entry(entry: Entry, texts: Texts, edits: int | None) -> Reply:
    """One card: meaning, strength, next question, where it was met."""
    card = entry.card
    if card.deleted_at is not None:
        undo = Button(texts("undo"), DeleteEntry(card.id, entry.page, 0).pack())
        return Reply(texts("book-deleted", word=card.lemma), ((undo, _back(entry, texts)),), edits=edits)
    text = "\n".join([_head(entry), "", *_state(entry, texts), "", *_sightings(entry, texts)])
    return Reply(text, _buttons(entry, texts), About("card", card.id), edits=edits)


def _head(entry: Entry) -> str:
    meaning = entry.card.meaning or entry.sense.definition
    translation = ", ".join(entry.sense.translations.get(entry.learner.tongue or "", ()))
    lines = [f"<b>{escape(entry.card.lemma, quote=False)}</b>", escape(meaning, quote=False)]
    return "\n".join([*lines, f"<i>{escape(translation, quote=False)}</i>"] if translation else lines)


def _state(entry: Entry, texts: Texts) -> list[str]:
    card = entry.card
    if card.memory is None:
        state = f"{bar(card, entry.today)} {texts('book-never')}"
    else:
        percent = round(100 * recall(card.memory, entry.today))
        state = texts("book-strength", bar=bar(card, entry.today), percent=percent)
    if card.suspended:
        return [state, texts("book-paused")]
    due_on = card.memory.due_on if card.memory else card.saved_on + 1
    return [state, texts("book-next", when=texts("days", count=max(due_on - entry.today, 0)))]


def _sightings(entry: Entry, texts: Texts) -> list[str]:
    lines = [texts("book-sightings", count=len(entry.sightings))]
    for sighting in entry.sightings[:SIGHTINGS]:
        date = times.day(sighting.seen_on, entry.learner.language)
        key = "book-sighting" if sighting.sentence else "book-sighting-alone"
        lines.append(texts(key, date=date, sentence=sighting.sentence))
    return [str(line) for line in lines]


def _buttons(entry: Entry, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    card, page = entry.card, entry.page
    label = "book-unsuspend" if card.suspended else "book-suspend"
    suspend = Button(texts(label), SuspendEntry(card.id, page, int(not card.suspended)).pack())
    delete = Button(texts("book-delete"), DeleteEntry(card.id, page, 1).pack())
    return ((suspend, delete), (_back(entry, texts),))


def _back(entry: Entry, texts: Texts) -> Button:
    return Button(texts("back"), ShowBook(entry.page).pack())
