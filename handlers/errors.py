"""A handler failed: it's logged with a number, and the person gets a kind word with the same number."""

import logging

from telegram import Update

from bot.tutor import settings
from bot.views import talk as view
from handlers.context import Context

log = logging.getLogger(__name__)


async def tell(update: object, context: Context) -> None:
    """Log the error; answer the person, if it was one."""
    if not isinstance(update, Update):
        log.error("something failed outside an update", exc_info=context.error)
        return
    log.error("update %s failed", update.update_id, exc_info=context.error)
    if update.effective_user is None or update.effective_chat is None:
        return
    await context.meet(update)
    number = update.update_id
    await settings.look(context.services, context.tells(view.sorry(number), below=True), context.learner)
    await context.finish()
