"""Troubles on order."""

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from tests.sandbox.person import Control, Person, Refused


async def test_429_says_how_long_to_wait_and_sends_nothing(control: Control, ana: Person, bot: Bot) -> None:
    await control.fault("sendMessage", "429", retry_after=7)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ana.id, "x")
    assert refused.value.retry_after.total_seconds() == 7  # type: ignore[union-attr]
    await bot.send_message(ana.id, "x")
    assert len([one for one in await ana.chat() if one.from_bot]) == 1


async def test_a_fault_comes_as_often_as_ordered(control: Control, ana: Person, bot: Bot) -> None:
    await control.fault("sendMessage", "500", times=2)
    for _ in range(2):
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await bot.send_message(ana.id, "x")
    await bot.send_message(ana.id, "x")


async def test_a_reset_connection_has_no_effect(control: Control, ana: Person, bot: Bot) -> None:
    await control.fault("sendMessage", "reset")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "x")
    assert not [one for one in await ana.chat() if one.from_bot]
    assert [(call["ok"], call["fault"]) for call in await control.calls("sendMessage")] == [(False, "reset")]


async def test_a_dropped_reply_has_its_effect(control: Control, ana: Person, bot: Bot) -> None:
    await control.fault("sendMessage", "drop_reply")
    with pytest.raises(NetworkError):
        await bot.send_message(ana.id, "x")
    (sent,) = [one for one in await ana.chat() if one.from_bot]
    (call,) = await control.calls("sendMessage")
    assert (call["ok"], call["fault"], call["result_message_id"]) == (True, "drop_reply", sent.id)


async def test_a_slow_call_takes_its_time(control: Control, ana: Person, bot: Bot) -> None:
    await control.fault("*", "slow", seconds=0.05)
    await bot.send_message(ana.id, "x")
    assert (await control.calls("sendMessage"))[0]["fault"] == "slow"


async def test_an_unknown_kind_is_refused(control: Control) -> None:
    with pytest.raises(Refused, match="kind must be one of"):
        await control.fault("sendMessage", "earthquake")
