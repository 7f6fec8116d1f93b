"""What could be wrong with an installation, and what to do about it. Looks only: makes and changes nothing."""

import asyncio
from collections.abc import Awaitable, Iterable
from pathlib import Path

from bot.adapters.doctor import database, disk, model, polling, telegram, words
from bot.adapters.doctor.finding import Finding, broken
from bot.config import Config
from bot.library.entries import Entry
from bot.services import Clock

__all__ = ["Finding", "examine"]


async def examine(settings: Config, clock: Clock, own: Iterable[Entry]) -> list[Finding]:
    """Look at everything at once; a check that fails says what to do, and the others go on."""
    kept, token = data(settings), settings.telegram.token.get_secret_value()
    checks: list[tuple[str, Awaitable[Finding]]] = [
        ("token", telegram.token(settings.telegram)),
        ("polling", asyncio.to_thread(polling.polling, kept.parent / "health.json", clock)),
        ("database", asyncio.to_thread(database.database, kept, telegram.number(token))),
        ("dictionary", asyncio.to_thread(words.dictionary, settings.dictionary, own)),
        ("model", model.model(settings.anthropic)),
        ("clock", telegram.time(settings.telegram, clock)),
        ("disk", asyncio.to_thread(disk.disk, kept)),
    ]
    return list(await asyncio.gather(*(_safely(subject, check) for subject, check in checks)))


def data(settings: Config) -> Path:
    """The database that a start would use: without a token, the sandbox's."""
    if settings.telegram.token.get_secret_value():
        return settings.storage.path
    return settings.sandbox.folder / "lexigram.sqlite"


async def _safely(subject: str, check: Awaitable[Finding]) -> Finding:
    try:
        return await check
    except Exception as error:  # noqa: BLE001 — a doctor who faints helps nobody
        # Only its kind: the text may quote an address with the token in it.
        return broken(subject, f"the check itself failed ({type(error).__name__})", "please report this")
