"""Messages as the server keeps them, and as the Bot API shapes them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.sandbox.shapes import Json
from bot.sandbox.tables import Table


@dataclass(frozen=True, slots=True)
class Message:
    """One bubble.

    `content` holds what the Bot API puts beside the head: text, entities, quote, link_preview_options and later
    photo or poll. `markup` is an inline keyboard; `keyboard` any other reply markup, which the Bot API never returns.
    Dates are seconds since 1970.
    """

    chat: int
    id: int
    sender: int
    date: int
    content: Json
    reply_to: int | None = None
    markup: Json | None = None
    keyboard: Json | None = None
    edit_date: int | None = None
    edited: bool = False
    silent: bool = False


class Messages:
    """All messages, by chat."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self.table: Table[tuple[int, int], Message] = Table("message", Message, on_change)
        self._by_chat: dict[int, dict[int, None]] = {}

    def index(self) -> None:
        """Learn the chats of messages that were loaded."""
        self._by_chat = {}
        for message in self.table:
            self._by_chat.setdefault(message.chat, {})[message.id] = None

    def get(self, chat: int, number: int | None) -> Message | None:
        """The message, or None if it never was or was deleted."""
        return None if number is None else self.table.get((chat, number))

    def put(self, message: Message) -> None:
        """Keep a new message or a changed one."""
        self.table.put((message.chat, message.id), message)
        self._by_chat.setdefault(message.chat, {})[message.id] = None

    def drop(self, message: Message) -> None:
        """Delete the message."""
        self.table.drop((message.chat, message.id))
        self._by_chat[message.chat].pop(message.id, None)

    def of(self, chat: int, after: int = 0) -> Iterator[Message]:
        """The chat's messages with an id above `after`, oldest first."""
        for number in self._by_chat.get(chat, {}):
            if number > after:
                yield self.table.get((chat, number))  # type: ignore[misc]  # the index and the table change together

    def clear(self) -> None:
        """Forget all."""
        self.table.clear()
        self._by_chat = {}


def change(message: Message, content: Json, markup: Json | None, date: int) -> Message:
    """The message after an edit; only a changed text shows as edited to people."""
    edited = message.edited or content != message.content
    return replace(message, content=content, markup=markup, edit_date=date, edited=edited)


def shape(message: Message, sender: Json, chat: Json, replied: Json | None) -> Json:
    """The message as the Bot API shapes it."""
    shaped: Json = {"message_id": message.id, "from": sender, "chat": chat, "date": message.date}
    if message.edit_date is not None:
        shaped["edit_date"] = message.edit_date
    if replied is not None:
        shaped["reply_to_message"] = replied
    shaped |= message.content
    if message.markup is not None:
        shaped["reply_markup"] = message.markup
    return shaped
