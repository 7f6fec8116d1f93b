import asyncio

import pytest

from bot.adapters.telegram.limits import PERSON_BURST
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.services import Push, Reply, Services
from bot.storage.door import Transaction
from bot.tutor import outbox
from bot.tutor.outbox import Held
from tests.adapters.telegram.hours import Hours, settle
from tests.adapters.telegram.wire import BLOCKED, BROKEN, TOO_MANY, Wire, refusal

ANA, TOM = 7, 8


class Book:
    """What the messenger tells about replies."""

    def __init__(self, messenger: TelegramMessenger) -> None:
        self.sent: list[tuple[int, int | None]] = []
        self.blocked: list[int] = []
        self.trouble: Exception | None = None
        messenger.start(self.note_sent, self.note_blocked)

    async def note_sent(self, held: Held, message_id: int | None) -> None:
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        self.sent.append((held.id, message_id))

    async def note_blocked(self, chat_id: int) -> None:
        self.blocked.append(chat_id)


@pytest.fixture
def book(messenger: TelegramMessenger) -> Book:
    return Book(messenger)


def push(chat_id: int) -> Push:
    async def begin() -> bool:
        return True

    async def end(*_: object) -> None:
        pass

    return Push(chat_id, "article", Reply(f"push {chat_id}"), begin, end)


async def test_replies_to_a_person_go_out_in_order_one_at_a_time(
    messenger: TelegramMessenger, book: Book, wire: Wire
) -> None:
    wire.open.clear()
    for number in range(4):
        messenger.answer(ANA, number, Reply(f"reply {number}"), None)
    await settle()
    assert wire.said() == ["reply 0"]
    wire.open.set()
    await messenger.idle()
    assert wire.said() == [f"reply {number}" for number in range(4)]
    assert book.sent == [(0, 101), (1, 102), (2, 103), (3, 104)]


async def test_a_slow_chat_doesnt_hold_up_another(messenger: TelegramMessenger, book: Book, wire: Wire) -> None:
    wire.open.clear()
    messenger.answer(ANA, 1, Reply("to Ana"), None)
    messenger.answer(TOM, 2, Reply("to Tom"), None)
    await settle()
    assert wire.said() == ["to Ana", "to Tom"]


async def test_a_tap_is_acknowledged_at_once_beside_the_reply(
    messenger: TelegramMessenger, book: Book, wire: Wire
) -> None:
    wire.open.clear()
    messenger.answer(ANA, 1, Reply("Kept.", toast="x" * 300), "tap-1")
    await settle()
    assert {call.method for call in wire.calls} == {"answerCallbackQuery", "sendMessage"}
    acknowledged = wire.of("answerCallbackQuery")[0].asked
    assert (acknowledged["callback_query_id"], acknowledged["text"]) == ("tap-1", "x" * 200)


async def test_a_tap_too_old_to_acknowledge_still_gets_its_reply(
    messenger: TelegramMessenger, book: Book, wire: Wire
) -> None:
    wire.will("answerCallbackQuery", refusal(400, "Bad Request: query is too old and response timeout expired"))
    messenger.answer(ANA, 1, Reply("Kept."), "tap-1")
    await messenger.idle()
    assert wire.said() == ["Kept."]


async def test_a_reply_overtakes_500_waiting_pushes(
    messenger: TelegramMessenger, book: Book, wire: Wire, hours: Hours
) -> None:
    for chat in range(1000, 1500):
        messenger.post(push(chat))
    await settle()
    before = len(wire.said())
    messenger.answer(ANA, 1, Reply("at once"), None)
    await settle()
    assert wire.said()[before:] == ["at once"]
    assert before < 10
    await hours.pass_(20)
    assert len(wire.said()) == 501


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


async def test_close_ends_what_waits(messenger: TelegramMessenger, book: Book, wire: Wire) -> None:
    wire.open.clear()
    messenger.answer(ANA, 1, Reply("one"), "tap-1")
    await settle()
    await messenger.close()
    async with asyncio.timeout(1):
        await messenger.idle()
    assert book.sent == []


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
