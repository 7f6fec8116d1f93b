"""A sandbox and the whole tutor in the test's own loop, and people who wait until the tutor has said its say."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.adapters.clock import ShiftedClock, SystemClock
from bot.adapters.dictionary import Dictionary
from bot.app import House, building, following, living
from bot.config import Storage
from bot.library.stories import Library
from bot.sandbox.server import Sandbox, serve
from bot.storage.door import Transaction
from tests.sandbox.bubbles import Bubble, Tapped
from tests.sandbox.person import Control, Person

TOKEN = "4242:SANDBOX"
START = datetime(2031, 3, 3, 14, 5, tzinfo=UTC)
"""A Monday afternoon, with weeks to go until the clocks change."""


def clock_at(instant: datetime) -> ShiftedClock:
    """A clock that shows this instant now, and runs on with the real time."""
    return ShiftedClock(instant - SystemClock().now())


@dataclass(slots=True)
class Scene:
    """Where a story plays. `house` changes when the tutor is started anew."""

    sandbox: Sandbox
    control: Control
    folder: Path
    dictionary: Dictionary
    library: Library
    house: House

    async def rests(self) -> None:
        """Wait until every update is dealt with, everything due is done and everything said is sent."""
        while self.sandbox.world.updates.pending(1):
            await self.control.now()  # any call that lets the tutor take its turn
        await self.control.forward()

    async def rows(self, sql: str, **values: int | str) -> Sequence[dict[str, Any]]:
        """Rows of the tutor's database."""

        async def work(tx: Transaction) -> Sequence[dict[str, Any]]:
            return [dict(row) for row in await tx.all(sql, **values)]

        return await self.house.services.database.read(work)

    async def change(self, sql: str) -> None:
        """Change the tutor's database behind its back: what would otherwise take weeks."""
        await self.house.services.database.write(None, lambda tx: tx.execute(sql))

    async def person(self, name: str) -> "Pupil":
        """One of the three who are there from the start."""
        return Pupil(self.control, (await self.control.person(name)).id, self.rests)

    async def newcomer(self, name: str, **more: str) -> "Pupil":
        """Somebody new."""
        return Pupil(self.control, (await self.control.newcomer(name, **more)).id, self.rests)


@dataclass(frozen=True, slots=True)
class Pupil(Person):
    """A person whose every act returns when the tutor has answered it in full."""

    rests: Callable[[], Awaitable[None]]

    async def says(self, text: str, *, reply_to: int | Bubble | None = None, quote: str | None = None) -> int:
        """Write to the bot; returns the message's id."""
        number = await Person.says(self, text, reply_to=reply_to, quote=quote)
        await self.rests()
        return number

    async def edits(self, message: int | Bubble, text: str) -> None:
        """Change a message of one's own."""
        await Person.edits(self, message, text)
        await self.rests()

    async def taps(self, label: str, *, on: int | Bubble | None = None) -> Tapped:
        """Tap a button by its label."""
        tapped = await Person.taps(self, label, on=on)
        assert tapped.answered, f"the tap on {label!r} wasn't acknowledged"
        await self.rests()
        return tapped

    async def hears(self, text: str, *, reply_to: int | Bubble | None = None, quote: str | None = None) -> Bubble:
        """Write to the bot; returns the message with which it answers."""
        number = await self.says(text, reply_to=reply_to, quote=quote)
        newest = (await self.chat())[-1]
        assert newest.from_bot, f"no answer to {text!r}"
        assert newest.id > number, f"no answer to {text!r}"
        return newest

    async def sent(self, number: int) -> Bubble:
        """The message of that number, as it stands now."""
        return next(one for one in await self.chat() if one.id == number)

    async def news(self, after: int) -> Sequence[Bubble]:
        """What the bot wrote after that message."""
        return [one for one in await self.chat() if one.from_bot and one.id > after]


@asynccontextmanager
async def tutor(sandbox: Sandbox, folder: Path, dictionary: Dictionary, library: Library) -> AsyncIterator[House]:
    """The whole tutor, alive, as `python -m bot` builds it."""
    clock, storage = ShiftedClock(), Storage(url=f"sqlite:///{folder / 'tutor.sqlite'}", durability="normal")
    async with (
        building(storage, dictionary, library, clock, TOKEN, sandbox.url) as house,
        following(house, clock, sandbox.url),
        living(house),
    ):
        yield house


@dataclass(slots=True)
class Stage:
    """A scene whose tutor can be stopped and started."""

    scene: Scene
    stack: AsyncExitStack

    async def stop(self) -> None:
        """Stop the tutor."""
        await self.stack.aclose()

    async def start(self) -> None:
        """Start it again."""
        scene = self.scene
        self.scene.house = await self.stack.enter_async_context(
            tutor(scene.sandbox, scene.folder, scene.dictionary, scene.library)
        )


@asynccontextmanager
async def playing(folder: Path, dictionary: Dictionary, library: Library) -> AsyncIterator[Stage]:
    """A stage with everything on it."""
    async with (
        await serve(clock_at(START), None, 0) as sandbox,
        Control(sandbox.url) as control,
        AsyncExitStack() as stack,
    ):
        house = await stack.enter_async_context(tutor(sandbox, folder, dictionary, library))
        yield Stage(Scene(sandbox, control, folder, dictionary, library, house), stack)
