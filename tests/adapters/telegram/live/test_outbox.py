"""A reply is in the outbox until it's surely sent: it may arrive twice, never not at all."""

from collections.abc import Sequence
from functools import partial

import pytest

from bot.adapters.telegram.account import Account
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.services import Button, Reply, Services
from bot.storage import learners, messages
from bot.storage.door import Transaction
from bot.storage.messages import About
from bot.tutor import outbox, people
from bot.tutor.outbox import Held
from tests.adapters.telegram.live.waiting import Watch, until, until_known
from tests.sandbox.person import Control, Person

KEEP = ((Button("Keep", "k:1"),),)


async def hold(services: Services, person: Person, *replies: Reply) -> Sequence[Held]:
    """Put replies into the outbox, as a handler's commit does."""
    now = services.clock.now()

    async def work(tx: Transaction) -> Sequence[Held]:
        return [await outbox.hold(tx, person.id, reply, now) for reply in replies]

    return await services.database.write(None, work)


async def answer(services: Services, person: Person, *replies: Reply) -> None:
    for held in await hold(services, person, *replies):
        services.messenger.answer(held.chat_id, held.id, held.reply, None)


async def left(services: Services) -> list[str]:
    return [held.reply.text for held in await outbox.left(services)]


async def said(person: Person) -> list[str]:
    return [bubble.text for bubble in await person.chat() if bubble.from_bot]


async def tries(control: Control) -> int:
    return len(await control.calls("sendMessage"))


async def test_what_is_sent_leaves_the_outbox_and_is_known_by_its_message(
    services: Services, messenger: TelegramMessenger, ana: Person
) -> None:
    await answer(services, ana, Reply("<b>Kept.</b>", KEEP, About("card", 3)))
    await messenger.idle()
    bubble = await ana.latest()
    assert (bubble.text, list(bubble.buttons), await left(services)) == ("Kept.", ["Keep"], [])
    learner = await services.database.read(lambda tx: learners.by_telegram_id(tx, ana.id))
    assert learner is not None
    about = await services.database.read(lambda tx: messages.about(tx, learner.id, bubble.id))
    assert about == About("card", 3)


async def test_while_the_network_is_away_the_reply_stays_and_then_it_goes(
    services: Services, messenger: TelegramMessenger, ana: Person, control: Control, hours: Watch
) -> None:
    await control.fault("sendMessage", "reset", times=2)
    await answer(services, ana, Reply("one"), Reply("two"))
    for failed, pause in ((1, 0.5), (2, 1.0)):
        await until(lambda: hours.waited_for)
        assert (await tries(control), await left(services), await said(ana)) == (failed, ["one", "two"], [])
        await hours.pass_(pause)
    await messenger.idle()
    assert (await said(ana), await left(services)) == (["one", "two"], [])


async def test_a_reply_whose_receipt_is_lost_is_sent_again(
    services: Services, messenger: TelegramMessenger, ana: Person, control: Control, hours: Watch
) -> None:
    await control.fault("sendMessage", "drop_reply")
    await answer(services, ana, Reply("one"))
    await until(lambda: hours.waited_for)
    await hours.pass_(0.5)
    await messenger.idle()
    assert (await said(ana), await left(services)) == (["one", "one"], [])


async def test_what_one_run_couldnt_send_the_next_one_sends_edits_first(
    services: Services, messenger: TelegramMessenger, account: Account, ana: Person, control: Control, hours: Watch
) -> None:
    before = (await account.send_message(ana.id, "Ready?")).message_id
    await control.fault("*", "reset", times=1)
    await answer(services, ana, Reply("a new one"), Reply("mended", edits=before))
    await until(lambda: hours.waited_for)
    await messenger.close()
    assert await left(services) == ["mended", "a new one"]

    next_run = TelegramMessenger(account, hours, hours.sleep)
    next_run.start(partial(outbox.sent, services), partial(people.blocked, services))
    for held in await outbox.left(services):
        next_run.resend(held)
    await next_run.idle()
    assert (await said(ana), await left(services)) == (["mended", "a new one"], [])
    methods = [call["method"] for call in await control.calls() if call["ok"]]
    assert methods[-2:] == ["editMessageText", "sendMessage"]


async def test_a_commit_that_fails_after_the_send_loses_neither_the_row_nor_the_next_reply(
    services: Services,
    messenger: TelegramMessenger,
    ana: Person,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    troubles = [OSError("disk full")]

    async def sent(held: Held, message_id: int | None) -> None:
        if troubles:
            raise troubles.pop()
        await outbox.sent(services, held, message_id)

    messenger.start(sent, partial(people.blocked, services))
    await answer(services, ana, Reply("one"), Reply("two"))
    await messenger.idle()
    assert (await said(ana), await left(services)) == (["one", "two"], ["one"])
    assert "disk full" in caplog.text


async def test_whoever_blocked_us_is_noted_and_their_replies_are_let_go(
    services: Services, messenger: TelegramMessenger, ana: Person
) -> None:
    await ana.blocks()
    await answer(services, ana, Reply("one"), Reply("two"))
    await messenger.idle()
    learner = await services.database.read(lambda tx: learners.by_telegram_id(tx, ana.id))
    assert learner is not None
    assert learner.blocked_at == services.clock.now()
    assert await left(services) == []


async def test_one_chats_429_holds_up_that_chat_only(
    services: Services, messenger: TelegramMessenger, ana: Person, control: Control, hours: Watch
) -> None:
    tom = await control.person("Tom")
    await tom.says("/start")
    await control.fault("sendMessage", "429", retry_after=30)
    await answer(services, ana, Reply("one"), Reply("two"))
    await until(lambda: hours.waited_for)
    await answer(services, tom, Reply("hello, Tom"))

    async def tom_has_it() -> bool:
        return await left(services) == ["one", "two"]

    await until_known(tom_has_it)
    assert (await said(tom), await said(ana)) == (["hello, Tom"], [])
    await hours.pass_(30)
    await messenger.idle()
    assert await said(ana) == ["one", "two"]
