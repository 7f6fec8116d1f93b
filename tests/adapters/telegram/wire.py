"""A wire to no server: every call is written down, and answered as the test says."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram.request import BaseRequest, RequestData

Json = dict[str, Any]

ME = {"id": 4242, "is_bot": True, "first_name": "Lexigram", "username": "lexigram_bot"}


@dataclass(frozen=True, slots=True)
class Called:
    """One call of the Bot API."""

    method: str
    asked: Mapping[str, str]

    @property
    def chat(self) -> int:
        return int(self.asked["chat_id"])

    @property
    def text(self) -> str:
        return self.asked.get("text", "")


def refusal(code: int, description: str, **parameters: int) -> tuple[int, Json]:
    """A refusal as Telegram shapes it."""
    body: Json = {"ok": False, "error_code": code, "description": description}
    return code, body | ({"parameters": parameters} if parameters else {})


TOO_MANY = refusal(429, "Too Many Requests: retry after 5", retry_after=5)
BLOCKED = refusal(403, "Forbidden: bot was blocked by the user")
BROKEN = refusal(502, "Bad Gateway")


class Wire(BaseRequest):
    """Takes the place of the transport below python-telegram-bot's own bot."""

    def __init__(self) -> None:
        self.calls: list[Called] = []
        self.open = asyncio.Event()
        self.open.set()
        self._answers: dict[str, deque[tuple[int, Json] | Exception]] = defaultdict(deque)
        self._message_id = 100

    @property
    def read_timeout(self) -> float:
        return 5

    def will(self, method: str, *answers: tuple[int, Json] | Exception) -> None:
        """Answer the next calls of that method so; afterwards all is well again."""
        self._answers[method].extend(answers)

    def of(self, method: str) -> list[Called]:
        """The calls of that method."""
        return [call for call in self.calls if call.method == method]

    def said(self, chat_id: int | None = None) -> list[str]:
        """The texts that were sent (to that chat), refused or not."""
        return [call.text for call in self.of("sendMessage") if chat_id in (None, call.chat)]

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> Any:
        """One call: written down at once, answered when the wire is open."""
        called = Called(url.rpartition("/")[2], request_data.json_parameters if request_data else {})
        self.calls.append(called)
        await self.open.wait()
        code, body = self._answer(called)
        return code, json.dumps(body).encode()

    def _answer(self, called: Called) -> tuple[int, Json]:
        if waiting := self._answers[called.method]:
            answer = waiting.popleft()
            if isinstance(answer, Exception):
                raise answer
            return answer
        return 200, {"ok": True, "result": self._result(called)}

    def _result(self, called: Called) -> object:
        if called.method == "getMe":
            return ME
        if called.method not in {"sendMessage", "editMessageText", "editMessageReplyMarkup"}:
            return True
        self._message_id += called.method == "sendMessage"
        shown = int(called.asked.get("message_id", self._message_id))
        return {"message_id": shown, "date": 1, "chat": {"id": called.chat, "type": "private"}, "text": called.text}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
