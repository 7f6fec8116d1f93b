"""Chains of work: one a key, each strictly in order, all of them side by side."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Chain(Generic[T]):
    """What waits under one key, and who works it off."""

    waiting: deque[T]
    task: asyncio.Task[None]


class Chains(Generic[T]):
    """Hands every item to `work`; a key costs nothing while nothing waits under it."""

    def __init__(self, work: Callable[[T], Awaitable[None]]) -> None:
        self._work = work
        self._chains: dict[int, Chain[T]] = {}

    def add(self, key: int, item: T) -> None:
        """Put an item behind the others of that key."""
        chain = self._chains.get(key)
        if chain is not None and not chain.task.done():
            chain.waiting.append(item)
            return
        waiting = deque([item])
        self._chains[key] = Chain(waiting, asyncio.create_task(self._run(key, waiting)))

    def tasks(self) -> list[asyncio.Task[None]]:
        """Who is at work."""
        return [chain.task for chain in self._chains.values() if not chain.task.done()]

    async def _run(self, key: int, waiting: deque[T]) -> None:
        """Work the chain off; an item that fails doesn't keep the next ones from their turn."""
        try:
            while waiting:
                try:
                    await self._work(waiting.popleft())
                except Exception:
                    log.exception("something for chat %s failed", key)
        finally:
            self._chains.pop(key, None)
