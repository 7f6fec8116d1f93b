"""Our bot under load, beside two echo bots: every message is a word to look up, every look-up a durable write."""

import asyncio
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.clock import SystemClock
from bot.storage import learners
from bot.storage.door import Transaction
from bot.storage.migrate import migrate
from bot.storage.sqlite import Durability, open_database
from tests.bench.children import Child, Load, loading, running
from tests.bench.load import FIRST_PERSON
from tests.bench.report import Row

BARE, TUNED = "echo, as it comes", "echo, our transport"
DURABILITIES: tuple[Durability, ...] = ("full", "normal")
RATE = 30.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: in each round, so many messages at once, then so many at 30 a second."""

    people: int = 1000
    rounds: int = 3
    at_once: int = 2000
    paced: int = 300


SIZES = {"small": Size(200, 1, 300, 30), "": Size(), "full": Size(people=10_000, rounds=5, at_once=10_000, paced=900)}


@dataclass(slots=True)
class Runner:
    """A bot under load, and what was measured."""

    number: int
    name: str
    child: Child
    per_second: list[float] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    @property
    def speed(self) -> float:
        """Updates a second, the median of the rounds."""
        return statistics.median(self.per_second)

    def against(self, other: "Runner") -> float:
        """How many times as fast as the other: the median of the rounds, each compared with its neighbour."""
        return statistics.median(mine / its for mine, its in zip(self.per_second, other.per_second, strict=True))

    def percentile(self, percent: int) -> float:
        """How long a reply takes at 30 messages a second, in ms."""
        ordered = sorted(self.took)
        return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)] * 1e3

    def measure(self, load: Load, size: Size) -> None:
        """One round."""
        flood = load.order(self.number, people=size.people, messages=size.at_once, rate=0)
        paced = load.order(self.number, people=size.people, messages=size.paced, rate=RATE)
        if flood["lost"] + paced["lost"]:
            sys.exit(f"{self.name}: {flood['lost']} and {paced['lost']} messages had no reply")
        self.per_second.append(size.at_once / flood["seconds"])
        self.took += paced["took"]


def measure(folder: Path, dictionary: Path, size: Size) -> list[Row]:
    """The rows of all four bots, their rounds taken in turns against the same server."""
    with loading() as load, _runners(load, folder, dictionary, size) as runners:
        for runner in runners:
            load.first_poll(runner.number, runner.child)
            load.order(runner.number, people=size.people, messages=size.people, rate=0)  # to warm up
        for _ in range(size.rounds):
            for runner in runners:
                runner.measure(load, size)
        return [row for runner in runners for row in _rows(runner, runners)]


@contextmanager
def _runners(load: Load, folder: Path, dictionary: Path, size: Size) -> Iterator[list[Runner]]:
    with ExitStack() as stack:

        def runner(number: int, name: str, *words: str) -> Runner:
            child = Child(*words, patient=words[0] == "bot")  # an echo bot has nothing to lose
            return Runner(number, name, stack.enter_context(running(child)))

        runners = [
            runner(1, BARE, "tests.bench.echo", load.url, "1:BENCH"),
            runner(2, TUNED, "tests.bench.echo", load.url, "2:BENCH", "--tuned"),
        ]
        for number, durability in enumerate(DURABILITIES, start=3):
            settings = asyncio.run(furnish(folder / durability, load.url, number, dictionary, durability, size.people))
            runners.append(runner(number, f"look-up, {durability}", "bot", "--config", str(settings)))
        yield runners


def _rows(runner: Runner, runners: Sequence[Runner]) -> list[Row]:
    bare, tuned, *ours = runners
    is_ours = runner in ours
    figures = {f"p{percent} at {RATE:.0f}/s": runner.percentile(percent) for percent in (50, 95, 99)}
    slowest = {f"p99 at {RATE:.0f}/s": 20.0} if is_ours else {}
    rows = [
        Row(runner.name, "updates a second", runner.speed, "/s"),
        *(Row(runner.name, name, value, "ms", at_most=slowest.get(name)) for name, value in figures.items()),
        Row(runner.name, "peak memory", runner.child.peak_mb, "MB"),
    ]
    if is_ours:
        rows.insert(1, Row(runner.name, f"against {BARE}", runner.against(bare), "×", at_least=1.0))
        rows.insert(2, Row(runner.name, f"against {TUNED}", runner.against(tuned), "×", at_least=0.5))
    return rows


async def furnish(folder: Path, url: str, number: int, dictionary: Path, durability: Durability, people: int) -> Path:
    """A bot's folder with settings and a database in which everybody has begun already; the settings' path."""
    database = await open_database(folder / "lexigram.sqlite", "normal")
    try:
        await migrate(database, folder / "lexigram.sqlite")
        await database.write(None, lambda tx: _welcome(tx, people))
    finally:
        await database.close()
    settings = folder / "config.toml"
    settings.write_text(
        f"""
        telegram = {{ token = "{number}:BENCH", api_url = "{url}" }}
        storage = {{ url = "sqlite:///{folder / "lexigram.sqlite"}", durability = "{durability}" }}
        dictionary = {{ folder = "{dictionary}" }}
        log = {{ level = "WARNING" }}
        """,
        "utf-8",
    )
    return settings


async def _welcome(tx: Transaction, people: int) -> None:
    now = SystemClock().now()
    for telegram_id in range(FIRST_PERSON, FIRST_PERSON + people):
        one = await learners.welcome(tx, telegram_id, "en", "Europe/Madrid", now)
        await learners.change(tx, one.id, tongue="es", level=2.0, zone_known=True, minutes=10)
