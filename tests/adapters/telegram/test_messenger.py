import asyncio

from bot.adapters.telegram.messenger import TelegramMessenger
from bot.services import Push, Reply
from tests.adapters.telegram.book import Book
from tests.adapters.telegram.hours import Hours, settle
from tests.adapters.telegram.wire import Wire, refusal

ANA, TOM = 7, 8


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


async def test_close_ends_what_waits(messenger: TelegramMessenger, book: Book, wire: Wire) -> None:
    wire.open.clear()
    messenger.answer(ANA, 1, Reply("one"), "tap-1")
    await settle()
    await messenger.close()
    async with asyncio.timeout(1):
        await messenger.idle()
    assert book.sent == []
