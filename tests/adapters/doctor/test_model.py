"""Whether the model can be asked, against an address on this machine."""

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.adapters.doctor.finding import Finding
from bot.adapters.doctor.model import model
from bot.config import Anthropic
from tests.adapters.doctor.loopback import Respond, always, answering, nobody

KEY = "made-up-SECRET"


async def ask(respond: Respond) -> Finding:
    async with answering(respond) as url:
        return await model(Anthropic(api_key=SecretStr(KEY), base_url=url, model="small-one"))


async def test_without_a_key_it_is_off() -> None:
    assert (await model(Anthropic())).state == "off"


async def test_a_model_that_is_there_is_well() -> None:
    def there(request: web.Request) -> web.Response:
        right = (request.path, request.headers["x-api-key"]) == ("/v1/models/small-one", KEY)
        return web.json_response({"id": "small-one"}, status=200 if right else 404)

    found = await ask(there)
    assert (found.state, found.told) == ("ok", "small-one")


@pytest.mark.parametrize(
    ("status", "told", "todo"),
    [
        (401, "key is refused", "api_key"),
        (403, "key is refused", "api_key"),
        (404, "no model small-one", "[anthropic] model"),
        (429, "answers 429", "later"),
        (529, "answers 529", "later"),
    ],
)
async def test_what_is_wrong_is_told_with_what_to_do(status: int, told: str, todo: str) -> None:
    found = await ask(always(status, {"error": {}}))
    assert found.state == "broken"
    assert told in found.told
    assert todo in found.todo
    assert "SECRET" not in repr(found)


async def test_an_address_at_which_nobody_is_is_told() -> None:
    found = await model(Anthropic(api_key=SecretStr(KEY), base_url=await nobody()))
    assert found.state == "broken"
    assert "can't be reached" in found.told
    assert "base_url" in found.todo
