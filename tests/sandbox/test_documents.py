"""docs/sandbox.md names everything that there is."""

from pathlib import Path

from bot.sandbox.methods import methods
from bot.sandbox.server import Sandbox

DOCUMENT = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text(encoding="utf-8")


def test_every_method_stands_in_the_table() -> None:
    named = {word.lower() for word in DOCUMENT.split("`")}
    assert methods().keys() <= named


async def test_every_address_stands_in_the_table(sandbox: Sandbox) -> None:
    addresses = {address.split("{")[0].rstrip("/") for address in sandbox.addresses() if address.startswith("/control")}
    assert [address for address in addresses if address not in DOCUMENT] == []
    assert len(addresses) > 10
