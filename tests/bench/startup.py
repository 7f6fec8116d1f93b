"""How long the tutor takes from the start of its process to its first poll, everything on disk being there already."""

import asyncio
import statistics
from pathlib import Path

from tests.bench.children import Child, loading, running
from tests.bench.lookups import furnish
from tests.bench.report import Row

BOT = 9
STARTS = 5


def measure(folder: Path, dictionary: Path) -> list[Row]:
    """The median and the slowest of some starts; the very first, which warms up, doesn't count."""
    with loading() as load:
        settings = asyncio.run(furnish(folder, load.url, BOT, dictionary, "full", 1))
        seconds = []
        for _ in range(STARTS + 1):
            load.order(BOT, forget=True)
            with running(Child("bot", "--config", str(settings))) as child:
                seconds.append(load.first_poll(BOT, child))
        return [
            Row("start-up", "process to first poll", statistics.median(seconds[1:]), "s"),
            Row("start-up", "slowest of five", max(seconds[1:]), "s"),
        ]
