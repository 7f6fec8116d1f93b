"""A tutor that kills itself at a chosen point.

Run as `python -m tests.crash.child`, this process loads the program once and then waits: for each order, a line of JSON
on its standard input, it forks a child that lives the whole tutor, writes the child's process id, and when the child
is gone, how it ended. A fork starts in a tenth of a second; importing everything anew takes two.
"""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

from bot.adapters.clock import ShiftedClock
from bot.adapters.dictionary import Dictionary
from bot.adapters.telegram import limits
from bot.adapters.telegram.transport import AiohttpRequest
from bot.app import building, following, living, loop_factory
from bot.config import Storage
from bot.library.stories import Library, open_library
from bot.storage import sqlite
from bot.storage.sqlite import Unit
from tests.crash.orders import TOKEN, Order


class Doom:
    """Counts the points passed, each noted in a file that outlives the process, and kills at the chosen one."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._passed = 0
        self._notes = os.open(order.notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def enter(self, kind: str) -> bool:
        """A point of that kind begins; whether it's the fatal one."""
        os.write(self._notes, f"{kind}\n".encode())
        if kind != self._order.kind:
            return False
        self._passed += 1
        return self._passed == self._order.at

    def strike(self, moment: str, *, fatal: bool) -> None:
        """Die, if this is the moment."""
        if fatal and moment == self._order.moment:
            os.kill(os.getpid(), signal.SIGKILL)


def deadly_call(doom: Doom) -> Any:
    """A call to the server that is such a point."""
    do_request = AiohttpRequest.do_request

    async def deadly(self: AiohttpRequest, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        fatal = doom.enter("call")
        doom.strike("before", fatal=fatal)
        answer = await do_request(self, *args, **kwargs)
        doom.strike("after", fatal=fatal)
        return answer

    return deadly


def deadly_commit(doom: Doom) -> Any:
    """A commit that is such a point."""
    commit = sqlite.commit

    def deadly(connection: sqlite3.Connection, units: Sequence[Unit]) -> None:
        fatal = doom.enter("commit")
        doom.strike("before", fatal=fatal)
        commit(connection, units)
        doom.strike("after", fatal=fatal)

    return deadly


async def live(order: Order, library: Library) -> None:
    """The whole tutor, until the process ends."""
    file = f"file:{order.dictionary}?mode=ro&immutable=1"
    lexicon = Dictionary(sqlite3.connect(file, uri=True, check_same_thread=False, isolation_level=None))
    clock, storage = ShiftedClock(), Storage(url=f"sqlite:///{order.database}", durability="normal")
    async with (
        building(storage, lexicon, library, clock, TOKEN, order.url) as house,
        following(house, clock, order.url),
        living(house),
    ):
        await asyncio.Event().wait()


def be_born(order: Order, library: Library) -> None:
    """What the forked process does, to its end."""
    doom = Doom(order)
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(limits, "PERSON", 1000.0))  # nobody here waits to read
        stack.enter_context(mock.patch.object(AiohttpRequest, "do_request", deadly_call(doom)))
        stack.enter_context(mock.patch.object(sqlite, "commit", deadly_commit(doom)))
        log = os.open(Path(order.notes).with_suffix(".log"), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(log, 1)
        os.dup2(log, 2)
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(live(order, library))


def serve() -> None:
    """Fork a child for each order, one at a time."""
    library = open_library()
    for line in sys.stdin:
        order = Order(**json.loads(line))
        number = os.fork()
        if number == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            be_born(order, library)
            os._exit(0)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        status = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
