"""Reading requests of the control interface, and saying no to them."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox.people import Person
from bot.sandbox.shapes import Json
from bot.sandbox.world import World


class Impossible(Exception):
    """What was asked can't be done; its text says why, `status` is that of HTTP."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status


async def read(request: web.Request) -> Json:
    """The JSON object in the body; none means an empty one."""
    try:
        value = json.loads(await request.read() or b"{}")
    except ValueError:
        raise Impossible("the body isn't JSON") from None
    if not isinstance(value, dict):
        raise Impossible("the body isn't a JSON object")
    return value


def text(body: Json, name: str) -> str:
    """A text that must be there."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise Impossible(f"{name}: a text is needed")
    return value


def number(body: Json, name: str) -> int:
    """A whole number that must be there."""
    value: Any = body.get(name)
    try:
        return int(value)
    except (TypeError, ValueError):
        raise Impossible(f"{name}: a whole number is needed") from None


def person(world: World, body: Json) -> Person:
    """The person that `person` names."""
    found = world.people.get(number(body, "person"))
    if found is None:
        raise Impossible("there is no such person", 404)
    return found
