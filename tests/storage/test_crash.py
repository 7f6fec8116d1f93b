"""A kill at any statement of a commit leaves nothing half: everything is there, or nothing."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage import agenda, inbox, outbox, questions
from bot.storage.door import Transaction
from bot.storage.migrate import migrate, migrations
from bot.storage.questions import Asked
from bot.storage.sqlite import SQLiteDatabase, open_database
from tests.builders import NOW, a_card, a_delivery, a_learner, a_question, an_answer, new_database
from tests.storage.breaking import Accident, Killed, watched
from tests.storage.picture import Picture, picture

BOT, UPDATE = 42, 7


@dataclass
class Hook:
    """Passes each statement on to the accident of the moment, once there is one."""

    accident: Accident | None = field(default=None)

    def __call__(self, sql: str) -> None:
        if self.accident:
            self.accident(sql)


class Answered:
    """Why a question is answered: an update, which is done in the same commit, and its reply."""

    async def settle(self, tx: Transaction, result: None) -> None:
        await outbox.hold(tx, 1, "right", NOW)
        await inbox.done(tx, BOT, UPDATE, NOW)


async def lesson_under_way(database: SQLiteDatabase) -> Asked:
    """Ana has an open question and has just answered it; Ben is about to be written to."""

    async def work(tx: Transaction) -> Asked:
        ana, _ = await a_learner(tx, 1), await a_learner(tx, 2)
        await inbox.hold(tx, BOT, UPDATE, "not willing", NOW)
        return await a_question(tx, ana.id, await a_card(tx, ana.id))

    return await database.write(None, work)


async def go_on(database: SQLiteDatabase, asked: Asked) -> None:
    """Mark the answer and plan the push, in one commit."""

    async def answer(tx: Transaction) -> None:
        await an_answer(tx, asked)
        await agenda.plan(tx, asked.learner_id, "review", NOW + timedelta(days=1))

    async def push(tx: Transaction) -> None:
        await a_delivery(tx, asked.learner_id + 1)

    await asyncio.gather(database.write(Answered(), answer), database.write(None, push))


async def run(path: Path, hook: Hook, at: int | None) -> tuple[Picture, Accident]:
    """Go on with the lesson up to the accident; what stood there before it."""
    database = await new_database(path)
    asked = await lesson_under_way(database)
    before, hook.accident = picture(path), Accident(path, at)
    with suppress(Killed):
        await go_on(database, asked)
    accident, hook.accident = hook.accident, None
    await database.close()
    return before, accident


async def test_a_kill_at_any_statement_leaves_the_whole_commit_or_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hook = Hook()
    watched(monkeypatch, hook)
    _, calm = await run(tmp_path / "calm.sqlite", hook, None)
    whole = picture(tmp_path / "calm.sqlite")
    committed = calm.seen.index("after commit")
    assert committed == len(calm.seen) - 1
    assert committed > 20
    for at in range(len(calm.seen)):
        before, accident = await run(tmp_path / f"{at}.sqlite", hook, at)
        assert accident.seen == calm.seen[:at]
        assert picture(accident.wreck) == (whole if at == committed else before), calm.seen[at]


async def test_after_a_kill_the_tutor_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hook = Hook()
    watched(monkeypatch, hook)
    _, accident = await run(tmp_path / "lexigram.sqlite", hook, 9)
    database = await new_database(accident.wreck)
    left = await database.read(lambda tx: inbox.left(tx, BOT))
    assert [(one.update_id, one.payload) for one in left] == [(UPDATE, "not willing")]
    asked = await database.read(lambda tx: questions.current(tx, 1))
    assert asked
    await go_on(database, asked)
    await database.close()
    assert picture(accident.wreck)["reviews"][0]["correct"] == 1


async def test_a_kill_at_any_statement_of_the_migrations_leaves_no_half_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hook = Hook()
    watched(monkeypatch, hook)
    calm, _ = await upgrade(tmp_path / "calm.sqlite", hook, None)
    for at, statement in [*enumerate(calm.seen)][:-4:5] + [*enumerate(calm.seen)][-4:]:  # each takes a while
        accident, path = await upgrade(tmp_path / f"{at}.sqlite", hook, at)
        names = set(picture(accident.wreck)) - {"migrations"}
        reached = len(picture(accident.wreck).get("migrations", []))
        assert bool(names) == (reached > 0), statement
        mended = await open_database(accident.wreck, "normal")
        assert await migrate(mended, path) == len(migrations()) - reached
        await mended.close()


async def upgrade(path: Path, hook: Hook, at: int | None) -> tuple[Accident, Path]:
    """Bring an empty database to today's schema, up to the accident."""
    database = await open_database(path, "normal")
    hook.accident = accident = Accident(path, at)
    with suppress(Killed):
        await migrate(database, path)
    hook.accident = None
    await database.close()
    return accident, path
