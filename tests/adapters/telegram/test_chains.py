import asyncio

import pytest

from bot.adapters.telegram.chains import Chains
from tests.adapters.telegram.hours import settle


class Work:
    """Works off numbers, one at a time for each key; can be held up, and fails at 13."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.at_once = 0
        self.most_at_once = 0
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def do(self, number: int) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self.go_on.wait()
        finally:
            self.at_once -= 1
        if number == 13:
            raise ValueError("unlucky")
        self.done.append(number)


@pytest.fixture
async def work() -> Work:
    return Work()


@pytest.fixture
async def chains(work: Work) -> Chains[int]:
    return Chains(work.do)


async def test_a_key_works_strictly_in_order(chains: Chains[int], work: Work) -> None:
    for number in range(10):
        chains.add(7, number)
    await settle()
    assert (work.done, work.most_at_once) == (list(range(10)), 1)


async def test_keys_work_side_by_side(chains: Chains[int], work: Work) -> None:
    work.go_on.clear()
    for key in range(5):
        chains.add(key, key)
    await settle()
    assert work.at_once == 5
    work.go_on.set()


async def test_what_is_added_while_the_last_one_ends_isnt_lost(work: Work) -> None:
    async def do(number: int) -> None:
        await work.do(number)
        if number < 5:
            own.add(7, number + 1)

    own = Chains(do)
    own.add(7, 1)
    await settle()
    assert work.done == [1, 2, 3, 4, 5]


async def test_a_failure_is_logged_and_the_next_has_its_turn(
    chains: Chains[int], work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    for number in (12, 13, 14):
        chains.add(7, number)
    await settle()
    assert work.done == [12, 14]
    assert "unlucky" in caplog.text


async def test_nothing_is_kept_of_a_key_that_has_nothing_to_do(chains: Chains[int]) -> None:
    for key in range(1000):
        chains.add(key, key)
    await settle()
    assert chains.tasks() == []


@pytest.mark.parametrize("begun", [True, False])
async def test_a_chain_that_is_cancelled_is_gone_whether_or_not_it_had_begun(
    chains: Chains[int], work: Work, *, begun: bool
) -> None:
    work.go_on.clear()
    chains.add(7, 1)
    chains.add(7, 2)
    if begun:
        await settle()
    for task in chains.tasks():
        task.cancel()
    await settle()
    assert (chains.tasks(), work.done) == ([], [])
