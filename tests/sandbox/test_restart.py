"""The sandbox's memory across restarts, kills and resets."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.journal import Journal
from bot.sandbox.server import Sandbox, serve
from tests.sandbox.clock import TestClock
from tests.sandbox.conftest import bot_at
from tests.sandbox.person import Control, Person

BOARD = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])

ALONE = """
import asyncio, sys
from pathlib import Path
from bot.sandbox.server import serve
from tests.sandbox.clock import TestClock

async def main():
    async with await serve(TestClock(), Path(sys.argv[1]), 0) as sandbox:
        print(sandbox.url, flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_everything_is_there_after_a_restart(sandbox: Sandbox, ana: Person, bot: Bot, state: Path) -> None:
    control = ana.control
    await bot.set_my_commands([("today", "Today")])
    sent = await bot.send_message(ana.id, "<b>one</b>", parse_mode="HTML", reply_markup=BOARD)
    await bot.send_message(ana.id, "gone")
    await bot.delete_message(ana.id, sent.message_id + 1)
    await ana.says("reply", reply_to=sent.message_id)
    await control.forward(hours=3)
    await ana.blocks()
    chat, calls, now = await ana.chat(), await control.calls(), await control.now()
    updates = await bot.get_updates()
    await sandbox.close()
    async with await serve(TestClock(), state, 0) as again, Control(again.url) as after, bot_at(again.url) as revived:
        she = await after.person("Ana")
        assert await she.chat() == chat
        assert [call["n"] for call in await after.calls()][: len(calls)] == [call["n"] for call in calls]
        assert abs(await after.now() - now) < timedelta(minutes=1)
        assert await revived.get_updates() == updates
        assert await revived.get_my_commands() != ()
        assert [one["blocked"] for one in (await after.ask("GET", "state"))["people"]] == [True, False, False]
        await she.unblocks()
        assert await she.says("next") == chat[-1].id + 1


async def test_a_kill_loses_nothing_that_is_older_than_a_moment(state: Path) -> None:
    root = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ALONE, str(state), stdout=asyncio.subprocess.PIPE, cwd=root, env=dict(os.environ)
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with Control(url) as control:
        ana = await control.person("Ana")
        for number in range(20):
            await ana.says(f"text {number}")
        while _kept(state) < 20:
            await control.now()
    process.send_signal(signal.SIGKILL)
    await process.wait()
    async with await serve(TestClock(), state, 0) as again, Control(again.url) as control:
        assert [one.text for one in await (await control.person("Ana")).chat()] == [f"text {n}" for n in range(20)]


def _kept(state: Path) -> int:
    """How many messages a copy of the files, as a kill would leave them, holds."""
    copy = state.with_name("copy.db")
    for suffix in ("", "-wal"):
        source, target = state.with_name(state.name + suffix), copy.with_name(copy.name + suffix)
        target.unlink(missing_ok=True)
        if source.exists():
            target.write_bytes(source.read_bytes())
    try:
        with sqlite3.connect(copy) as file:
            return int(file.execute("select count(*) from things where kind = 'message'").fetchone()[0])
    except sqlite3.DatabaseError:
        return 0  # copied in the middle of a write


async def test_a_reset_forgets_everything_but_the_time_and_the_count(control: Control, ana: Person, bot: Bot) -> None:
    (before,) = await bot.get_updates()
    await control.newcomer("Zoe")
    await control.forward(days=1)
    now = await control.now()
    await control.reset()
    assert await ana.chat() == []
    assert await bot.get_updates() == ()
    assert await control.calls("sendMessage") == []
    assert len((await control.ask("GET", "state"))["people"]) == 3
    assert await control.now() >= now
    await ana.says("again")
    (after,) = await bot.get_updates()
    assert after.update_id > before.update_id


async def test_one_file_serves_one_sandbox(sandbox: Sandbox, state: Path, control: Control) -> None:
    await control.now()
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        await serve(TestClock(), state, 0)


async def test_the_sandbox_listens_on_this_machine_only() -> None:
    with pytest.raises(ValueError, match="this machine only"):
        await serve(TestClock(), None, 0, "192.0.2.1")


async def test_a_taken_port_is_said_and_the_file_freed(sandbox: Sandbox, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with pytest.raises(OSError, match=r"(?i)address already in use"):
        await serve(TestClock(), other, sandbox.port)
    Journal(other).close()


def test_a_journal_without_a_file_keeps_nothing() -> None:
    journal = Journal(None)
    note: Callable[[], None] = journal.note
    note()
    journal.close()
