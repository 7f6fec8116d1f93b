import pytest

from bot.adapters.telegram.limits import PERSON_BURST
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.services import Reply, Services
from bot.storage.door import Transaction
from bot.tutor import outbox
from bot.tutor.outbox import Held
from tests.adapters.telegram.book import Book
from tests.adapters.telegram.hours import Hours, settle
from tests.adapters.telegram.wire import BLOCKED, BROKEN, TOO_MANY, Wire, refusal

ANA, TOM = 7, 8


async def test_after_429_only_that_chat_waits_as_long_as_told(
    messenger: TelegramMessenger, book: Book, wire: Wire, hours: Hours
) -> None:
    wire.will("sendMessage", TOO_MANY)
    messenger.answer(ANA, 1, Reply("to Ana"), None)
    await settle()
    messenger.answer(TOM, 2, Reply("to Tom"), None)
    await hours.pass_(4.9)
    assert wire.said() == ["to Ana", "to Tom"]
    await hours.pass_(0.2)
    assert wire.said(ANA) == ["to Ana", "to Ana"]
    assert book.sent == [(2, 101), (1, 102)]


async def test_a_reply_waits_for_the_network_and_is_sent_then(
    messenger: TelegramMessenger, book: Book, wire: Wire, hours: Hours
) -> None:
    wire.will("sendMessage", BROKEN, OSError("no route"), BROKEN)
    messenger.answer(ANA, 1, Reply("one"), None)
    messenger.answer(ANA, 2, Reply("two"), None)
    await hours.pass_(10)
    assert wire.said() == ["one", "one", "one", "one", "two"]
    assert book.sent == [(1, 101), (2, 102)]


async def test_a_reply_that_keeps_failing_is_set_aside_lets_the_next_go_and_comes_back(
    messenger: TelegramMessenger, book: Book, wire: Wire, hours: Hours
) -> None:
    wire.will("sendMessage", *[BROKEN] * 10)
    messenger.answer(ANA, 1, Reply("one"), None)
    messenger.answer(ANA, 2, Reply("two"), None)
    await hours.pass_(130)
    assert book.sent == [(2, 101)]
    await messenger.idle()
    await hours.pass_(60)
    assert book.sent == [(2, 101), (1, 102)]


async def test_whoever_blocked_us_is_reported_and_the_reply_let_go(
    messenger: TelegramMessenger, book: Book, wire: Wire
) -> None:
    wire.will("sendMessage", BLOCKED)
    messenger.answer(ANA, 1, Reply("hello?"), None)
    await messenger.idle()
    assert (book.blocked, book.sent) == ([ANA], [(1, None)])


async def test_a_refused_reply_is_logged_and_let_go(
    messenger: TelegramMessenger, book: Book, wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    wire.will("sendMessage", refusal(400, "Bad Request: chat not found"))
    messenger.answer(ANA, 1, Reply("hello?"), None)
    await messenger.idle()
    assert book.sent == [(1, None)]
    assert "reply 1 in chat 7 was refused: Chat not found" in caplog.text.replace("chat not found", "Chat not found")


async def test_trouble_with_one_reply_doesnt_end_the_chain(
    messenger: TelegramMessenger, book: Book, wire: Wire
) -> None:
    book.trouble = RuntimeError("disk full")
    messenger.answer(ANA, 1, Reply("one"), None)
    messenger.answer(ANA, 2, Reply("two"), None)
    await messenger.idle()
    assert book.sent == [(2, 102)]


async def test_a_person_who_floods_gets_one_reply_a_second_after_the_first_few(
    messenger: TelegramMessenger, book: Book, wire: Wire, hours: Hours
) -> None:
    for number in range(20):
        messenger.answer(ANA, number, Reply(f"reply {number}"), None)
    await settle()
    first = len(wire.said())
    await hours.pass_(5)
    assert (first, len(wire.said())) == (PERSON_BURST, PERSON_BURST + 5)


async def test_after_a_restart_the_outbox_is_sent_edits_first_and_emptied(
    services: Services, messenger: TelegramMessenger, wire: Wire
) -> None:
    async def leave(tx: Transaction) -> None:
        for reply in (Reply("a new one"), Reply("mended", edits=55)):
            await outbox.hold(tx, ANA, reply, services.clock.now())

    await services.database.write(None, leave)

    async def sent(held: Held, message_id: int | None) -> None:
        await outbox.sent(services, held, message_id)

    async def blocked(chat_id: int) -> None:
        raise AssertionError(chat_id)

    messenger.start(sent, blocked)
    for held in await outbox.left(services):
        messenger.resend(held)
    await messenger.idle()
    assert [call.method for call in wire.calls] == ["editMessageText", "sendMessage"]
    assert await outbox.left(services) == []
