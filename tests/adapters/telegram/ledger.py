"""Pushes, and what becomes of each, step by step."""

from typing import Literal

from bot.services import Outcome, Push, Reply
from tests.adapters.telegram.wire import Wire

ANA = 7
Kind = Literal["review", "article"]


class Ledger:
    """What becomes of pushes, step by step."""

    def __init__(self, wire: Wire) -> None:
        self.steps: list[tuple[object, ...]] = []
        self.welcome = True
        self.troubles: list[str] = []
        self._wire = wire

    def push(self, chat_id: int = ANA, kind: Kind = "review", deletes: tuple[int, ...] = ()) -> Push:
        async def begin() -> bool:
            self._fail("begin")
            self.steps.append(("begin", chat_id, len(self._wire.calls)))
            return self.welcome

        async def end(outcome: Outcome, message_id: int | None) -> None:
            self._fail("end")
            self.steps.append(("end", chat_id, outcome, message_id))

        return Push(chat_id, kind, Reply(f"{kind} {chat_id}", deletes=deletes), begin, end)

    def _fail(self, step: str) -> None:
        if step in self.troubles:
            self.troubles.remove(step)
            raise OSError("disk full")

    def ends(self) -> list[object]:
        return [step[2] for step in self.steps if step[0] == "end"]
