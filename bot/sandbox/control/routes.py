"""The control interface over HTTP."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bot.sandbox import faults
from bot.sandbox.clockwork import Clockwork
from bot.sandbox.control import body as bodies
from bot.sandbox.control import moving, seeing, speech
from bot.sandbox.control.body import Impossible
from bot.sandbox.shapes import Json, dump
from bot.sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Deed = Callable[[World, Json], Awaitable[Json]]
_LOOPBACK = re.compile(r"(localhost|127(\.\d+){3}|\[::1\])(:\d+)?")


@dataclass(frozen=True, slots=True)
class Control:
    """Everything that the control interface acts on."""

    world: World
    clockwork: Clockwork
    faults: faults.Faults

    def routes(self) -> list[web.RouteDef]:
        """Every address of the control interface."""
        deeds = {
            "people": seeing.add_person, "say": speech.say, "edit": speech.edit, "tap": speech.tap,
            "block": speech.block, "unblock": speech.unblock,
        }  # fmt: skip
        return [
            *(web.post(f"/control/{name}", _guarded(self._doing(deed))) for name, deed in deeds.items()),
            web.get("/control/state", _guarded(self.state)),
            web.get("/control/chats/{person}", _guarded(self.chat)),
            web.get("/control/complaints", _guarded(self.complaints)),
            web.delete("/control/complaints", _guarded(self.forgive)),
            web.get("/control/log", _guarded(self.log)),
            web.get("/control/clock", _guarded(self.clock)),
            web.post("/control/clock", _guarded(self.move)),
            web.post("/control/clock/follow", _guarded(self.follow)),
            web.post("/control/faults", _guarded(self.fault)),
            web.post("/control/reset", _guarded(self.reset)),
            web.get("/control/events", _guarded(self.events)),
        ]

    def _doing(self, deed: Deed) -> Handler:
        async def handle(request: web.Request) -> web.Response:
            return _json(await deed(self.world, await bodies.read(request)))

        return handle

    async def state(self, _request: web.Request) -> web.Response:
        """The bot, the people and the time."""
        return _json(seeing.state(self.world, self.clockwork.state()["version"]))

    async def chat(self, request: web.Request) -> web.Response:
        """One person's chat."""
        person = bodies.number(dict(request.match_info), "person")
        return _json(seeing.chat(self.world, person, _after(request)))

    async def log(self, request: web.Request) -> web.Response:
        """The calls that the bot made."""
        return _json({"calls": list(self.world.record.calls_after(_after(request)))})

    async def complaints(self, _request: web.Request) -> web.Response:
        """What Telegram would have passed over."""
        return _json({"complaints": self.world.record.all_complaints()})

    async def forgive(self, _request: web.Request) -> web.Response:
        """Empty the complaints."""
        self.world.record.complaints.clear()
        return _json({"complaints": []})

    async def clock(self, _request: web.Request) -> web.Response:
        """Where the clock stands."""
        return _json(self.clockwork.state())

    async def move(self, request: web.Request) -> web.Response:
        """Move the clock."""
        return _json(await moving.move(self.world.clock, self.clockwork, await bodies.read(request)))

    async def follow(self, request: web.Request) -> web.Response:
        """The bot follows the clock."""
        body = await bodies.read(request)
        return _json(await moving.follow(self.clockwork, body, lambda: request.transport is not None))

    async def fault(self, request: web.Request) -> web.Response:
        """Order a trouble."""
        try:
            self.faults.add(faults.read(await bodies.read(request)))
        except ValueError as error:
            raise Impossible(str(error)) from None
        return _json({})

    async def reset(self, _request: web.Request) -> web.Response:
        """Begin anew, at the same time of the clock."""
        self.world.reset()
        self.faults.clear()
        return _json({})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Changes as they happen, as server-sent events."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        queue = self.world.events.join()
        try:
            await response.write(b"retry: 1000\n\n")
            while event := await queue.get():
                await response.write(f"data: {event}\n\n".encode())
        except ConnectionError:
            pass  # the page was closed
        finally:
            self.world.events.leave(queue)
        return response


def _after(request: web.Request) -> int:
    return bodies.number({"after": request.query.get("after") or 0}, "after")


def _json(value: Json) -> web.Response:
    return web.Response(text=dump(value), content_type="application/json", headers={"Cache-Control": "no-store"})


def _guarded(handler: Handler) -> Handler:
    """Answer what can't be done with its reason; refuse pages of other sites that reach for this machine."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if not _is_ours(request):
            return web.json_response({"error": "only the sandbox's own page may do this"}, status=403)
        try:
            return await handler(request)
        except Impossible as reason:
            return web.json_response({"error": str(reason)}, status=reason.status)

    return handle


def _is_ours(request: web.Request) -> bool:
    """Whether the request names this machine (not a foreign name bent to it) and comes from no other site's page."""
    origin = request.headers.get("Origin")
    here = _LOOPBACK.fullmatch(request.host) is not None
    return here and (origin is None or origin.split("://")[-1] == request.host)
