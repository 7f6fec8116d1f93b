"""What the house needs now and then."""

from bot.services import Services
from bot.tutor import housekeeping


async def run(services: Services) -> None:
    """Drop what nobody needs any more, once an hour."""
    await housekeeping.prune(services)
