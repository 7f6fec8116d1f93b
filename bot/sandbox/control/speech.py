"""What people do: write, edit, tap, block."""

from collections.abc import Iterator
from dataclasses import replace

from bot.sandbox.control.body import Impossible, number, person, text
from bot.sandbox.messages import Message, change
from bot.sandbox.methods.content import quoted
from bot.sandbox.people import Person, private_chat, user
from bot.sandbox.refusals import Refusal
from bot.sandbox.shapes import Json
from bot.sandbox.text.cleaning import TEXT_LIMIT, clean, is_empty
from bot.sandbox.text.detection import detect
from bot.sandbox.world import World

ANSWER_WITHIN = 15.0
"""Seconds of real time for which a tap waits for its answer."""


async def say(world: World, body: Json) -> Json:
    """A person writes; a text too long for one message goes as several, as Telegram's clients do it."""
    speaker = _speaker(world, body)
    pieces = list(_pieces(text(body, "text")))
    reply_to, quote = _reply(world, speaker, body)
    if not speaker.started:
        speaker = replace(speaker, started=True)
        world.people.put(speaker.id, speaker)
        world.events.tell({"people": True})
    said: Json = {}
    for piece in pieces:
        said = _write(world, speaker, _content(piece) | quote, reply_to)
        reply_to, quote = None, {}
    return said


def _write(world: World, speaker: Person, content: Json, reply_to: int | None) -> Json:
    message = world.say(Message(speaker.id, 0, speaker.id, world.now(), content, reply_to))
    update = world.updates.push("message", speaker.id, world.shown(message))
    return {"message_id": message.id, "update_id": update}


def _pieces(whole: str) -> Iterator[str]:
    if is_empty(whole):
        raise Impossible("text: nothing in it can be seen")
    whole = whole.strip()
    for start in range(0, len(whole), TEXT_LIMIT):
        if not is_empty(piece := whole[start : start + TEXT_LIMIT]):
            yield piece


def _content(raw: str) -> Json:
    cleaned, entities, _ = clean(raw, [])
    found = detect(cleaned, entities)
    return {"text": cleaned} | ({"entities": found} if found else {})


def _speaker(world: World, body: Json) -> Person:
    speaker = person(world, body)
    if speaker.blocked:
        raise Impossible("who blocked the bot can't write to it", 409)
    return speaker


def _reply(world: World, speaker: Person, body: Json) -> tuple[int | None, Json]:
    if body.get("reply_to") is None:
        return None, {}
    original = _message(world, speaker, number(body, "reply_to"))
    if not body.get("quote"):
        return original.id, {}
    try:
        return original.id, {"quote": quoted(text(body, "quote"), original)}
    except Refusal:
        raise Impossible("quote: the message doesn't contain it") from None


def _message(world: World, speaker: Person, wanted: int) -> Message:
    message = world.messages.get(speaker.id, wanted)
    if message is None:
        raise Impossible("there is no such message", 404)
    return message


async def edit(world: World, body: Json) -> Json:
    """A person edits a message of their own."""
    speaker = _speaker(world, body)
    message = _message(world, speaker, number(body, "message_id"))
    if message.sender != speaker.id:
        raise Impossible("only one's own messages can be edited", 409)
    content = _content(text(body, "text"))
    kept = {name: value for name, value in message.content.items() if name == "quote"}
    after = change(message, content | kept, None, world.now())
    world.keep(after)
    update = world.updates.push("edited_message", speaker.id, world.shown(after))
    return {"message_id": after.id, "update_id": update}


async def tap(world: World, body: Json) -> Json:
    """A person taps an inline button and sees what the bot answers."""
    speaker = _speaker(world, body)
    message = _message(world, speaker, number(body, "message_id"))
    button = _button(message, body)
    if "url" in button:
        return {"answered": False, "text": "", "alert": False, "url": button["url"]}
    if "callback_data" not in button:
        raise Impossible("the sandbox can't press this kind of button yet", 409)
    query = world.queries.open(speaker.id)
    world.updates.push("callback_query", speaker.id, {
        "id": str(query.id),
        "from": user(speaker),
        "message": world.shown(message),
        "chat_instance": str(1_000_003 * speaker.id),
        "data": button["callback_data"],
    })  # fmt: skip
    answer = await world.queries.wait(query.id, ANSWER_WITHIN)
    return {"answered": answer is not None} | (answer or {"text": "", "alert": False, "url": ""})


def _button(message: Message, body: Json) -> Json:
    """The button with the given data, or with the given label."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if body.get("data") is not None and button.get("callback_data") == body["data"]:
            return dict(button)
        if body.get("data") is None and button["text"] == body.get("button"):
            return dict(button)
    raise Impossible("the message has no such button", 409)


async def block(world: World, body: Json) -> Json:
    """A person blocks the bot."""
    return _member(world, person(world, body), blocked=True)


async def unblock(world: World, body: Json) -> Json:
    """A person lets the bot write again."""
    return _member(world, person(world, body), blocked=False)


def _member(world: World, subject: Person, *, blocked: bool) -> Json:
    """Change whether the bot may write, and tell it; someone who never wrote has no chat to tell of."""
    if subject.blocked == blocked:
        return {"update_id": None}
    after = replace(subject, blocked=blocked)
    world.people.put(subject.id, after)
    world.events.tell({"people": True})
    if not subject.started:
        return {"update_id": None}
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    change_of_member = {
        "chat": private_chat(after),
        "from": user(after),
        "date": world.now(),
        "old_chat_member": _membership(world, old),
        "new_chat_member": _membership(world, new),
    }
    return {"update_id": world.updates.push("my_chat_member", subject.id, change_of_member)}


def _membership(world: World, status: str) -> Json:
    return {"user": world.bot(), "status": status} | ({"until_date": 0} if status == "kicked" else {})
