"""Articles and review pushes."""

import logging
from functools import partial

from bot.services import Push, Services
from bot.texts import texts
from bot.tutor import deliveries, reminders
from bot.views import push as view

log = logging.getLogger(__name__)


async def run(services: Services) -> None:
    """Hand everything that is due to the sending lanes; the lanes record what becomes of it."""
    for due in await reminders.claim(services):
        try:
            reply = view.push(due, texts(due.learner.language))
        except Exception:
            log.exception("delivery %s can't be put into words; the others go on", due.delivery_id)
            await deliveries.end(services, due, None, "unsent", None)
            continue
        begin = partial(deliveries.begin, services, due)
        end = partial(deliveries.end, services, due, reply.about)
        services.messenger.post(Push(due.learner.telegram_id, due.kind, reply, begin, end))
