"""The sandbox's server: the Bot API, the control interface and the chat page on one loopback port."""

import asyncio
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

from aiohttp import web

from bot.sandbox.clockwork import Clockwork
from bot.sandbox.control.routes import Control
from bot.sandbox.edge import Edge
from bot.sandbox.faults import Faults
from bot.sandbox.journal import Journal
from bot.sandbox.webhook import Deliverer
from bot.sandbox.world import World
from bot.services import MovableClock

PAGE = Path(__file__).parent / "page"


class Sandbox:
    """A running server; close it when done."""

    def __init__(self, world: World, journal: Journal, clockwork: Clockwork, runner: web.AppRunner) -> None:
        self.world = world
        self._journal = journal
        self._clockwork = clockwork
        self._runner = runner
        self._delivering = asyncio.create_task(Deliverer(world).run())

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._runner.addresses[0][1])

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end; the Bot API is at `url + "/bot"`."""
        host = str(self._runner.addresses[0][0])
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    def addresses(self) -> list[str]:
        """The paths that it answers at."""
        return [resource.canonical for resource in self._runner.app.router.resources()]

    async def close(self) -> None:
        """Let everyone who waits go, write what is left, free the port."""
        self.world.polling.close()
        self.world.events.close()
        self._clockwork.close()
        self._delivering.cancel()
        with suppress(asyncio.CancelledError):
            await self._delivering
        await self._runner.cleanup()
        self._journal.close()

    async def __aenter__(self) -> "Sandbox":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()


async def serve(clock: MovableClock, state: Path | None, port: int = 0, host: str = "127.0.0.1") -> Sandbox:
    """Start a sandbox; `state` is the file that keeps it (None: memory only), port 0 takes any that is free."""
    if not ip_address(host).is_loopback:
        raise ValueError("the sandbox listens on this machine only")
    journal = Journal(state)
    world = World(clock, journal)
    clockwork = Clockwork(clock, world.note_move)
    runner = web.AppRunner(_application(world, clockwork), access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        journal.close()
        raise
    return Sandbox(world, journal, clockwork, runner)


def _application(world: World, clockwork: Clockwork) -> web.Application:
    faults = Faults()
    edge = Edge(world, faults)
    application = web.Application(client_max_size=64 * 1024 * 1024)
    application.router.add_route("*", "/bot{token}/{method}", edge.handle)
    application.add_routes(Control(world, clockwork, faults).routes())
    application.router.add_get("/", _page)
    if PAGE.is_dir():
        application.router.add_static("/static", PAGE)
    return application


async def _page(_request: web.Request) -> web.StreamResponse:
    if not (PAGE / "index.html").is_file():
        return web.Response(text="The sandbox runs; its page isn't here yet.")
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})
