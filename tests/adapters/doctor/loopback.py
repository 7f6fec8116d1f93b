"""What the doctor asks, on this machine: an address that answers as told, and a clock that stands still."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import web
from aiohttp.test_utils import TestServer

Respond = Callable[[web.Request], web.Response]


class StandingClock:
    """A clock that stands still."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return 0.0


@asynccontextmanager
async def answering(respond: Respond) -> AsyncIterator[str]:
    """An address at which everything is answered by `respond`."""

    async def handle(request: web.Request) -> web.Response:
        return respond(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


async def nobody() -> str:
    """An address at which nobody is."""
    async with answering(lambda _: web.Response()) as url:
        return url


def always(status: int, body: object = None, headers: Mapping[str, str] | None = None) -> Respond:
    """The same JSON answer to everything."""
    return lambda _: web.json_response(body, status=status, headers=headers)
