"""The vocab book."""

from bot.tutor import book
from bot.views import book as view
from bot.views.actions import DeleteEntry, ShowBook, ShowEntry, SuspendEntry
from handlers.context import Context


async def show(context: Context) -> None:
    """Show a page of the book, the first one by command."""
    number = ShowBook.unpack(context.data).page if context.data else 0
    await book.page(context.services, context.tells(view.page), context.learner, number)


async def entry(context: Context) -> None:
    """Show a card."""
    tapped = ShowEntry.unpack(context.data)
    await book.entry(context.services, context.tells(view.entry), context.learner, tapped.card_id, tapped.page)


async def delete(context: Context) -> None:
    """Take a card out of the book, or put it back."""
    tapped, cause = DeleteEntry.unpack(context.data), context.tells(view.entry)
    undo = not tapped.deletes
    await book.delete(context.services, cause, context.learner, tapped.card_id, tapped.page, undo=undo)


async def suspend(context: Context) -> None:
    """Ask a card no more, or again."""
    tapped, cause = SuspendEntry.unpack(context.data), context.tells(view.entry)
    undo = not tapped.suspends
    await book.suspend(context.services, cause, context.learner, tapped.card_id, tapped.page, undo=undo)
