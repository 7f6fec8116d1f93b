"""Dropping what nobody needs any more."""

from datetime import timedelta

from bot.services import Services
from bot.storage import inbox, jobs, messages
from bot.storage.door import Transaction

EVERY = timedelta(hours=1)
UPDATES_KEPT = timedelta(hours=48)
"""Longer than Telegram repeats an update (24 hours)."""

MESSAGES_KEPT = timedelta(days=60)
"""How long a reply to one of our messages is understood as being about it."""


async def prune(services: Services) -> None:
    """Drop done updates and old messages' meanings, if an hour has gone by since the last time."""
    now = services.clock.now()

    async def work(tx: Transaction) -> None:
        if await jobs.take(tx, "prune", now, now + EVERY):
            await inbox.prune(tx, now - UPDATES_KEPT)
            await messages.prune(tx, now - MESSAGES_KEPT)

    if await services.database.read(lambda tx: jobs.is_due(tx, "prune", now)):
        await services.database.write(None, work)
