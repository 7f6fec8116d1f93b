"""Methods by which the bot writes, edits and deletes."""

from bot.sandbox.calls import Call
from bot.sandbox.messages import Message, change
from bot.sandbox.methods.content import board, chat_of, reachable, reply, text_content
from bot.sandbox.refusals import bad_request, not_modified
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

DELETABLE = 48 * 3600
"""Seconds for which a message can be deleted."""
_DELETE_AT_ONCE = 100
_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def send_message(world: World, call: Call) -> Json:
    """A new text message."""
    content = text_content(world, call)
    markup = board(world, call)
    person = reachable(world, call)
    replied, quote = reply(world, call, person.id)
    guard = {"has_protected_content": True} if call.flag("protect_content") else {}
    said = world.say(
        Message(
            chat=person.id,
            id=0,
            sender=call.bot,
            date=world.now(),
            content=content | quote | guard,
            reply_to=replied,
            markup=markup.inline,
            keyboard=markup.other,
            silent=call.flag("disable_notification"),
        )
    )
    return world.shown(said)


def edit_message_text(world: World, call: Call) -> Json:
    """Another text, and another keyboard: without `reply_markup` the old keyboard goes."""
    content = text_content(world, call)
    markup = board(world, call).inline
    message = _editable(world, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    kept = {name: value for name, value in message.content.items() if name in {"quote", "has_protected_content"}}
    return _edited(world, message, content | kept, markup)


def edit_message_reply_markup(world: World, call: Call) -> Json:
    """Another keyboard, or none."""
    markup = board(world, call).inline
    message = _editable(world, call)
    return _edited(world, message, message.content, markup)


def _editable(world: World, call: Call) -> Message:
    """The bot's own message that the call means."""
    if not call.given("chat_id") and call.given("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    person = reachable(world, call)
    message = world.messages.get(person.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender == person.id or message.keyboard is not None:
        raise bad_request("message can't be edited")
    return message


def _edited(world: World, message: Message, content: Json, markup: Json | None) -> Json:
    if content == message.content and markup == message.markup:
        raise not_modified()
    after = change(message, content, markup, world.now())
    world.keep(after)
    return world.shown(after)


def delete_message(world: World, call: Call) -> bool:
    """Take a message away; either side's, as long as it is younger than 48 hours."""
    person = chat_of(world, call)
    message = world.messages.get(person.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not _is_deletable(world, message):
        raise bad_request("message can't be deleted for everyone")
    world.delete(message)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Take several away; those that aren't there are passed over."""
    person = chat_of(world, call)
    numbers = call.structure("message_ids", "message identifiers")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > _DELETE_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    found = [message for number in numbers if (message := world.messages.get(person.id, int(number)))]
    if not all(_is_deletable(world, message) for message in found):
        raise bad_request("message can't be deleted for everyone")
    for message in found:
        world.delete(message)
    return True


def _is_deletable(world: World, message: Message) -> bool:
    return world.now() - message.date < DELETABLE


def send_chat_action(world: World, call: Call) -> bool:
    """Show the bot as busy."""
    if call.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.start_typing(reachable(world, call).id)
    return True
