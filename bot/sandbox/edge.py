"""The Bot API over HTTP: request in, method called, Telegram's envelope out."""

import asyncio
import json
import re
from collections.abc import Awaitable
from typing import Any

from aiohttp import web
from yarl import URL

from bot.sandbox.calls import Call
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.known import known_parameters
from bot.sandbox.methods import methods
from bot.sandbox.methods.fetching import Batch
from bot.sandbox.refusals import Refusal, bad_request, not_found, too_many
from bot.sandbox.shapes import Json, dump
from bot.sandbox.world import World

_TOKEN = re.compile(r"(\d+):[\w-]+")


class Edge:
    """Takes calls of the Bot API, lets ordered faults happen to them, and records them."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults
        self._methods = methods()
        self._known = known_parameters()

    async def handle(self, request: web.Request) -> web.Response:
        """One call."""
        try:
            params = await _params(request)
        except Refusal as refusal:
            return _response(refusal.code, dump(refusal.body()))
        method = request.match_info["method"]
        fault = self._faults.take(method)
        if fault is not None and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.kind == "reset":
            self._enter(method, params, {"ok": False}, fault)
            return _hang_up(request)
        answer = await self._answer(request.match_info["token"], method, params, fault)
        if fault is not None and fault.kind == "drop_reply":
            return _hang_up(request)
        return _response(*answer)

    async def _answer(self, token: str, method: str, params: Json, fault: Fault | None) -> tuple[int, str]:
        """Status and body; the call is recorded."""
        try:
            result = await self._carry_out(token, method, params, fault)
        except Refusal as refusal:
            self._enter(method, params, refusal.body(), fault)
            return refusal.code, dump(refusal.body())
        message = result.get("message_id") if isinstance(result, dict) else None
        self._enter(method, params, {"ok": True, "message_id": message}, fault)
        return 200, f'{{"ok":true,"result":{result if isinstance(result, Batch) else dump(result)}}}'

    async def _carry_out(self, token: str, method: str, params: Json, fault: Fault | None) -> Any:
        _fail(fault)
        named = _TOKEN.fullmatch(token)
        carry_out = self._methods.get(method.lower())
        if named is None or carry_out is None:
            self._complain_of_method(method)
            raise not_found()
        self._complain_of_parameters(method, params)
        bot = int(named.group(1))
        if self._world.settings.get("bot") != bot:
            self._world.settings.set("bot", bot)
        result = carry_out(self._world, Call(bot, method, params))
        return await result if isinstance(result, Awaitable) else result

    def _complain_of_method(self, method: str) -> None:
        real = method.lower() in self._known
        if method.lower() not in self._methods:
            problem = "the sandbox doesn't have this method yet" if real else "no such method"
            self._world.record.complain(method, problem, None)

    def _complain_of_parameters(self, method: str, params: Json) -> None:
        for name in params.keys() - self._known.get(method.lower(), frozenset()):
            self._world.record.complain(method, name, params[name], "parameter")

    def _enter(self, method: str, params: Json, answer: Json, fault: Fault | None) -> None:
        at = self._world.clock.now().isoformat()
        self._world.record.enter(at, method, params, answer, None if fault is None else fault.kind)


def _fail(fault: Fault | None) -> None:
    """Refuse where the fault says so."""
    if fault is not None and fault.kind == "429":
        raise too_many(fault.retry_after)
    if fault is not None and fault.kind == "500":
        raise Refusal(500, "Internal Server Error")


def _response(status: int, body: str) -> web.Response:
    return web.Response(text=body, status=status, content_type="application/json")


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection; the response is never seen."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _params(request: web.Request) -> Json:
    """Parameters from the address and from a form, multipart or JSON body."""
    params: Json = dict(request.query)
    if request.content_type == "application/json":
        return params | _object(await request.read())
    if request.content_type == "application/x-www-form-urlencoded":
        return params | _form(await request.read())
    if request.content_type.startswith("multipart/"):
        return params | {name: _plain(value) for name, value in (await request.post()).items()}
    return params


def _form(body: bytes) -> Json:
    """An urlencoded form; yarl decodes it in C, five times as fast as urllib."""
    return dict(URL.build(query_string=body.decode(), encoded=True).query)


def _object(body: bytes) -> Json:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    return value if isinstance(value, dict) else {}


def _plain(value: str | bytes | bytearray | web.FileField) -> str:
    """A form value; a file only by its name, until there are methods that take files."""
    if isinstance(value, str):
        return value
    return f"file:{value.filename}" if isinstance(value, web.FileField) else bytes(value).decode(errors="replace")
