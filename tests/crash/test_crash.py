"""Kill -9 at any moment loses no word, no answer and no reply, and sends no push twice."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.crash.conftest import Living
from tests.crash.nursery import KILLED, Nursery
from tests.crash.truth import check

KINDS = [(kind, moment) for kind in ("call", "commit") for moment in ("before", "after")]
PARTS = 4


async def points(living: Living, tmp_path: Path) -> dict[str, int]:
    """How many calls and commits there are in a life without death, which must be right by itself."""
    async with living("", "", 0) as story:
        await story.play()
        await check(story)
    notes = (tmp_path / "--0" / "notes").read_text("utf-8").split()
    return {kind: notes.count(kind) for kind in ("call", "commit")}


async def survives(living: Living, children: Nursery, kind: str, moment: str, at: int) -> None:
    """Die there once, and go on."""
    async with living(kind, moment, at) as story:
        await story.play()
        await check(story)
        assert children.endings in ([KILLED], []), "the tutor dies where it's told to, and nowhere else"


async def test_a_few_deaths_lose_nothing(living: Living, children: Nursery, tmp_path: Path) -> None:
    count, dice = await points(living, tmp_path), random.Random(2)
    chosen = [*KINDS, dice.choice(KINDS), dice.choice(KINDS)]
    for kind, moment in chosen:
        await survives(living, children, kind, moment, dice.randrange(5, count[kind] - 3))
        assert children.endings[0] == KILLED


@pytest.mark.soak
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(("kind", "moment"), KINDS)
async def test_no_death_loses_anything(
    living: Living, children: Nursery, tmp_path: Path, kind: str, moment: str, part: int
) -> None:
    count = await points(living, tmp_path)
    wrong: list[tuple[int, str]] = []
    deaths: Sequence[int] = range(1 + part, count[kind] + 1, PARTS)
    for at in deaths:
        try:
            await survives(living, children, kind, moment, at)
        except AssertionError as error:
            wrong.append((at, str(error)[-700:]))
    assert wrong == []
