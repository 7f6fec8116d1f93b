import asyncio

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.adapters.telegram.processor import ACTIVE, PeopleProcessor, person_of
from tests.adapters.telegram.hours import settle
from tests.adapters.telegram.people import message

ANA, TOM = 7, 8


class Desk:
    """Handlers that take as long as the test wants."""

    def __init__(self) -> None:
        self.processor: BaseUpdateProcessor = PeopleProcessor()
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.go_on = asyncio.Event()

    def give(self, update_id: int, person: int) -> asyncio.Task[None]:
        update = Update.de_json(message(update_id, person), None)
        return asyncio.create_task(self.processor.process_update(update, self._handle(update)))

    async def _handle(self, update: Update) -> None:
        self.begun.append(update.update_id)
        await self.go_on.wait()
        self.ended.append(update.update_id)


async def test_a_persons_updates_are_dealt_with_one_after_another() -> None:
    desk = Desk()
    tasks = [desk.give(number, ANA) for number in range(5)]
    await settle()
    assert desk.begun == [0]
    desk.go_on.set()
    await asyncio.gather(*tasks)
    assert (desk.begun, desk.ended) == ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4])


async def test_a_flood_by_one_person_delays_nobody_else() -> None:
    desk = Desk()
    tasks = [desk.give(number, ANA) for number in range(1000)]
    tasks.append(desk.give(5000, TOM))
    await settle()
    assert desk.begun == [0, 5000]
    desk.go_on.set()
    await asyncio.gather(*tasks)


async def test_only_so_many_handlers_run_at_a_time() -> None:
    desk = Desk()
    tasks = [desk.give(number, 1000 + number) for number in range(ACTIVE + 10)]
    await settle()
    assert len(desk.begun) == ACTIVE
    desk.go_on.set()
    await asyncio.gather(*tasks)
    assert len(desk.ended) == ACTIVE + 10


async def test_the_next_one_has_its_turn_after_a_failure() -> None:
    processor = PeopleProcessor()
    update = Update.de_json(message(1, ANA), None)

    async def fail() -> None:
        raise ValueError

    async def succeed() -> None:
        done.set()

    done = asyncio.Event()
    failed = asyncio.create_task(processor.process_update(update, fail()))
    await processor.process_update(update, succeed())
    assert done.is_set()
    assert isinstance((await asyncio.gather(failed, return_exceptions=True))[0], ValueError)


def test_an_answer_to_a_poll_belongs_to_its_voter() -> None:
    voter = {"id": ANA, "is_bot": False, "first_name": "Ana"}
    answer = {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["a"], "user": voter}
    assert person_of(Update.de_json({"update_id": 1, "poll_answer": answer}, None)) == ANA
    assert person_of(Update.de_json(message(1, TOM), None)) == TOM
    assert person_of(object()) == 0
