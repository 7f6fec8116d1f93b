"""What could be wrong with an installation, and what to do about it."""

import json
import shutil
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import aiohttp

from bot.adapters.dictionary import DictionaryUnavailable, open_dictionary
from bot.config import Config
from bot.library.entries import Entry
from bot.services import Clock
from bot.storage.migrate import NewerDatabase, migrate
from bot.storage.sqlite import open_database

State = Literal["ok", "off", "broken"]

FREE = 500 * 2**20
"""Bytes that a year of a class and its backups may need."""

PATIENCE = aiohttp.ClientTimeout(total=10)
LATE = timedelta(minutes=3)
DRIFT = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `off` is something switched off on purpose."""

    subject: str
    state: State
    told: str


async def examine(settings: Config, clock: Clock, own: Iterable[Entry]) -> list[Finding]:
    """Look at everything; a check that fails says what to do, and the others go on."""
    checks: list[tuple[str, Callable[[], Awaitable[Finding]]]] = [
        ("token", lambda: token(settings)),
        ("polling", lambda: polling(settings, clock)),
        ("database", lambda: database(settings)),
        ("dictionary", lambda: dictionary(settings, own)),
        ("model", lambda: model(settings)),
        ("clock", lambda: time(settings, clock)),
        ("disk", lambda: disk(settings)),
    ]
    return [await _safely(subject, check) for subject, check in checks]


async def _safely(subject: str, check: Callable[[], Awaitable[Finding]]) -> Finding:
    try:
        return await check()
    except Exception as error:  # noqa: BLE001 — a doctor who faints helps nobody
        return Finding(subject, "broken", f"{type(error).__name__}: {error}")


async def token(settings: Config) -> Finding:
    """Whether Telegram knows the bot."""
    secret = settings.telegram.token.get_secret_value()
    if not secret:
        return Finding("token", "off", "none, so the sandbox stands in for Telegram; @BotFather gives you one")
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            answer = await session.get(f"{settings.telegram.api_url}/bot{secret}/getMe")
            found = await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        advice = f"{settings.telegram.api_url} can't be reached ({type(error).__name__}); check the network"
        return Finding("token", "broken", advice)
    if not found.get("ok"):
        return Finding("token", "broken", "Telegram refuses it; copy it from @BotFather again")
    return Finding("token", "ok", f"@{found['result']['username']}")


async def polling(settings: Config, clock: Clock) -> Finding:
    """When the running bot last heard from Telegram."""
    path = settings.storage.path.parent / "health.json"
    if not path.exists():
        return Finding("polling", "off", "the bot hasn't run here yet")
    last = datetime.fromisoformat(json.loads(path.read_text("utf-8"))["polled_at"])
    age = clock.now() - last
    if age > LATE:
        return Finding("polling", "off", f"last heard from Telegram at {last:%Y-%m-%d %H:%M} UTC; is the bot running?")
    return Finding("polling", "ok", f"heard from Telegram {round(age.total_seconds())} s ago")


async def database(settings: Config) -> Finding:
    """Whether the database opens and has our schema."""
    path = settings.storage.path
    try:
        opened = await open_database(path, settings.storage.durability)
        try:
            await migrate(opened, path)
        finally:
            await opened.close()
    except NewerDatabase as error:
        return Finding("database", "broken", f"{error}; install the newer version again")
    return Finding(
        "database", "ok", f"{path}, {path.stat().st_size // 1024} kB, durability {settings.storage.durability}"
    )


async def dictionary(settings: Config, own: Iterable[Entry]) -> Finding:
    """Whether words can be explained."""
    try:
        opened = open_dictionary(settings.dictionary.folder / "dictionary.sqlite", own)
    except DictionaryUnavailable as error:
        return Finding("dictionary", "broken", f"{error}; run `make setup` again")
    try:
        known = bool(opened.senses("word"))
    finally:
        opened.close()
    return Finding("dictionary", "ok" if known else "broken", "words are explained" if known else "it's empty")


async def model(settings: Config) -> Finding:
    """Whether the language model can be asked; nothing needs it so far."""
    key = settings.anthropic.api_key.get_secret_value()
    if not key:
        return Finding("model", "off", "no key; nothing needs one so far")
    headers = {"x-api-key": key, "anthropic-version": "2023-06-01"}
    address = f"{settings.anthropic.base_url}/v1/models/{settings.anthropic.model}"
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        answer = await session.get(address, headers=headers)
    advice = {401: "the key is refused; make a new one", 404: f"no model {settings.anthropic.model}; choose another"}
    if answer.status != 200:
        return Finding("model", "broken", advice.get(answer.status, f"the service answers {answer.status}; try later"))
    return Finding("model", "ok", settings.anthropic.model)


async def time(settings: Config, clock: Clock) -> Finding:
    """Whether this machine's clock agrees with Telegram's."""
    from email.utils import parsedate_to_datetime

    now = clock.now()
    try:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            told = (await session.get(settings.telegram.api_url)).headers.get("Date")
    except (aiohttp.ClientError, TimeoutError):
        told = None
    if told is None:
        return Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M} UTC (nobody to compare with)")
    drift = abs(now - parsedate_to_datetime(told))
    if drift > DRIFT:
        return Finding("clock", "broken", f"{round(drift.total_seconds())} s off; let the system set its time (NTP)")
    return Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M} UTC")


async def disk(settings: Config) -> Finding:
    """Whether there's room."""
    free = shutil.disk_usage(settings.storage.path.parent).free
    told = f"{free // 2**20:,} MB free"
    return Finding("disk", "ok", told) if free >= FREE else Finding("disk", "broken", f"{told}; make room")
