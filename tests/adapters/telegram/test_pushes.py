import aiohttp
import pytest
from telegram.error import NetworkError, TimedOut

from bot.adapters.telegram.messenger import TelegramMessenger
from bot.services import Outcome
from tests.adapters.telegram.hours import Hours
from tests.adapters.telegram.ledger import ANA, Ledger
from tests.adapters.telegram.wire import BLOCKED, BROKEN, TOO_MANY, Wire, refusal

REFUSED = aiohttp.ClientConnectorError(None, OSError(111, "Connection refused"))  # type: ignore[arg-type]  # only its kind counts


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
