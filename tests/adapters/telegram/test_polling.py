import json
import logging
from pathlib import Path

import pytest
from telegram.error import NetworkError

from bot.adapters.telegram import polling
from bot.adapters.telegram.account import Account, open_account
from bot.sandbox.server import serve
from bot.services import Services
from bot.tutor import inbox
from tests.adapters.telegram.conftest import TOKEN
from tests.adapters.telegram.hours import Hours
from tests.adapters.telegram.people import message, updates
from tests.adapters.telegram.poll import Desk, hanging_after, polling_with, until, waiting
from tests.adapters.telegram.wire import TOO_MANY, Json, Wire, refusal
from tests.sandbox.clock import TestClock
from tests.sandbox.person import Control

ANA = 7


@pytest.fixture
def desk(services: Services, bot: Account, hours: Hours, tmp_path: Path) -> Desk:
    return Desk(services, bot, hours, tmp_path / "health.json")


def offsets(wire: Wire) -> list[str | None]:
    return [call.asked.get("offset") for call in wire.of("getUpdates")]


async def test_updates_are_committed_before_anybody_sees_them_and_acknowledged_after(desk: Desk, wire: Wire) -> None:
    wire.will("getUpdates", updates(message(5, ANA, "one"), message(6, ANA, "two")), updates())
    assert await desk.poller.poll() == 2
    assert (desk.came, desk.held[0]) == ([(5, "one"), (6, "two")], [5, 6])
    await desk.poller.poll()
    assert offsets(wire) == [None, "7"]


async def test_the_inbox_holds_the_update_word_for_word(desk: Desk, wire: Wire, services: Services) -> None:
    odd = message(5, ANA, "¿Qué?") | {"something_new": {"as": ["yet", "unknown"]}}
    wire.will("getUpdates", updates(odd))
    await desk.poller.poll()
    assert [json.loads(one.payload) for one in await inbox.left(services, 4242)] == [odd]


async def test_what_couldnt_be_committed_isnt_acknowledged_and_comes_again(
    desk: Desk, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("disk full")

    wire.will("getUpdates", *[updates(message(5, ANA))] * 2)
    with monkeypatch.context() as broken:
        broken.setattr(inbox, "receive", fail)
        with pytest.raises(OSError, match="disk full"):
            await desk.poller.poll()
    assert desk.came == []
    await desk.poller.poll()
    assert (offsets(wire), desk.came) == ([None, None], [(5, "hello")])


async def test_an_update_that_comes_twice_is_dealt_with_once_and_the_offset_moves_on(
    desk: Desk, wire: Wire, services: Services, bot: Account, hours: Hours
) -> None:
    wire.will("getUpdates", updates(message(5, ANA)), updates(message(5, ANA)), updates())
    await desk.poller.poll()
    after_a_restart = Desk(services, bot, hours)
    await after_a_restart.poller.poll()
    await after_a_restart.poller.poll()
    assert (desk.came, after_a_restart.came) == ([(5, "hello")], [])
    assert offsets(wire) == [None, None, "6"]


async def test_an_update_that_nobody_can_read_is_let_go(
    desk: Desk, wire: Wire, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    unreadable: Json = {"update_id": 5, "message": {"text": "no date, no chat"}}
    wire.will("getUpdates", updates(unreadable, message(6, ANA)))
    await desk.poller.poll()
    assert (desk.came, await waiting(services)) == ([(6, "hello")], [6])
    assert "update 5 can't be read" in caplog.text


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (refusal(401, "Unauthorized"), "refuses the token"),
        (refusal(404, "Not Found"), "refuses the token"),
        (refusal(409, "Conflict: terminated by other getUpdates request"), "another program polls"),
        (refusal(502, "Bad Gateway"), "Bad Gateway"),
        (TOO_MANY, "Flood control"),
        (OSError("no route"), "no route"),
    ],
)
async def test_no_trouble_ends_polling(
    desk: Desk, wire: Wire, hours: Hours, caplog: pytest.LogCaptureFixture, trouble: Exception, told: str
) -> None:
    wire.will("getUpdates", trouble, trouble, updates(message(5, ANA)))
    caplog.set_level(logging.WARNING)
    async with polling_with(hanging_after(desk.poller, wire, 3)):
        await hours.pass_(20)
        await until(lambda: desk.came)
    assert desk.came == [(5, "hello")]
    assert told in caplog.text


async def test_polling_dies_neither_of_silence(
    desk: Desk, wire: Wire, hours: Hours, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(polling, "SILENCE", 0.01)
    wire.open.clear()
    async with polling_with(desk.poller):
        await until(lambda: "no answer" in caplog.text)
        monkeypatch.setattr(polling, "SILENCE", 10.0)
        await hours.pass_(2)
        await until(lambda: len(wire.calls) == 2)


async def test_the_doctor_can_read_when_the_last_poll_succeeded(
    desk: Desk, wire: Wire, hours: Hours, tmp_path: Path
) -> None:
    def noted() -> object:
        return json.loads((tmp_path / "health.json").read_text())["polled_at"]

    wire.will("getUpdates", *[updates()] * 3)
    await desk.poller.poll()
    first = noted()
    await hours.pass_(5)
    await desk.poller.poll()
    assert noted() == first == "2030-03-04T09:00:00+00:00"
    await hours.pass_(6)
    await desk.poller.poll()
    assert noted() == "2030-03-04T09:00:11+00:00"


async def test_a_note_for_the_doctor_that_cant_be_written_stops_nothing(
    services: Services, bot: Account, wire: Wire, hours: Hours, tmp_path: Path
) -> None:
    desk = Desk(services, bot, hours, tmp_path / "no such folder" / "health.json")
    wire.will("getUpdates", updates(message(5, ANA)))
    assert await desk.poller.poll() == 1


async def test_a_failed_poll_doesnt_look_healthy(desk: Desk, wire: Wire, tmp_path: Path) -> None:
    wire.will("getUpdates", refusal(502, "Bad Gateway"))
    with pytest.raises(NetworkError):
        await desk.poller.poll()
    assert not (tmp_path / "health.json").exists()


async def test_over_the_real_transport_what_is_written_arrives(services: Services, hours: Hours) -> None:
    async with (
        await serve(TestClock(), None) as sandbox,
        Control(sandbox.url) as control,
        open_account(TOKEN, sandbox.url) as account,
    ):
        desk = Desk(services, account, hours)
        ana = await control.person("Ana")
        async with polling_with(desk.poller):
            await ana.says("¿Qué tal?")
            await until(lambda: desk.came)
    assert [text for _, text in desk.came] == ["¿Qué tal?"]
