"""The process that forks tutors, seen from the test: one tutor at a time, a new one whenever the last one died."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, replace

from tests.crash.orders import Order

KILLED = -int(signal.SIGKILL)


@dataclass(slots=True)
class Nursery:
    """The forking process, and how its children have ended so far."""

    process: asyncio.subprocess.Process
    endings: list[int]
    child: int = 0
    closing: bool = False

    async def raise_one(self, order: Order) -> None:
        """Let a tutor live to its end."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{json.dumps(asdict(order))}\n".encode())
        self.child = await self._number()
        if self.closing:
            self.end()
        self.endings.append(await self._number())
        self.child = 0

    async def keep_alive(self, order: Order) -> None:
        """Let a tutor live by the order, and after its death others that don't die by themselves."""
        await self.raise_one(order)
        while not self.closing and self.endings[-1] == KILLED:
            await self.raise_one(replace(order, at=0))

    async def _number(self) -> int:
        assert self.process.stdout is not None
        return int(await self.process.stdout.readline())

    def end(self) -> None:
        """End the tutor that lives now."""
        self.closing = True
        if self.child:
            os.kill(self.child, signal.SIGKILL)


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """The forking process."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.crash.child", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        yield Nursery(process, [])
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


@asynccontextmanager
async def tutored(one: Nursery, order: Order) -> AsyncIterator[None]:
    """A tutor, and after its death another, for as long as the body runs."""
    one.closing = False
    one.endings.clear()
    life = asyncio.create_task(one.keep_alive(order))
    try:
        yield
    finally:
        one.end()
        await life
