"""Running until interrupted, and telling the operator why not."""

import asyncio
import logging
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from telegram.error import InvalidToken

from bot.adapters.clock import ShiftedClock
from bot.app import loop_factory
from bot.config import Config
from bot.sandbox.server import Sandbox, serve
from bot.storage import lock
from bot.storage.migrate import NewerDatabase
from bot.tutor.inbox import OtherBot


def until_interrupted(settings: Config, work: Coroutine[Any, Any, None]) -> int:
    """Run on the fastest loop there is until Ctrl-C or SIGTERM; what stops it earlier is told in a line."""
    logging.basicConfig(level=settings.log.level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    try:
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(_until_terminated(work))
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 0
    except InvalidToken:
        return stopped("Telegram refuses the token; copy it from @BotFather again.")
    except sqlite3.DatabaseError as error:
        return stopped(f"The database can't be used ({error}); `python -m bot doctor` tells more.")
    except (OtherBot, NewerDatabase, lock.Taken, OSError) as error:
        return stopped(str(error))
    return 0


async def _until_terminated(work: Coroutine[Any, Any, None]) -> None:
    """Run until a service manager stops us (SIGTERM), which ends things in order, as Ctrl-C does."""
    task = asyncio.current_task()
    if task is not None:
        with suppress(NotImplementedError):  # Windows knows no such signal
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await work


@asynccontextmanager
async def opened_sandbox(folder: Path, port: int) -> AsyncIterator[Sandbox]:
    """The sandbox that is kept in `folder`, for this process alone."""
    state = folder / "sandbox.sqlite"
    with lock.held(state):
        try:
            sandbox = await serve(ShiftedClock(), state, port)
        except OSError as error:
            raise OSError(f"Port {port} is taken: choose another one with --port ({error.strerror}).") from error
        async with sandbox:
            yield sandbox


def say(text: str) -> None:
    """Tell the operator."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def stopped(reason: str) -> int:
    """Tell the operator why it doesn't run."""
    sys.stderr.write(f"{reason}\n")
    return 1
