import asyncio
from typing import Literal

import aiohttp
import pytest
from telegram.error import NetworkError, TimedOut

from bot.adapters.telegram.messenger import TelegramMessenger
from bot.services import Outcome, Push, Reply
from tests.adapters.telegram.hours import Hours, settle
from tests.adapters.telegram.wire import BLOCKED, BROKEN, TOO_MANY, Wire, refusal

ANA, TOM = 7, 8
Kind = Literal["review", "article"]


class Ledger:
    """What becomes of pushes, step by step."""

    def __init__(self, wire: Wire) -> None:
        self.steps: list[tuple[object, ...]] = []
        self.welcome = True
        self.troubles: list[str] = []
        self._wire = wire

    def push(self, chat_id: int = ANA, kind: Kind = "review", deletes: tuple[int, ...] = ()) -> Push:
        async def begin() -> bool:
            self._fail("begin")
            self.steps.append(("begin", chat_id, len(self._wire.calls)))
            return self.welcome

        async def end(outcome: Outcome, message_id: int | None) -> None:
            self._fail("end")
            self.steps.append(("end", chat_id, outcome, message_id))

        return Push(chat_id, kind, Reply(f"{kind} {chat_id}", deletes=deletes), begin, end)

    def _fail(self, step: str) -> None:
        if step in self.troubles:
            self.troubles.remove(step)
            raise OSError("disk full")

    def ends(self) -> list[object]:
        return [step[2] for step in self.steps if step[0] == "end"]


@pytest.fixture
def ledger(wire: Wire) -> Ledger:
    return Ledger(wire)


def caused_by(error: NetworkError, cause: Exception) -> NetworkError:
    error.__cause__ = cause
    return error


async def test_the_intent_is_committed_before_and_the_outcome_after(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire
) -> None:
    messenger.post(ledger.push())
    await messenger.idle()
    assert ledger.steps == [("begin", ANA, 0), ("end", ANA, "sent", 101)]
    assert wire.said() == ["review 7"]


async def test_a_push_that_became_unwelcome_isnt_sent(messenger: TelegramMessenger, ledger: Ledger, wire: Wire) -> None:
    ledger.welcome = False
    messenger.post(ledger.push())
    await messenger.idle()
    assert (wire.calls, ledger.ends()) == ([], [])


REFUSED = aiohttp.ClientConnectorError(None, OSError(111, "Connection refused"))  # type: ignore[arg-type]  # only its kind counts


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (BROKEN, "unknown"),
        (caused_by(NetworkError("gone"), aiohttp.ServerDisconnectedError()), "unknown"),
        (caused_by(TimedOut(), aiohttp.SocketTimeoutError()), "unknown"),
        (caused_by(TimedOut(), aiohttp.ConnectionTimeoutError()), "unsent"),
        (caused_by(NetworkError("away"), REFUSED), "unsent"),
        (TOO_MANY, "unsent"),
        (refusal(401, "Unauthorized"), "unsent"),
        (BLOCKED, "blocked"),
        (refusal(400, "Bad Request: chat not found"), "failed"),
    ],
)
async def test_a_push_is_sent_once_and_what_became_of_it_is_said(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire, hours: Hours, answer: Exception, outcome: Outcome
) -> None:
    wire.will("sendMessage", answer)
    messenger.post(ledger.push())
    await messenger.idle()
    await hours.pass_(3600)
    assert ledger.ends() == [outcome]
    assert len(wire.said()) == 1


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


async def test_the_message_before_goes_away_only_after_the_new_one_is_there(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire
) -> None:
    messenger.post(ledger.push(deletes=(50,)))
    await messenger.idle()
    assert [call.method for call in wire.calls] == ["sendMessage", "deleteMessage"]


async def test_the_message_before_stays_when_the_new_one_may_not_be_there(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire
) -> None:
    wire.will("sendMessage", BROKEN)
    messenger.post(ledger.push(deletes=(50,)))
    await messenger.idle()
    assert [call.method for call in wire.calls] == ["sendMessage"]


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


async def test_an_intent_that_couldnt_be_committed_is_taken_back(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire
) -> None:
    ledger.troubles = ["begin"]
    messenger.post(ledger.push())
    await messenger.idle()
    assert (wire.calls, ledger.ends()) == ([], ["unsent"])


async def test_what_became_of_a_push_is_noted_even_if_that_doesnt_work_at_first(
    messenger: TelegramMessenger, ledger: Ledger, wire: Wire, hours: Hours
) -> None:
    ledger.troubles = ["end", "end"]
    messenger.post(ledger.push())
    await hours.pass_(10)
    assert (wire.said(), ledger.ends()) == (["review 7"], ["sent"])


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
