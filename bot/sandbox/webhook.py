"""Delivering updates to the bot's webhook: one chat's in order, chats side by side, again and again until taken."""

import asyncio
from dataclasses import dataclass, field

import aiohttp

from bot.sandbox.shapes import Json
from bot.sandbox.updates import Update
from bot.sandbox.world import World

FIRST_PAUSE = 0.1
"""Seconds of real time before the first repetition; each further one waits twice as long."""
LONGEST_PAUSE = 5.0
ANSWER_WITHIN = 60.0
_PROOF = "X-Telegram-Bot-Api-Secret-Token"
_LOOK = 1.0


@dataclass(slots=True)
class Deliverer:
    """Takes updates from the queue to the webhook for as long as one is set."""

    world: World
    _lanes: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        """Deliver until cancelled."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            try:
                while True:
                    self._open_lanes(session)
                    await self.world.updates.arrived.wait(_LOOK)
            finally:
                for lane in self._lanes.values():
                    lane.cancel()

    def _open_lanes(self, session: aiohttp.ClientSession) -> None:
        """One task for each chat that has updates, up to the number of connections allowed."""
        self._lanes = {lane: task for lane, task in self._lanes.items() if not task.done()}
        hook = self.world.settings.get("webhook")
        if not hook:
            return
        for update in self.world.updates.pending(hook["max_connections"] * 10):
            if update.lane not in self._lanes and len(self._lanes) < hook["max_connections"]:
                self._lanes[update.lane] = asyncio.create_task(self._serve(session, update.lane))

    async def _serve(self, session: aiohttp.ClientSession, lane: int) -> None:
        """Deliver the lane's updates until there are none left."""
        pause = FIRST_PAUSE
        while (hook := self.world.settings.get("webhook")) and (update := self._next(lane)):
            if await self._deliver(session, hook, update):
                self.world.updates.table.drop(update.id)
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        self.world.updates.arrived.ring()

    def _next(self, lane: int) -> Update | None:
        return next((update for update in self.world.updates.table if update.lane == lane), None)

    async def _deliver(self, session: aiohttp.ClientSession, hook: Json, update: Update) -> bool:
        """Whether the webhook took the update."""
        headers = {"Content-Type": "application/json"} | ({_PROOF: hook["secret"]} if hook["secret"] else {})
        try:
            async with session.post(hook["url"], data=update.body.encode(), headers=headers, ssl=False) as answer:
                if answer.ok:
                    return True
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(_words(error))
        return False

    def _note(self, reason: str) -> None:
        self.world.settings.set("webhook_error", {"last_error_date": self.world.now(), "last_error_message": reason})


def _words(error: Exception) -> str:
    """Telegram's words for a webhook that can't be reached."""
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    return "Connection refused" if isinstance(error, aiohttp.ClientConnectorError) else "Connection reset by peer"
