"""The lean Bot API server and the crowd that writes to its bots: a process of its own.

`python -m tests.bench.load` prints its port, then obeys one JSON order a line on stdin and answers each with one line:
`{"bot": 1, "wait": true}` waits until that bot polls; `{"bot": 1, "people": 1000, "messages": 5000, "rate": 30}` sends
messages (rate 0: all at once) and measures until each has its reply; `{"bot": 1, "forget": true}` makes the next poll
its first. Every token is a bot of its own; a reply belongs to the oldest message of its chat that has none. The process
ends with its stdin.
"""

import asyncio
import itertools
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tests.bench.server import Connection, Line, Lines

WORDS = (
    "reluctant eager border harvest borrow whisper stubborn ancient drought glacier witness shelter cautious generous "
    "abandon estimate ordinary valley patient balance thunder genuine curious reveal obstacle gather fragile courage "
    "remote summit vague merchant pursue gentle steep rescue ripe soil wander wisdom"
).split()
"""What people ask about."""

FIRST_PERSON = 1000
PATIENCE = 60.0
"""Seconds without any reply after which the rest counts as lost."""

PERSON = '"id":%d,"is_bot":false,"first_name":"Ann","language_code":"en"'
UPDATE = (
    '{"update_id":%d,"message":{"message_id":%d,"date":%d,"from":{' + PERSON + "},"
    '"chat":{"id":%d,"type":"private","first_name":"Ann"},"text":"%s"}}'
)


class Crowd:
    """People who write to one bot."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._numbers = itertools.count(1)

    async def obey(self, order: dict[str, Any]) -> dict[str, Any]:
        """Do what the order says; the answer."""
        if "forget" in order:
            self._line.polled.clear()
            self._line.polled_at = None
            return {}
        if "wait" in order:
            await self._line.polled.wait()
            return {"polled_at": self._line.polled_at}
        start, self._line.took, self._line.open = time.perf_counter(), [], order["messages"]
        await self._write(order["people"], order["messages"], order["rate"])
        await self._listen()
        self._line.asked.clear()
        return {"took": self._line.took, "seconds": self._line.replied_at - start, "lost": self._line.open}

    async def _write(self, people: int, messages: int, rate: float) -> None:
        start = time.perf_counter()
        for index, number in enumerate(itertools.islice(self._numbers, messages)):
            if rate and (wait := start + index / rate - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            self._say(number, FIRST_PERSON + number % people, WORDS[number // people % len(WORDS)])
            if rate:
                self._line.flush()
        self._line.flush()

    def _say(self, number: int, person: int, word: str) -> None:
        self._line.asked[person].append(time.perf_counter())
        self._line.waiting.append(UPDATE % (number, number, int(time.time()), person, person, word))

    async def _listen(self) -> None:
        while self._line.open:
            self._line.news.clear()
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._line.news.wait()
            except TimeoutError:
                return


def orders() -> Iterator[dict[str, Any]]:
    """What stdin says, to its end."""
    return (json.loads(line) for line in sys.stdin)


async def main() -> None:
    """Serve and obey."""
    lines: Lines = defaultdict(Line)
    crowds: dict[int, Crowd] = {}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(lines), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    given = orders()
    while order := await loop.run_in_executor(None, next, given, None):
        bot = order["bot"]
        crowd = crowds.setdefault(bot, Crowd(lines[bot]))
        sys.stdout.write(json.dumps(await crowd.obey(order)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
