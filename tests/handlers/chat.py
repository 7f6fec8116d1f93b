"""A person whose updates go straight to the routes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import Application

from bot.services import Reply, Services
from bot.storage.door import Transaction
from bot.tutor import inbox
from bot.views.actions import Action
from tests.fakes import SilentMessenger

Json = dict[str, Any]

ANA = 1001
TAPPED = 500
"""The message whose buttons are tapped."""


@dataclass(slots=True)
class Chat:
    """Ana's chat with the tutor; each act returns what the tutor said to it."""

    application: Application[Any, Any, Any, Any, Any, Any]
    services: Services
    update: int = 0
    language: str = "es"

    @property
    def messenger(self) -> SilentMessenger:
        messenger = self.services.messenger
        assert isinstance(messenger, SilentMessenger)
        return messenger

    async def gets(self, **update: Json) -> Sequence[Reply]:
        """An update, held in the inbox like any other; it must be done afterwards."""
        self.update += 1
        before = len(self.messenger.answered)
        await inbox.receive(self.services, self.application.bot.id, [(self.update, "{}")])
        payload = {"update_id": self.update, **update}
        await self.application.process_update(Update.de_json(payload, self.application.bot))
        assert await self.rows("select * from inbox where done_at is null") == []
        return [reply for _, _, reply, _ in self.messenger.answered[before:]]

    async def says(self, text: str, *, group: bool = False, **more: object) -> Sequence[Reply]:
        """A text; a command where it begins with a slash."""
        return await self.gets(message=self.message(text, group=group, **more))

    async def edits(self, text: str) -> Sequence[Reply]:
        """A text changed afterwards."""
        return await self.gets(edited_message=self.message(text, edit_date=1_900_000_001))

    async def taps(self, action: Action | str, message: int = TAPPED) -> Sequence[Reply]:
        """A button."""
        data = action if isinstance(action, str) else action.pack()
        shown = {"message_id": message, "date": 1_900_000_000, "chat": self.chat(), "text": "…"}
        query = {
            "id": f"tap-{self.update}",
            "from": self.person(),
            "chat_instance": "1",
            "data": data,
            "message": shown,
        }
        return await self.gets(callback_query=query)

    async def member(self, status: str, *, group: bool = False) -> Sequence[Reply]:
        """The tutor's membership changes: it's blocked, let in, or taken out of a group."""
        bot = {"id": 4242, "is_bot": True, "first_name": "Lexigram"}
        until = {"until_date": 0} if status == "kicked" else {}
        change = {
            "chat": self.chat(group=group),
            "from": self.person(),
            "date": 1_900_000_000,
            "old_chat_member": {"user": bot, "status": "member"},
            "new_chat_member": {"user": bot, "status": status, **until},
        }
        return await self.gets(my_chat_member=change)

    def message(self, text: str | None, *, group: bool = False, **more: object) -> Json:
        """A message of hers."""
        begun: Json = {"message_id": 7, "date": 1_900_000_000, "chat": self.chat(group=group), "from": self.person()}
        if text is not None:
            begun["text"] = text
            if text.startswith("/"):
                length = len(text.split()[0])
                begun["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return {**begun, **more}

    def person(self) -> Json:
        return {"id": ANA, "is_bot": False, "first_name": "Ana", "language_code": self.language}

    def chat(self, *, group: bool = False) -> Json:
        return {"id": -5, "type": "group", "title": "Class"} if group else {"id": ANA, "type": "private"}

    async def rows(self, sql: str) -> Sequence[Mapping[str, Any]]:
        """Rows of the tutor's database."""

        async def work(tx: Transaction) -> Sequence[Mapping[str, Any]]:
            return [dict(row) for row in await tx.all(sql)]

        return await self.services.database.read(work)

    async def learner(self) -> Mapping[str, Any]:
        """Ana as stored."""
        (row,) = await self.rows("select * from learners")
        return row

    async def arrives(self) -> Sequence[Reply]:
        """Through the first minute."""
        await self.says("/start")
        await self.taps("tc:es")
        return await self.taps("lc:1")
