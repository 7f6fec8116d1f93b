"""Today and help."""

from bot.tutor import settings, today
from bot.views import today as view
from handlers.context import Context


async def show(context: Context) -> None:
    """Show what today brings."""
    await today.look(context.services, context.tells(view.today), context.learner)


async def help_(context: Context) -> None:
    """Tell how it works."""
    await settings.look(context.services, context.tells(view.help_), context.learner)
