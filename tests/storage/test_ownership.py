"""A learner's rows are theirs: to anybody else it's as if they weren't there."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.storage import learners, reviews, sightings
from bot.storage.door import Transaction
from bot.storage.sqlite import SQLiteDatabase
from tests.builders import MEMORY, NOW, TODAY, Life, a_card, a_learner, a_life, new_database
from tests.storage.picture import about, but
from tests.storage.walk import TakenBack, arguments, owned, queries, seen, trial

pytestmark = pytest.mark.asyncio(loop_scope="module")

# What takes no learner_id, and why that is safe.
FOR_THE_HOUSE = {
    "inbox.begin", "inbox.left", "inbox.belongs_to", "inbox.done", "inbox.hold", "inbox.prune", "jobs.is_due", "jobs.take",
    "learners.claim", "learners.next_wake", "messages.prune", "outbox.hold", "outbox.sent", "outbox.waiting",
    "deliveries.unfinished", "door.returned_id",
}  # fmt: skip
BY_TELEGRAM_ID = {"learners.by_telegram_id", "learners.welcome", "messages.note"}
WITH_A_ROW_THAT_WAS_ASKED_FOR_BY_ITS_OWNER = {
    "questions.open_", "questions.plan", "readings.answer", "readings.turn", "reviews.record", "sittings.keep",
}  # fmt: skip
BY_AN_ID_OF_SUCH_A_ROW = {
    "deliveries.by_id", "deliveries.forget", "deliveries.move", "questions.end", "questions.set_aside",
    "readings.drop", "readings.touch", "reviews.lapses", "reviews.last_missed", "reviews.memory", "sittings.by_id",
}  # fmt: skip


class World:
    """Ana, who has nothing; Ben, who has a life and a word that was never asked."""

    def __init__(self, database: SQLiteDatabase, ana: int, ben: Life, unasked: int) -> None:
        self.database = database
        self.ana = ana
        self.ben = ben
        self.unasked = unasked

    async def call(self, name: str, learner_id: int) -> TakenBack:
        """Call the query about Ben's rows in the name of that learner."""
        query = owned()[name]
        values = arguments(name, query, self.ben, self.unasked)
        with pytest.raises(TakenBack) as taken:
            await self.database.write(None, trial(query, learner_id, values))
        return taken.value


async def build(path: Path) -> World:
    database = await new_database(path)

    async def work(tx: Transaction) -> tuple[int, Life, int]:
        ana, ben = (await a_learner(tx, 1)).id, await a_life(tx, 2)
        await learners.claim(tx, NOW + timedelta(days=1), NOW + timedelta(days=2), 1)
        return ana, ben, await a_card(tx, ben.learner, "eager", on=TODAY - 1)

    return World(database, *await database.write(None, work))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Shared: every trial is taken back."""
    one = await build(tmp_path_factory.mktemp("with-ben") / "lexigram.sqlite")
    yield one
    await one.database.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def without_ben(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """The same, but Ben has gone: ids are given as if he had been there."""
    one = await build(tmp_path_factory.mktemp("without-ben") / "lexigram.sqlite")
    gone = "delete from learners where id = :id"
    await one.database.write(None, lambda tx: tx.execute(gone, id=one.ben.learner))
    yield one
    await one.database.close()


@pytest.mark.parametrize("name", owned())
async def test_to_others_a_learners_rows_are_not_there(world: World, without_ben: World, name: str) -> None:
    before = await world.database.read(seen)
    there, gone = await world.call(name, world.ana), await without_ben.call(name, world.ana)
    assert there.outcome == gone.outcome
    assert about(there.after, world.ben.learner) == about(before, world.ben.learner)
    items = {"items": before["items"]}  # shared by all
    assert {**but(there.after, world.ben.learner), **items} == {**gone.after, **items}


@pytest.mark.parametrize("name", owned())
async def test_to_their_owner_they_are(world: World, name: str) -> None:
    """Else the test above would prove nothing."""
    theirs, others = await world.call(name, world.ben.learner), await world.call(name, world.ana)
    assert (theirs.outcome, theirs.after) != (others.outcome, others.after)


async def test_every_query_asks_whose_rows_they_are_or_needs_not_to() -> None:
    safe = FOR_THE_HOUSE | BY_TELEGRAM_ID | WITH_A_ROW_THAT_WAS_ASKED_FOR_BY_ITS_OWNER | BY_AN_ID_OF_SUCH_A_ROW
    assert set(queries()) - set(owned()) == safe


async def test_a_sighting_is_not_put_on_somebody_elses_card(world: World) -> None:
    async def work(tx: Transaction) -> None:
        mine = await a_card(tx, world.ana, sentence="Mine.")
        await sightings.move(tx, world.ana, mine, world.ben.card)
        with pytest.raises(LookupError):
            await sightings.note(tx, world.ana, world.ben.card, "reluctant", "Mine.", "", NOW, TODAY)
        theirs = await sightings.of(tx, world.ben.learner, world.ben.card)
        raise TakenBack([one.sentence for one in theirs], await seen(tx))

    with pytest.raises(TakenBack) as taken:
        await world.database.write(None, work)
    assert taken.value.outcome == ["Number 2 was reluctant."]
    on_his = [row for row in taken.value.after["sightings"] if row["card_id"] == world.ben.card]
    assert [row["learner_id"] for row in on_his] == [world.ben.learner]


async def test_a_memory_is_not_made_for_somebody_elses_card(world: World) -> None:
    async def work(tx: Transaction) -> object:
        await reviews.keep(tx, world.ana, world.unasked, "recognition", MEMORY)
        return await reviews.memory(tx, world.unasked, "recognition")

    assert await world.database.write(None, work) is None
