"""Processes that a bench starts: each is ended by its own id, whatever happens."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).parents[2]
LINGER = 15.0


class Child:
    """A running `python -m …`; one that isn't `patient` is stopped at once in the end."""

    def __init__(self, *words: str, patient: bool = True) -> None:
        self._patience = LINGER if patient else 0
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=ROOT, env=_environment(), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def end(self) -> None:
        """Ask it to stop; if it doesn't, stop it."""
        if self._patience:
            self.process.terminate()
        try:
            self.process.wait(self._patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    @property
    def peak_mb(self) -> float | None:
        """The most memory that it held so far, in MB; None where the system doesn't tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)


class Load(Child):
    """The Bot API server with its crowd, `tests.bench.load`."""

    def __init__(self) -> None:
        super().__init__("tests.bench.load")
        self.url = f"http://127.0.0.1:{int(self._hear())}"

    def order(self, bot: int, **what: Any) -> dict[str, Any]:
        """Have something done; the answer."""
        pipe = self.process.stdin
        assert pipe is not None
        pipe.write(json.dumps({"bot": bot, **what}) + "\n")
        pipe.flush()
        return cast(dict[str, Any], json.loads(self._hear()))

    def first_poll(self, bot: int, child: Child) -> float:
        """Seconds from the child's start to its first poll; waits for it."""
        return float(self.order(bot, wait=True)["polled_at"]) - child.started_at

    def _hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@contextmanager
def running(child: Child) -> Iterator[Child]:
    """The child, ended afterwards."""
    try:
        yield child
    finally:
        child.end()


@contextmanager
def loading() -> Iterator[Load]:
    """A load server, ended afterwards."""
    load = Load()
    try:
        yield load
    finally:
        load.end()


def _environment() -> dict[str, str]:
    """Ours, without settings of a bot that may be in it."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("LEXIGRAM_", "TELEGRAM_"))}
