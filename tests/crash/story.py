"""A short story that survives its tutor: everybody waits for what they'll see, and taps what they see."""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.sandbox.server import Sandbox
from bot.texts import texts
from tests.sandbox.bubbles import Bubble
from tests.sandbox.person import Control, Person
from tests.story.steps import actions, asking

ASKED = "reluctant"
PATIENCE = 30.0
HOURS = 7
"""From the afternoon of the first day three such steps lead past the first push."""

STEPS = 9

Done = Callable[[Sequence[Bubble]], object]


@dataclass(frozen=True, slots=True)
class Story:
    """Ana, her sandbox, and the tutor's database as anybody may read it."""

    sandbox: Sandbox
    control: Control
    ana: Person
    database: Path

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """Rows of the tutor's database, as they are committed now."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(sql)]

    async def play(self) -> None:
        """From /start to an answer taken back."""
        spoken = texts("es")
        await self.ana.says("/start")
        await self.taps("Español", lambda chat: newest(chat, "A2"))
        await self.taps("A2", lambda chat: newest(chat, spoken("article-keep")))
        await self.taps(spoken("article-keep"), lambda chat: newest(chat, spoken("done")))
        word = (await self.sees(lambda chat: newest(chat, spoken("done")))).buttons[0]
        await self.taps(word, lambda chat: newest(chat, f"{word} ✓"))
        await self.taps(spoken("done"), lambda chat: newest(chat, spoken("clock-hour")))
        yes = (await self.sees(lambda chat: newest(chat, spoken("clock-hour")))).buttons[0]
        await self.taps(yes)
        await self.ana.says(f"what does {ASKED} mean?")
        await self.sees(lambda chat: next((one for one in reversed(chat) if one.text.startswith(ASKED)), None))
        await self.is_asked()
        await self.answers(lambda chat: newest(chat, spoken("undo"), said="✅"))
        await self.taps(spoken("undo"), said="✅")
        await self.rests()

    async def sees(self, there: Callable[[Sequence[Bubble]], Bubble | None]) -> Bubble:
        """Wait for a message."""
        found = there(await self.ana.wait_until(there, within=PATIENCE))
        assert found is not None
        return found

    async def taps(self, label: str, done: Done | None = None, *, said: str = "") -> None:
        """Tap the newest button of that label, and wait for what comes of it: that the button goes, if nothing else.

        Nobody waits for the tap's own answer: it may have died with the tutor.
        """
        bubble = await self.sees(lambda chat: newest(chat, label, said=said))

        def gone(chat: Sequence[Bubble]) -> bool:
            return not any(one.id == bubble.id and label in one.buttons for one in chat)

        await self._effects(self.ana.taps(label, on=bubble), done or gone)

    async def is_asked(self) -> None:
        """Let the hours go by until a question has arrived."""
        for _ in range(STEPS):
            await self._is_followed()
            await self.control.forward(hours=HOURS)
            if asking(await self.ana.chat()):
                return
        raise AssertionError("no question ever came")

    async def _is_followed(self) -> None:
        """Wait until a tutor is there and knows what is due next: days that nobody lives through prove nothing."""
        async with asyncio.timeout(PATIENCE):
            while (await self.control.ask("GET", "clock"))["next_due"] is None:
                pass

    async def answers(self, done: Done) -> None:
        """Tap the right option of the open question."""
        (row,) = self.rows(
            "select q.id, json_extract(content, '$.options') as options, json_extract(content, '$.key') as key"
            " from questions q join items i on i.id = q.item_id where q.state = 'open'"
        )
        index = json.loads(row["options"]).index(row["key"])
        data = f"a:{row['id']}:{index}"
        bubble = await self.sees(lambda chat: next((one for one in chat if data in actions(one)), None))
        body = {"person": self.ana.id, "message_id": bubble.id, "data": data}
        await self._effects(self.control.ask("POST", "tap", body), done)

    async def _effects(self, tap: Any, done: Done) -> None:
        tapping = asyncio.create_task(tap)
        await self.ana.wait_until(done, within=PATIENCE)
        tapping.cancel()
        with suppress(asyncio.CancelledError):
            await tapping

    async def rests(self) -> None:
        """Wait until all updates are taken, and the tutor has done and said everything."""
        async with asyncio.timeout(PATIENCE):
            while self.sandbox.world.updates.pending(1) or self.rows("select * from outbox"):
                await self.control.forward(seconds=0.001)
        await self.control.forward()


def newest(chat: Sequence[Bubble], label: str, *, said: str = "") -> Bubble | None:
    """The newest message with that button and that beginning."""
    return next((one for one in reversed(chat) if label in one.buttons and one.text.startswith(said)), None)
