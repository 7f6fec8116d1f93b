"""One question to a web address."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

PATIENCE = aiohttp.ClientTimeout(total=10)


class Unreachable(Exception):
    """No answer came; the text is the kind of trouble, without the address, which may hold a secret."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `date` is the answering machine's clock, where it tells it."""

    status: int
    date: datetime | None
    body: str

    def told(self) -> dict[str, Any]:
        """The JSON object of the body; empty if it's something else."""
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


async def ask(url: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Get what's there, without following anywhere else.

    Raises:
        Unreachable: nobody answered in time.
    """
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.get(url, headers=headers, allow_redirects=False) as answer,
        ):
            return Answer(answer.status, _date(answer.headers.get("Date")), await answer.text(errors="replace"))
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise Unreachable(type(error).__name__) from None


def _date(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header).astimezone(UTC) if header else None
    except ValueError:
        return None
