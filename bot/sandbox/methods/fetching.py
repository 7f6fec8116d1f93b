"""How the bot fetches updates: long polling, or a webhook of its choice."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.sandbox.calls import Call
from bot.sandbox.refusals import bad_request, conflict
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

LONGEST_POLL = 50
BATCH = 100
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Batch(str):
    """Updates that are JSON already."""

    __slots__ = ()


async def get_updates(world: World, call: Call) -> Batch:
    """Updates from `offset` on, which confirms those before; waits up to `timeout` seconds for the first."""
    if world.settings.get("webhook"):
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    allow(world, call)
    _confirm(world, call.integer("offset"))
    limit = call.integer("limit", BATCH)
    turn = world.polling.take_turn()
    await world.polling.wait(turn, min(max(call.integer("timeout"), 0), LONGEST_POLL))
    if not world.polling.has_turn(turn):
        raise conflict(world.polling.reason)
    pending = world.updates.pending(limit if 1 <= limit <= BATCH else BATCH)
    return Batch("[" + ",".join(update.body for update in pending) + "]")


def _confirm(world: World, offset: int) -> None:
    if offset > 0:
        world.updates.confirm(offset)
    elif offset < 0:
        world.updates.keep_last(-offset)


def allow(world: World, call: Call) -> None:
    """Take over `allowed_updates` if the call has it."""
    kinds = call.structure("allowed_updates", "allowed updates")
    if isinstance(kinds, list):
        for unknown in world.updates.allow(str(kind) for kind in kinds):
            world.record.complain(call.method, "unknown kind of update", unknown)


def set_webhook(world: World, call: Call) -> bool:
    """Deliver updates to a URL; an empty one ends that."""
    url = call.text("url")
    if not url:
        return delete_webhook(world, call)
    _check_address(url)
    secret = call.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    allow(world, call)
    _forget(world, call)
    most = min(max(call.integer("max_connections", 40), 1), 100)
    world.settings.set("webhook", {"url": url, "secret": secret, "max_connections": most})
    world.polling.end("terminated by setWebhook request")
    world.updates.arrived.ring()
    return True


def _check_address(url: str) -> None:
    """Nothing leaves this machine, so only loopback addresses are taken, and plain HTTP with them."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname != "localhost" and not _is_loopback(parts.hostname):
        raise bad_request("bad webhook: the sandbox delivers to this machine only")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _forget(world: World, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        world.updates.keep_last(0)


def delete_webhook(world: World, call: Call) -> bool:
    """Back to polling."""
    _forget(world, call)
    world.settings.set("webhook", None)
    world.settings.set("webhook_error", None)
    world.updates.arrived.ring()
    return True


def get_webhook_info(world: World, _call: Call) -> Json:
    """Where updates go, and what went wrong last."""
    hook = world.settings.get("webhook") or {}
    info: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending(len(world.updates.table) + 1)),
    }
    if hook:
        info["max_connections"] = hook["max_connections"]
    if kinds := world.settings.get("allowed_updates"):
        info["allowed_updates"] = kinds
    return info | (world.settings.get("webhook_error") or {})
