"""Articles and review pushes."""

from functools import partial

from bot.services import Push, Services
from bot.texts import texts
from bot.tutor import deliveries, reminders
from bot.views import push as view


async def run(services: Services) -> None:
    """Hand everything that is due to the sending lanes; the lanes record what becomes of it."""
    for due in await reminders.claim(services):
        reply = view.push(due, texts(due.learner.language))
        begin = partial(deliveries.begin, services, due)
        end = partial(deliveries.end, services, due, reply.about)
        services.messenger.post(Push(due.learner.telegram_id, due.kind, reply, begin, end))
