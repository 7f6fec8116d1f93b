"""What can be seen of the sandbox: people, chats, calls, complaints."""

from dataclasses import replace
from zoneinfo import available_timezones

from bot.sandbox.control.body import Impossible, text
from bot.sandbox.messages import Message
from bot.sandbox.people import Person, described
from bot.sandbox.profile import commands_for, menus, words
from bot.sandbox.shapes import Json
from bot.sandbox.text.rendering import render
from bot.sandbox.world import World


def state(world: World, version: int) -> Json:
    """The bot, the people and the time."""
    return {
        "now": world.clock.now().isoformat(),
        "bot": world.bot() | menus(world.settings) | words(world.settings),
        "people": [described(person) for person in world.people],
        "chats": [person.id for person in world.people if person.started],
        "version": version,
    }


def chat(world: World, number: int, after: int) -> Json:
    """One person's chat, messages with an id above `after`."""
    person = world.people.get(number)
    if person is None:
        raise Impossible("there is no such person", 404)
    return {
        "person": described(person) | {"commands": commands_for(world.settings, person)},
        "messages": [_bubble(world, message) for message in world.messages.of(number, after)],
        "typing": world.is_typing(number),
    }


def _bubble(world: World, message: Message) -> Json:
    """A message as the Bot API shapes it, and how it looks."""
    html = render(message.content.get("text", ""), message.content.get("entities", []))
    look: Json = {"edited": message.edited, "silent": message.silent, "html": html}
    return world.shown(message) | look | ({"keyboard": message.keyboard} if message.keyboard else {})


async def add_person(world: World, body: Json) -> Json:
    """A new person."""
    number = int(body["id"]) if body.get("id") is not None else max((one.id for one in world.people), default=7000) + 1
    if number in world.people or number <= 0:
        raise Impossible("id: it is taken", 409)
    zone = str(body.get("zone") or "UTC")
    if zone not in available_timezones():
        raise Impossible("zone: no such time zone")
    person = Person(number, text(body, "first_name"), zone=zone, language_code=str(body.get("language_code") or "en"))
    person = replace(person, last_name=body.get("last_name") or None, username=body.get("username") or None)
    world.people.put(number, person)
    world.events.tell({"people": True})
    return described(person)
