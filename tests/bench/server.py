"""A Bot API server that does as little as it can: it hands out updates and notes when each has its reply."""

import asyncio
import itertools
import json
import re
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import unquote_plus

SILENCE = 5.0
"""Seconds until a poll without news is answered."""

ME = b'{"ok":true,"result":{"id":%d,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}'
SENT = (
    b'{"ok":true,"result":{"message_id":%d,"date":1700000000,"from":{"id":1,"is_bot":true,"first_name":"Bench"},'
    b'"chat":{"id":%d,"type":"private","first_name":"Ann"},"text":%s}}'
)
PATH = re.compile(rb"^\w+ /bot(\d+):\w+/(\w+)")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHAT = re.compile(rb"(?:^|&)chat_id=(\d+)")
TEXT = re.compile(rb"(?:^|&)text=([^&]*)")


@dataclass(slots=True)
class Line:
    """What goes on between one bot and its people."""

    waiting: deque[str] = field(default_factory=deque)
    poll: asyncio.Transport | None = None
    timer: asyncio.TimerHandle | None = None
    polled_at: float | None = None
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    asked: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    took: list[float] = field(default_factory=list)
    replied_at: float = 0.0
    open: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def flush(self) -> None:
        """Answer the poll that waits, if there's something to say."""
        if self.poll is not None and self.waiting:
            batch = ",".join(self.waiting.popleft() for _ in range(min(100, len(self.waiting))))
            self.end_poll(batch)

    def end_poll(self, batch: str = "") -> None:
        """Answer the poll that waits, if one does."""
        if self.timer is not None:
            self.timer.cancel()
        if self.poll is not None:
            answer(self.poll, b'{"ok":true,"result":[%s]}' % batch.encode())
        self.poll = self.timer = None

    def reply(self, chat: int) -> None:
        """The bot said something in that chat."""
        if self.asked[chat]:
            self.replied_at = time.perf_counter()
            self.took.append(self.replied_at - self.asked[chat].popleft())
            self.open -= 1
            self.news.set()


Lines = defaultdict[int, Line]


class Connection(asyncio.Protocol):
    """HTTP as far as bots speak it: a request line, Content-Length, a urlencoded body."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._read = b""
        self._ids = itertools.count(1)
        self._transport = cast(asyncio.Transport, None)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        for line in self._lines.values():
            if line.poll is self._transport:
                line.poll = None

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := self._read.find(b"\r\n\r\n")) >= 0:
            length = LENGTH.search(self._read, 0, end)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._read) < whole:
                return
            request, body, self._read = self._read[:end], self._read[end + 4 : whole], self._read[whole:]
            self._handle(PATH.match(request), body)

    def _handle(self, call: re.Match[bytes] | None, body: bytes) -> None:
        if call is None:
            answer(self._transport, b'{"ok":false,"error_code":404,"description":"Not Found"}', b"404 Not Found")
            return
        bot, method = int(call[1]), call[2]
        if method == b"getUpdates":
            self._poll(self._lines[bot])
        elif method == b"sendMessage":
            answer(self._transport, self._sent(self._lines[bot], body))
        else:
            answer(self._transport, ME % bot if method == b"getMe" else b'{"ok":true,"result":true}')

    def _poll(self, line: Line) -> None:
        line.end_poll()
        line.poll, line.polled_at = self._transport, line.polled_at or time.monotonic()
        line.polled.set()
        line.timer = asyncio.get_running_loop().call_later(SILENCE, line.end_poll)
        line.flush()

    def _sent(self, line: Line, body: bytes) -> bytes:
        chat, text = CHAT.search(body), TEXT.search(body)
        assert chat is not None, body
        assert text is not None, body
        line.reply(int(chat[1]))
        return SENT % (next(self._ids), int(chat[1]), json.dumps(unquote_plus(text[1].decode())).encode())


def answer(transport: asyncio.Transport, body: bytes, status: bytes = b"200 OK") -> None:
    """Send a response."""
    head = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
    transport.write(head + body)
