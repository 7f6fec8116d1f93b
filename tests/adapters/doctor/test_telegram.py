"""Whether the token is accepted and the clocks agree, against an address on this machine."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.adapters.doctor import telegram
from bot.adapters.doctor.finding import Finding
from bot.config import Telegram
from tests.adapters.doctor.loopback import Respond, StandingClock, always, answering, nobody

SECRET = "4242:made-up_SECRET"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


async def token(respond: Respond) -> Finding:
    async with answering(respond) as url:
        return await telegram.token(Telegram(token=SecretStr(SECRET), api_url=url))


def knows(request: web.Request) -> web.Response:
    if request.path == f"/bot{SECRET}/getMe":
        return web.json_response({"ok": True, "result": {"id": 4242, "username": "lexigram_bot"}})
    return web.json_response({"ok": False}, status=404)


async def test_a_token_that_telegram_knows_is_well() -> None:
    found = await token(knows)
    assert (found.state, found.told.split()[0], found.todo) == ("ok", "@lexigram_bot", "")


@pytest.mark.parametrize("status", [401, 404])
async def test_a_token_that_telegram_refuses_is_to_be_copied_again(status: int) -> None:
    found = await token(always(status, {"ok": False, "error_code": status}))
    assert (found.state, found.told) == ("broken", "Telegram refuses it")
    assert "@BotFather" in found.todo


@pytest.mark.parametrize(
    ("respond", "todo"),
    [
        (always(502, {"ok": False}), "try later"),
        (always(429, {"ok": False}), "try later"),
        (always(200, ["no", "object"]), "api_url"),
        (always(302, None, {"Location": "https://example.org/"}), "api_url"),
        (lambda _: web.Response(text="<html>It works</html>", content_type="text/html"), "api_url"),
        (lambda _: web.Response(body=b"\xff\xfe", content_type="text/plain", charset="utf-8"), "api_url"),
    ],
)
async def test_an_odd_answer_is_told_with_what_to_do(respond: Respond, todo: str) -> None:
    found = await token(respond)
    assert found.state == "broken"
    assert todo in found.todo


async def test_an_address_at_which_nobody_is_is_told() -> None:
    place = await nobody()
    found = await telegram.token(Telegram(token=SecretStr(SECRET), api_url=place))
    assert found.state == "broken"
    assert f"{place} can't be reached" in found.told
    assert "network" in found.todo


@pytest.mark.parametrize("respond", [always(401, {"ok": False}), always(500), always(404, {"ok": False})])
async def test_the_secret_is_never_told(respond: Respond) -> None:
    assert "SECRET" not in repr(await token(respond))
    assert "SECRET" not in repr(await telegram.token(Telegram(token=SecretStr(SECRET), api_url=await nobody())))


async def test_without_a_token_nobody_is_asked() -> None:
    asked: list[str] = []

    def notes(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response()

    async with answering(notes) as url:
        settings = Telegram(api_url=url)
        found = [await telegram.token(settings), await telegram.time(settings, StandingClock(NOW))]
    assert [one.state for one in found] == ["off", "ok"]
    assert asked == []


@pytest.mark.parametrize(
    ("seconds", "state", "words"),
    [
        (0, "ok", "as Telegram's"), (29, "ok", "as Telegram's"), (-30, "ok", "as Telegram's"),
        (31, "broken", "31 s ahead of"), (-7200, "broken", "7200 s behind"),
    ],
)  # fmt: skip
async def test_the_clock_is_compared_with_the_date_of_the_answer(seconds: int, state: str, words: str) -> None:
    theirs = {"Date": format_datetime(NOW, usegmt=True)}
    async with answering(always(302, None, theirs)) as url:
        settings = Telegram(token=SecretStr(SECRET), api_url=url)
        found = await telegram.time(settings, StandingClock(NOW + timedelta(seconds=seconds)))
    assert found.state == state
    assert words in found.told
    assert ("NTP" in found.todo) == (state == "broken")


async def test_a_date_that_is_none_is_nobody_to_compare_with() -> None:
    async with answering(always(200, None, {"Date": "yesterday"})) as url:
        reached = await telegram.time(Telegram(token=SecretStr(SECRET), api_url=url), StandingClock(NOW))
    away = await telegram.time(Telegram(token=SecretStr(SECRET), api_url=await nobody()), StandingClock(NOW))
    assert reached == away
    assert (away.state, away.told) == ("ok", "2026-03-02 09:00 UTC (nobody to compare with)")


@pytest.mark.parametrize(("token", "number"), [("4242:abc", 4242), ("", None), ("abc:4242", None)])
def test_a_bots_number_stands_in_its_token(token: str, number: int | None) -> None:
    assert telegram.number(token) == number
