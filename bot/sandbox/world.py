"""Everything the server knows, and the few things that can happen in it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.sandbox.events import Events
from bot.sandbox.journal import Journal
from bot.sandbox.messages import Message, Messages, shape
from bot.sandbox.people import Person, first_three, private_chat, user
from bot.sandbox.polling import Polling
from bot.sandbox.queries import Queries
from bot.sandbox.record import Record
from bot.sandbox.refusals import bad_request
from bot.sandbox.settings import Settings
from bot.sandbox.shapes import Json
from bot.sandbox.tables import Table
from bot.sandbox.updates import Updates
from bot.services import MovableClock

DEFAULT_BOT = 4242
COUNTERS = ("message", "update_id", "query", "call", "complaint")
TYPING = 5
"""Seconds that a chat action is shown."""


class World:
    """People, messages, updates and the bot, in memory, kept by a journal."""

    def __init__(self, clock: MovableClock, journal: Journal) -> None:
        self.clock = clock
        self.events = Events()
        self.settings = Settings(journal.note)
        self.people: Table[int, Person] = Table("person", Person, journal.note)
        self.messages = Messages(journal.note)
        self.updates = Updates(self.settings, self.now, journal.note)
        self.polling = Polling(self.updates)
        self.queries = Queries(self.settings, self.now, journal.note)
        self.record = Record(self.settings, journal.note)
        self._typing: dict[int, int] = {}
        journal.load(self._tables())
        self.messages.index()
        self._catch_up()
        self._populate()

    def _tables(self) -> list[Table[Any, Any]]:
        return [
            self.settings.table,
            self.people,
            self.messages.table,
            self.updates.table,
            self.queries.table,
            self.record.calls,
            self.record.complaints,
        ]

    def _catch_up(self) -> None:
        """Move a fresh clock to where the sandbox's time had come."""
        behind = timedelta(seconds=self.settings.get("offset", 0)) - self.clock.offset
        if behind > timedelta(0):
            self.clock.move(self.clock.now() + behind)

    def _populate(self) -> None:
        if not len(self.people):
            for person in first_three():
                self.people.put(person.id, person)

    def reset(self) -> None:
        """Forget everything but the time and what has been counted, so that no id comes twice."""
        kept = {name: self.settings.get(name) for name in ("offset", *COUNTERS)}
        for table in self._tables():
            table.clear()
        for name, value in kept.items():
            self.settings.set(name, value)
        self.messages.clear()
        self._typing.clear()
        self._populate()
        self.events.tell({"people": True})

    def note_move(self) -> None:
        """The clock was moved."""
        self.settings.set("offset", self.clock.offset.total_seconds())
        self.events.tell({"clock": {"now": self.clock.now().isoformat()}})

    def now(self) -> int:
        """Seconds since 1970 on the sandbox's clock."""
        return int(self.clock.now().timestamp())

    def bot(self) -> Json:
        """The bot as a User."""
        name = self.settings.get("name:", "Lexigram")
        return {
            "id": self.settings.get("bot", DEFAULT_BOT),
            "is_bot": True,
            "first_name": name,
            "username": "lexigram_sandbox_bot",
        }

    def person(self, number: int) -> Person:
        """The person with this id; refused if there is none that ever wrote to the bot."""
        person = self.people.get(number)
        if person is None or not person.started:
            raise bad_request("chat not found")
        return person

    def say(self, message: Message) -> Message:
        """A new bubble; its id is given here."""
        said = replace(message, id=self.settings.next("message"))
        self.keep(said)
        self._typing.pop(message.chat, None)
        return said

    def keep(self, message: Message) -> None:
        """Put a new or changed message where it belongs and tell the page."""
        self.messages.put(message)
        self.events.tell({"chat": message.chat})

    def delete(self, message: Message) -> None:
        """Take a message away for everyone."""
        self.messages.drop(message)
        self.events.tell({"chat": message.chat})

    def shown(self, message: Message, *, with_reply: bool = True) -> Json:
        """The message as the Bot API shapes it, with the message it replies to, one level deep."""
        replied = self.messages.get(message.chat, message.reply_to) if with_reply else None
        inner = None if replied is None else self.shown(replied, with_reply=False)
        person = self.people.get(message.chat)
        chat = {"id": message.chat, "type": "private"} if person is None else private_chat(person)
        return shape(message, self.sender(message), chat, inner)

    def sender(self, message: Message) -> Json:
        """Who wrote the message, as a User."""
        person = self.people.get(message.sender)
        return self.bot() | {"id": message.sender} if person is None else user(person)

    def start_typing(self, chat: int) -> None:
        """Show the bot as busy for a few seconds, or until its next message."""
        self._typing[chat] = self.now() + TYPING
        self.events.tell({"chat": chat})

    def is_typing(self, chat: int) -> bool:
        """Whether the bot is shown as busy."""
        return self._typing.get(chat, 0) > self.now()
