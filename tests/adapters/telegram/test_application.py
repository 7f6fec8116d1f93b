import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import Application, ApplicationBuilder, CallbackContext, TypeHandler
from tenacity import wait_none

from bot.adapters.telegram import application as telegram
from bot.adapters.telegram.account import Account
from bot.adapters.telegram.application import App, Intake, build, introduce, process, replay
from bot.adapters.telegram.processor import PeopleProcessor
from bot.sandbox.server import serve
from bot.services import Services
from bot.tutor import inbox
from tests.adapters.telegram.conftest import TOKEN
from tests.adapters.telegram.hours import settle
from tests.adapters.telegram.people import Json, message
from tests.adapters.telegram.wire import BROKEN, Wire, refusal
from tests.sandbox.clock import TestClock

ANA, TOM = 7, 8
BOT = 4242


class Desk:
    """Handlers that note what they got, and mark it as done unless told otherwise."""

    def __init__(self, services: Services) -> None:
        self.got: list[tuple[int, int]] = []
        self.trouble = False
        self.go_on = asyncio.Event()
        self.go_on.set()
        self._services = services

    async def handle(self, update: Update, context: CallbackContext[Account, Json, Json, Json]) -> None:
        user = update.effective_user
        assert user is not None
        self.got.append((user.id, update.update_id))
        await self.go_on.wait()
        if self.trouble:
            raise ValueError("a handler failed")
        await inbox.dismiss(self._services, BOT, update.update_id)


@pytest.fixture
def desk(services: Services) -> Desk:
    return Desk(services)


@pytest.fixture
async def application(bot: Account, desk: Desk) -> AsyncIterator[App]:
    builder = ApplicationBuilder().bot(bot).concurrent_updates(PeopleProcessor()).updater(None).job_queue(None)
    application: App = builder.build()
    application.add_handler(TypeHandler(Update, desk.handle))
    async with application:
        yield application


async def hold(services: Services, *updates: Json) -> None:
    await inbox.receive(services, BOT, [(update["update_id"], json.dumps(update)) for update in updates])


async def left(services: Services) -> list[int]:
    return [one.update_id for one in await inbox.left(services, BOT)]


async def test_what_an_earlier_run_left_is_dealt_with_in_order_for_each_person(
    application: App, services: Services, desk: Desk
) -> None:
    await hold(services, *(message(number, ANA if number % 2 else TOM) for number in range(1, 21)))
    assert await replay(application, services) == 20
    for person in (ANA, TOM):
        assert [number for who, number in desk.got if who == person] == [
            number for number in range(1, 21) if (number % 2 == 1) == (person == ANA)
        ]
    assert await left(services) == []


async def test_an_update_begun_three_times_before_is_let_go(
    application: App, services: Services, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    await hold(services, message(5, ANA))
    for _ in range(2):
        for received in await inbox.left(services, BOT):
            await inbox.begin(services, received)
    assert await replay(application, services) == 0
    assert (desk.got, await left(services)) == ([], [])
    assert "update 5 was begun 3 times" in caplog.text


async def test_an_update_that_nobody_can_read_doesnt_keep_the_tutor_from_starting(
    application: App, services: Services, desk: Desk
) -> None:
    await hold(services, {"update_id": 5, "message": {"text": "no date, no chat"}}, message(6, ANA))
    assert await replay(application, services) == 1
    assert (desk.got, await left(services)) == ([(ANA, 6)], [])


async def test_an_update_that_wasnt_dealt_with_stays_for_the_next_run(
    application: App, services: Services, desk: Desk
) -> None:
    async def fail_as_well(*_: object) -> None:
        raise OSError("disk full")

    application.add_error_handler(fail_as_well)
    desk.trouble = True
    await hold(services, message(5, ANA))
    await replay(application, services)
    assert await left(services) == [5]


async def test_trouble_around_the_handlers_is_logged(
    application: App, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Application, "process_update", fail)
    await process(application, Update(5))
    assert "update 5 isn't dealt with yet" in caplog.text


async def test_the_intake_deals_with_people_side_by_side_and_knows_when_all_is_done(
    application: App, services: Services, desk: Desk
) -> None:
    desk.go_on.clear()
    intake = Intake(application)
    await hold(services, *(message(number, number % 3) for number in range(9)))
    for number in range(9):
        await intake.take(Update.de_json(message(number, number % 3), application.bot))
    await settle()
    assert [who for who, _ in desk.got] == [0, 1, 2]
    desk.go_on.set()
    await intake.idle()
    assert await left(services) == []


async def test_the_intake_waits_while_it_has_too_much(
    application: App, services: Services, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram, "WAITING", 2)
    desk.go_on.clear()
    intake = Intake(application)
    for number in range(2):
        await intake.take(Update.de_json(message(number, ANA), application.bot))
    third = asyncio.create_task(intake.take(Update.de_json(message(3, TOM), application.bot)))
    await settle()
    assert not third.done()
    desk.go_on.set()
    await third
    await intake.idle()


async def test_the_start_waits_for_the_network(
    wire: Wire, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(telegram.initialize.retry, "wait", wait_none())
    wire.will("getMe", BROKEN, OSError("no route"), refusal(429, "Too Many Requests", retry_after=1))
    account = Account(TOKEN, request=wire, get_updates_request=wire)
    application: App = ApplicationBuilder().bot(account).updater(None).job_queue(None).build()
    assert await introduce(application) == BOT
    assert len(wire.of("getMe")) == 4
    assert "Bad Gateway" in caplog.text
    await application.shutdown()


async def test_a_refused_token_is_said_at_once() -> None:
    async with await serve(TestClock(), None) as sandbox:
        with pytest.raises(InvalidToken):
            await introduce(build("no-token-at-all", sandbox.url, CallbackContext))


async def test_the_application_has_no_memory_or_clock_of_its_own() -> None:
    async with await serve(TestClock(), None) as sandbox:
        application = build(TOKEN, sandbox.url, CallbackContext)
        assert await introduce(application) == BOT
        assert (application.updater, application.persistence) == (None, None)
        await application.shutdown()
