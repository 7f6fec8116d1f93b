"""A push and the ledger: the intent is committed before, what became of it after, and it's never sent again."""

import asyncio
from functools import partial
from typing import Any

import pytest

from bot.adapters.telegram import pushes, sending
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.domain.learner import Learner
from bot.sandbox.server import Sandbox
from bot.services import Button, Push, Reply, Services
from bot.storage import agenda, learners
from bot.storage.door import Transaction
from bot.tutor import deliveries
from bot.tutor.reading import ShelfEmpty
from bot.tutor.reminders import Due
from tests.adapters.telegram.live.waiting import Watch, until
from tests.builders import TODAY, a_delivery
from tests.sandbox.person import Control, Person

WHOLE_DAY = 86_400.0
TOO_LONG = ((Button("Keep", "k:" + "1" * 70),),)


class Post:
    """Posts an article push to Ana as the scheduler does."""

    def __init__(self, services: Services, ana: Person) -> None:
        self.services = services
        self._ana = ana

    async def send(self, reply: Reply) -> None:
        due = await self.services.database.write(None, self._claim)
        begin, end = partial(deliveries.begin, self.services, due), partial(deliveries.end, self.services, due, None)
        self.services.messenger.post(Push(self._ana.id, "article", reply, begin, end))

    async def state(self) -> str | None:
        """What the ledger says; None if the claim was taken back."""
        row = await self.services.database.read(lambda tx: tx.one("select state from deliveries"))
        return None if row is None else str(row["state"])

    async def learner(self) -> Learner:
        return await self.services.database.read(self._learner)

    async def comes_again(self) -> bool:
        """Whether the agenda has the article on it."""
        slots = await self.services.database.read(self._slots)
        return "article" in slots

    async def said(self) -> list[str]:
        return [bubble.text for bubble in await self._ana.chat() if bubble.from_bot]

    async def _learner(self, tx: Transaction) -> Learner:
        learner = await learners.by_telegram_id(tx, self._ana.id)
        assert learner is not None
        return learner

    async def _slots(self, tx: Transaction) -> list[str]:
        return list(await agenda.due(tx, (await self._learner(tx)).id))

    async def _claim(self, tx: Transaction) -> Due:
        learner = await learners.change(tx, (await self._learner(tx)).id, level=1.0)
        delivery = await a_delivery(tx, learner.id, "article", day=TODAY)
        return Due(delivery, learner, ShelfEmpty(None))


@pytest.fixture
async def post(services: Services, ana: Person) -> Post:
    return Post(services, ana)


async def test_a_push_that_arrives_is_sent_and_counted(post: Post, messenger: TelegramMessenger) -> None:
    await post.send(Reply("news"))
    await messenger.idle()
    assert (await post.said(), await post.state()) == (["news"], "sent")
    assert (await post.learner()).articles_ignored == 1


@pytest.mark.parametrize(
    ("fault", "state", "arrived"),
    [
        ("429", None, 0),
        ("drop_reply", "unknown", 1),
        ("reset", "unknown", 0),
        ("500", "unknown", 0),
    ],
)
async def test_what_became_of_a_push_is_in_the_ledger_and_it_isnt_sent_again(
    post: Post,
    messenger: TelegramMessenger,
    control: Control,
    hours: Watch,
    fault: str,
    state: str | None,
    arrived: int,
) -> None:
    await control.fault("sendMessage", fault)
    await post.send(Reply("news"))
    await messenger.idle()
    await hours.pass_(WHOLE_DAY)
    await messenger.idle()
    assert await post.state() == state
    assert len(await post.said()) == arrived
    assert len(await control.calls("sendMessage")) == 1
    assert await post.comes_again()
    assert (await post.learner()).articles_ignored == (0 if state is None else 1)


async def test_where_nobody_listens_nothing_was_sent_and_the_claim_is_taken_back(
    post: Post, messenger: TelegramMessenger, sandbox: Sandbox
) -> None:
    await sandbox.close()
    await post.send(Reply("news"))
    await messenger.idle()
    assert (await post.state(), await post.comes_again()) == (None, True)
    assert (await post.learner()).articles_ignored == 0


async def test_whoever_blocked_us_gets_nothing_more(post: Post, messenger: TelegramMessenger, ana: Person) -> None:
    await ana.blocks()
    await post.send(Reply("news"))
    await messenger.idle()
    assert (await post.state(), (await post.learner()).blocked_at is not None) == ("blocked", True)
    await post.send(Reply("more news"))
    await messenger.idle()
    assert await post.said() == []


async def test_a_push_that_telegram_refuses_has_failed(post: Post, messenger: TelegramMessenger) -> None:
    await post.send(Reply("news", TOO_LONG))
    await messenger.idle()
    assert (await post.state(), await post.said()) == ("failed", [])


async def test_a_push_that_couldnt_begin_isnt_sent_and_comes_again(
    post: Post, messenger: TelegramMessenger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(deliveries, "begin", fail)
    await post.send(Reply("news"))
    await messenger.idle()
    assert (await post.said(), await post.state(), await post.comes_again()) == ([], None, True)
    assert "disk full" in caplog.text


async def test_an_answer_that_nobody_understands_leaves_the_push_in_doubt(
    post: Post, messenger: TelegramMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def misread(*given: Any) -> None:
        await sending.speak(*given)
        raise KeyError("a field that newer servers leave out")

    monkeypatch.setattr(pushes, "speak", misread)
    await post.send(Reply("news"))
    await messenger.idle()
    assert (await post.said(), await post.state()) == (["news"], "unknown")


async def test_what_became_of_a_push_is_noted_later_if_it_cant_be_at_once(
    post: Post, messenger: TelegramMessenger, hours: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    end, troubles = deliveries.end, [OSError("disk full")]

    async def end_later(*given: Any) -> None:
        if troubles:
            raise troubles.pop()
        await end(*given)

    monkeypatch.setattr(deliveries, "end", end_later)
    await post.send(Reply("news"))
    await until(lambda: hours.waited_for)
    assert (await post.said(), await post.state()) == (["news"], "sending")
    await hours.pass_(1)
    await messenger.idle()
    assert (await post.said(), await post.state()) == (["news"], "sent")


async def test_a_ledger_that_cant_be_written_gives_the_lanes_back_their_room(
    post: Post, messenger: TelegramMessenger, hours: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = messenger.free()
    monkeypatch.setattr(deliveries, "end", fail)
    await post.send(Reply("news"))
    idle = asyncio.create_task(messenger.idle())
    while not idle.done():
        await hours.pass_(60)
    assert (await post.said(), await post.state(), messenger.free()) == (["news"], "sending", room)
    assert await deliveries.recover(post.services) == 1
    assert await post.state() == "unknown"


async def fail(*_: object) -> None:
    raise OSError("disk full")
