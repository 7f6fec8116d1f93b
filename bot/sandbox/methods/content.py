"""What a message says: text, entities, keyboard and reply, read from a call as Telegram reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox import keyboards
from bot.sandbox.calls import Call
from bot.sandbox.messages import Message
from bot.sandbox.people import Person, user
from bot.sandbox.refusals import bad_request, blocked
from bot.sandbox.shapes import Json
from bot.sandbox.text.cleaning import TEXT_LIMIT, check_length, clean, is_empty
from bot.sandbox.text.detection import detect
from bot.sandbox.text.tags import parse, stray_references
from bot.sandbox.text.units import end, units
from bot.sandbox.world import World

QUOTE_LIMIT = 1024


@dataclass(frozen=True, slots=True)
class Board:
    """Reply markup: an inline keyboard, or any other kind."""

    inline: Json | None
    other: Json | None


def chat_of(world: World, call: Call) -> Person:
    """The person whose private chat the call means."""
    if not call.given("chat_id"):
        raise bad_request("chat_id is empty")
    return world.person(call.integer("chat_id"))


def reachable(world: World, call: Call) -> Person:
    """The person whose private chat the call means, if the bot may write there."""
    person = chat_of(world, call)
    if person.blocked:
        raise blocked()
    return person


def text_content(world: World, call: Call) -> Json:
    """Text, entities and link preview options."""
    text, entities, notes = clean(*formatted(call, "text", "entities"))
    if is_empty(text):
        raise bad_request("message text is empty")
    notes += check_length(text, TEXT_LIMIT, "message is too long")
    if call.text("parse_mode").lower() == "html" and stray_references(call.text("text")):
        notes.append("a character reference that Telegram doesn't know")
    for note in notes:
        world.record.complain(call.method, note, text[:200])
    found = list(_with_people(world, detect(text, entities)))
    content: Json = {"text": text} | ({"entities": found} if found else {})
    preview = call.structure("link_preview_options", "link preview options")
    return content | ({"link_preview_options": preview} if preview else {})


def formatted(call: Call, text: str, entities: str, mode: str = "parse_mode") -> tuple[str, list[Json]]:
    """The text of parameter `text` with its entities, from tags or from parameter `entities`."""
    match call.text(mode).lower():
        case "html":
            return parse(call.text(text))
        case "":
            return call.text(text), _entities(call.structure(entities, "entities"), call.text(text))
        case "markdown" | "markdownv2":
            raise bad_request("the sandbox reads no Markdown: use HTML or entities")
    raise bad_request("unsupported parse_mode")


def _entities(given: Any, text: str) -> list[Json]:
    if given is not None and not isinstance(given, list):
        raise bad_request("expected an Array of MessageEntity")
    return [_entity(one, units(text)) for one in given or []]


def _entity(one: Any, size: int) -> Json:
    if not isinstance(one, dict) or not isinstance(one.get("type"), str):
        raise bad_request('can\'t parse MessageEntity: Field "type" must be of type String')
    if not all(isinstance(one.get(name), int) for name in ("offset", "length")):
        raise bad_request('can\'t parse MessageEntity: Field "offset" must be of type Number')
    if one["offset"] < 0 or one["length"] <= 0 or end(one) > size:
        raise bad_request(f"entity beginning at UTF-16 offset {one['offset']} ends after the end of the text")
    return dict(one)


def _with_people(world: World, entities: list[Json]) -> Iterator[Json]:
    """Mentions without a username carry the whole User; those of strangers are dropped."""
    for entity in entities:
        if entity["type"] != "text_mention":
            yield entity
        elif person := world.people.get(int(entity.get("user", {}).get("id", 0))):
            yield entity | {"user": user(person)}


def board(world: World, call: Call) -> Board:
    """The reply markup."""
    inline, other, notes = keyboards.read(call.structure("reply_markup", "reply keyboard markup"))
    for note in notes:
        world.record.complain(call.method, note, call.params.get("reply_markup"))
    return Board(inline, other)


def reply(world: World, call: Call, chat: int) -> tuple[int | None, Json]:
    """The id of the message that is replied to, and the quote as content."""
    asked = call.structure("reply_parameters", "reply parameters")
    if not asked:
        return None, {}
    original = world.messages.get(chat, int(asked.get("message_id", 0)))
    if original is None and not asked.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    if original is None or not asked.get("quote"):
        return (None if original is None else original.id), {}
    return original.id, {"quote": _quote(call, asked, original)}


def _quote(call: Call, asked: Json, original: Message) -> Json:
    inner = Call(call.bot, call.method, asked)
    text, entities = formatted(inner, "quote", "quote_entities", "quote_parse_mode")
    return quoted(text, original) | ({"entities": entities} if entities else {})


def quoted(text: str, original: Message) -> Json:
    """A part of a message as TextQuote; refused if the message doesn't contain it."""
    whole = original.content.get("text", "")
    at = whole.find(text)
    if not text or at < 0 or len(text) > QUOTE_LIMIT:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"text": text, "position": units(whole[:at]), "is_manual": True}
