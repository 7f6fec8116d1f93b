"""A person at the keyboard, and the hand that moves the sandbox's clock: a small client of the control interface."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

import aiohttp

from tests.sandbox.bubbles import Bubble, Json, Tapped

PATIENCE = 10.0
"""Seconds of real time for which a person waits for something to happen."""


class Refused(Exception):
    """The control interface said no."""


class Control:
    """The control interface of a sandbox at `url`; use it as an async context manager."""

    def __init__(self, url: str) -> None:
        self._session = aiohttp.ClientSession(url)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def ask(self, method: str, path: str, body: Json | None = None, **query: int) -> Json:
        """One request; raises Refused with the server's reason."""
        async with self._session.request(method, f"/control/{path}", json=body, params=query) as answer:
            value: Json = await answer.json()
            if answer.status != 200:
                raise Refused(value.get("error", str(answer.status)))
            return value

    async def person(self, name: str) -> "Person":
        """The person of this first name."""
        people = (await self.ask("GET", "state"))["people"]
        return Person(self, next(one["id"] for one in people if one["first_name"] == name))

    async def newcomer(self, first_name: str, **more: str | int) -> "Person":
        """A new person."""
        return Person(self, (await self.ask("POST", "people", {"first_name": first_name} | more))["id"])

    async def now(self) -> datetime:
        """What the sandbox's clock shows."""
        return datetime.fromisoformat((await self.ask("GET", "clock"))["now"])

    async def forward(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> int:
        """Move the clock; returns how often it stopped on the way."""
        span = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        return int((await self.ask("POST", "clock", {"forward": span.total_seconds()}))["stops"])

    async def to(self, instant: datetime) -> int:
        """Move the clock to an instant."""
        return int((await self.ask("POST", "clock", {"to": instant.isoformat()}))["stops"])

    async def until_due(self) -> int:
        """Move the clock to the next thing that is due."""
        return int((await self.ask("POST", "clock", {"until": "due"}))["stops"])

    async def complaints(self) -> Sequence[Json]:
        """What Telegram would have passed over."""
        return list((await self.ask("GET", "complaints"))["complaints"])

    async def calls(self, method: str | None = None, after: int = 0) -> Sequence[Json]:
        """The calls that the server took, all or those of one method."""
        calls = (await self.ask("GET", "log", after=after))["calls"]
        return [call for call in calls if method in (None, call["method"])]

    async def fault(self, method: str, kind: str, **more: float) -> None:
        """Let the next call of `method` go wrong."""
        await self.ask("POST", "faults", {"method": method, "kind": kind} | more)

    async def reset(self) -> None:
        """Empty everything."""
        await self.ask("POST", "reset")

    @asynccontextmanager
    async def events(self) -> AsyncIterator[AsyncIterator[Json]]:
        """Changes as they happen; nothing after entering is missed."""
        timeout = aiohttp.ClientTimeout(total=None)
        async with self._session.get("/control/events", timeout=timeout) as stream:
            await stream.content.readline()
            yield _events(stream.content)


async def _events(lines: aiohttp.StreamReader) -> AsyncIterator[Json]:
    async for line in lines:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a phone; `id` is that of the person and of the private chat."""

    control: Control
    id: int

    async def says(self, text: str, *, reply_to: int | Bubble | None = None, quote: str | None = None) -> int:
        """Write to the bot; returns the message's id."""
        target = reply_to.id if isinstance(reply_to, Bubble) else reply_to
        body = {"person": self.id, "text": text, "reply_to": target, "quote": quote}
        return int((await self.control.ask("POST", "say", body))["message_id"])

    async def edits(self, message: int | Bubble, text: str) -> None:
        """Change a message of one's own."""
        number = message.id if isinstance(message, Bubble) else message
        await self.control.ask("POST", "edit", {"person": self.id, "message_id": number, "text": text})

    async def taps(self, label: str, *, on: int | Bubble | None = None) -> Tapped:
        """Tap a button by its label: on the newest message that has it, or on the given one."""
        number = on.id if isinstance(on, Bubble) else on
        if number is None:
            number = next((one.id for one in reversed(await self.chat()) if label in one.buttons), None)
        if number is None:
            raise Refused(f"no message has the button {label!r}")
        body = {"person": self.id, "message_id": number, "button": label}
        return Tapped(**await self.control.ask("POST", "tap", body))

    async def blocks(self) -> None:
        """Block the bot."""
        await self.control.ask("POST", "block", {"person": self.id})

    async def unblocks(self) -> None:
        """Let the bot write again."""
        await self.control.ask("POST", "unblock", {"person": self.id})

    async def chat(self) -> Sequence[Bubble]:
        """All messages, oldest first."""
        return [Bubble.read(one) for one in (await self.control.ask("GET", f"chats/{self.id}"))["messages"]]

    async def latest(self) -> Bubble:
        """The newest message of the bot."""
        found = [one for one in await self.chat() if one.from_bot]
        if not found:
            raise Refused("the bot hasn't written yet")
        return found[-1]

    async def is_typed_to(self) -> bool:
        """Whether the bot is shown as typing."""
        return bool((await self.control.ask("GET", f"chats/{self.id}"))["typing"])

    async def wait_until(
        self, done: Callable[[Sequence[Bubble]], object], *, within: float = PATIENCE
    ) -> Sequence[Bubble]:
        """Wait until `done(chat)` is true; returns the chat then. TimeoutError tells what was there instead."""
        chat: Sequence[Bubble] = []
        try:
            async with asyncio.timeout(within), self.control.events() as events:
                while not done(chat := await self.chat()):
                    await anext(events)
        except TimeoutError:
            raise TimeoutError(f"still waiting; the chat ends with {[one.text for one in chat[-3:]]}") from None
        return chat

    async def sees(self, text: str, *, within: float = PATIENCE) -> Bubble:
        """Wait until the newest message is the bot's and contains `text`; returns it."""

        def there(chat: Sequence[Bubble]) -> bool:
            return bool(chat) and chat[-1].from_bot and text in chat[-1].text

        return (await self.wait_until(there, within=within))[-1]
