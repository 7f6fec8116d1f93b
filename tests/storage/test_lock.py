"""One process works with a database; whoever comes second is told so."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.lock import Taken, held
from bot.storage.sqlite import SQLiteDatabase

HOLDS = "import sys, pathlib; from bot.storage.lock import held\nwith held(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_a_second_process_is_told_and_a_killed_one_lets_go(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Taken, match="runs already"), held(path):
            pass
        other.kill()
    with held(path):
        pass


def test_it_is_free_again_afterwards(path: Path) -> None:
    for _ in range(2):
        with held(path), pytest.raises(Taken), held(path):
            pass


async def test_the_lock_does_not_hinder_the_database(database: SQLiteDatabase, path: Path) -> None:
    with held(path):
        rows = await database.read(lambda tx: tx.all("select * from jobs"))
    assert rows == []
