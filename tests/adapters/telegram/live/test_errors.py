"""A handler that fails: the person is told, and nothing is lost or dealt with for ever."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.app import House, living
from bot.services import Services
from bot.tutor import outbox, talk
from bot.views import talk as view
from tests.adapters.telegram.live.place import Place, dealt_with, undone
from tests.adapters.telegram.live.waiting import until_known
from tests.sandbox.person import Person

Hear = Callable[..., Awaitable[Any]]


def failing_at(text: str) -> Hear:
    """`talk.hear`, which fails on that text."""
    real: Hear = talk.hear

    async def hear(services: Services, cause: Any, learner: Any, said: talk.Said) -> Any:
        if said.text == text:
            raise ZeroDivisionError(text)
        return await real(services, cause, learner, said)

    return hear


async def test_an_error_is_told_with_a_number_and_the_update_is_done(
    place: Place, newcomer: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(talk, "hear", failing_at("crash"))
    async with place.alive() as house:
        await newcomer.says("crash")
        await dealt_with(house)
        number = next(record for record in caplog.records if record.name == "handlers.errors").args
        told = (await newcomer.latest()).text
        assert isinstance(number, tuple)
        assert str(number[0]) in told
        await newcomer.says("/help")
        await newcomer.wait_until(lambda chat: chat[-1].from_bot and chat[-1].text != told)
        await house.messenger.idle()
        assert await outbox.left(house.services) == []
    assert "ZeroDivisionError: crash" in caplog.text


async def test_an_update_whose_error_cant_be_told_either_comes_again_in_the_next_run(
    place: Place, newcomer: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(number: int) -> Any:
        raise ZeroDivisionError(number)

    async with place.built() as house:
        with monkeypatch.context() as bad:
            bad.setattr(talk, "hear", failing_at("crash"))
            bad.setattr(view, "sorry", broken)
            async with living(house):
                await newcomer.says("crash")
                await until_known(lambda: has_one(house))
            assert len(await undone(house)) == 1
    async with place.alive() as house:
        await dealt_with(house)
        assert (await newcomer.latest()).from_bot


async def has_one(house: House) -> bool:
    return len(await undone(house)) == 1
