import asyncio

from bot.adapters.telegram.messenger import TelegramMessenger
from tests.adapters.telegram.hours import Hours, settle
from tests.adapters.telegram.ledger import ANA, Ledger
from tests.adapters.telegram.wire import TOO_MANY, Wire

TOM = 8


async def test_reviews_go_before_articles(messenger: TelegramMessenger, ledger: Ledger, wire: Wire) -> None:
    messenger.post(ledger.push(1, "article"))
    messenger.post(ledger.push(2, "article"))
    messenger.post(ledger.push(3, "review"))
    await messenger.idle()
    assert wire.said() == ["review 3", "article 1", "article 2"]


async def test_after_429_only_that_chats_pushes_wait(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire, hours: Hours
) -> None:
    wire.will("sendMessage", TOO_MANY)
    messenger.post(ledger.push(ANA))
    await settle()
    messenger.post(ledger.push(ANA))
    await settle()
    messenger.post(ledger.push(TOM))
    await settle()
    assert wire.said() == ["review 7", "review 8"]
    await hours.pass_(5.1)
    assert wire.said() == ["review 7", "review 8", "review 7"]
    assert ledger.ends() == ["unsent", "sent", "sent"]


async def test_no_intent_is_committed_before_its_turn_has_come(
    messenger: TelegramMessenger, ledger: Ledger, hours: Hours
) -> None:
    for chat in range(100):
        messenger.post(ledger.push(chat))
    await settle()
    assert len(ledger.steps) < 10
    await hours.pass_(1)
    assert 60 <= len(ledger.steps) <= 80
    await hours.pass_(3)
    assert len(ledger.ends()) == 100


async def test_the_lanes_say_how_much_room_they_have(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire, hours: Hours
) -> None:
    wire.open.clear()
    room = messenger.free()
    for chat in range(40):
        messenger.post(ledger.push(chat))
    await hours.pass_(10)
    assert (len(wire.said()), messenger.free()) == (30, room - 40)
    wire.open.set()
    await hours.pass_(10)
    assert messenger.free() == room


async def test_close_lets_what_is_being_sent_end_and_drops_what_waits(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire
) -> None:
    wire.open.clear()
    for _ in range(6):
        messenger.post(ledger.push())
    await settle()
    closing = asyncio.create_task(messenger.close())
    await settle()
    wire.open.set()
    await closing
    begun = [step for step in ledger.steps if step[0] == "begin"]
    assert ledger.ends() == ["sent"] * len(begun)
    assert 1 <= len(begun) < 6


async def test_429_while_clearing_up_closes_the_chat_as_well(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire, hours: Hours
) -> None:
    wire.will("deleteMessage", TOO_MANY)
    messenger.post(ledger.push(deletes=(50,)))
    await messenger.idle()
    messenger.post(ledger.push())
    await hours.pass_(4.9)
    assert (ledger.ends(), len(wire.said())) == (["sent"], 1)
    await hours.pass_(0.2)
    assert len(wire.said()) == 2
