"""In order within a person, people in parallel: a flood by one never delays another."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

WAITING = 10_000
"""Updates that may wait or run at the most; wide, so that one person's queue never fills it."""

ACTIVE = 64
"""Handlers that run at the same time."""


class PeopleProcessor(BaseUpdateProcessor):
    """Runs each update behind its person's earlier ones."""

    def __init__(self) -> None:
        super().__init__(WAITING)
        self._turns: dict[int, tuple[asyncio.Lock, int]] = {}
        self._active = asyncio.Semaphore(ACTIVE)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Run the update when it's its person's turn, and there's room."""
        person = person_of(update)
        lock, waiting = self._turns.get(person, (asyncio.Lock(), 0))
        self._turns[person] = lock, waiting + 1
        try:
            async with lock, self._active:
                await coroutine
        finally:
            lock, waiting = self._turns[person]
            if waiting == 1:
                del self._turns[person]
            else:
                self._turns[person] = lock, waiting - 1

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def person_of(update: object) -> int:
    """Who sent the update: a voter, a user, else the chat."""
    if not isinstance(update, Update):
        return 0
    if update.poll_answer is not None:
        voter = update.poll_answer.user or update.poll_answer.voter_chat
        return voter.id if voter else 0
    who = update.effective_user or update.effective_chat
    return who.id if who else 0
