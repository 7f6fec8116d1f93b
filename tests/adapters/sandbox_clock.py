"""Who follows a sandbox's clock, and who stands in for the sandbox."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.adapters.clock import ShiftedClock

Json = dict[str, Any]


class Tutor:
    """What is due here, and how often it was done."""

    def __init__(self, clock: ShiftedClock) -> None:
        self.clock = clock
        self.due: datetime | None = None
        self.offsets: list[timedelta] = []
        self.trouble: Exception | None = None
        self.settling = asyncio.Event()
        self.may_settle = asyncio.Event()
        self.may_settle.set()

    async def settle(self) -> datetime | None:
        self.offsets.append(self.clock.offset)
        self.settling.set()
        await self.may_settle.wait()
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        if self.due is not None and self.due <= self.clock.now():
            self.due += timedelta(days=1)
        return self.due


class StandIn:
    """Takes reports, and answers them as the test says."""

    def __init__(self) -> None:
        self.reports: list[Json] = []
        self.reported = asyncio.Event()
        self.answers: asyncio.Queue[web.Response] = asyncio.Queue()

    async def follow(self, request: web.Request) -> web.Response:
        self.reports.append(await request.json())
        self.reported.set()
        return await self.answers.get()

    async def next_report(self) -> Json:
        """The report that comes from now on."""
        self.reported.clear()
        await self.reported.wait()
        return self.reports[-1]


@asynccontextmanager
async def answering(path: str, handler: Callable[[web.Request], Awaitable[web.Response]]) -> AsyncIterator[str]:
    """A server that answers at that path; its address."""
    application = web.Application()
    application.router.add_route("*", path, handler)
    async with TestServer(application) as server:
        yield str(server.make_url("")).rstrip("/")


def moved(offset: float, version: int) -> web.Response:
    """The answer that tells of a move."""
    return web.json_response({"offset": offset, "version": version})
