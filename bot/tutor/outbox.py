"""Replies on their way: packed into the commit that causes them, let go of once they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.services import Button, Reply, Services
from bot.storage import messages, outbox
from bot.storage.door import Transaction, from_json, to_json
from bot.storage.messages import About


@dataclass(frozen=True, slots=True)
class Held:
    """A reply in the outbox."""

    id: int
    chat_id: int
    reply: Reply


async def hold(tx: Transaction, chat_id: int, reply: Reply, now: datetime) -> Held:
    """Put a reply into the outbox."""
    return Held(await outbox.hold(tx, chat_id, pack(reply), now), chat_id, reply)


async def left(services: Services) -> Sequence[Held]:
    """What an earlier run didn't send, edits first: they mend what people look at."""

    async def work(tx: Transaction) -> Sequence[Held]:
        return [Held(held.id, held.chat_id, unpack(held.payload)) for held in await outbox.waiting(tx)]

    held = await services.database.read(work)
    return sorted(held, key=lambda one: (one.reply.edits is None, one.id))


async def sent(services: Services, held: Held, message_id: int | None) -> None:
    """Let go of a reply; remember which message it became, if any."""
    now = services.clock.now()

    async def work(tx: Transaction) -> None:
        if message_id is not None:
            await messages.note(tx, held.chat_id, message_id, held.reply.about or About("note", 0), now)
        await outbox.sent(tx, held.id)

    await services.database.write(None, work)


def pack(reply: Reply) -> str:
    """The reply as JSON text, without the toast: it can't be shown any more after a restart."""
    return to_json(
        {
            "text": reply.text,
            "buttons": [[[button.label, button.action, button.url] for button in row] for row in reply.buttons],
            "about": [reply.about.kind, reply.about.id] if reply.about else None,
            "edits": reply.edits,
            "deletes": reply.deletes,
            "remains": reply.remains,
            "strips": reply.strips,
            "silent": reply.silent,
        }
    )


def unpack(payload: str) -> Reply:
    """The reply behind `pack`."""
    fields = from_json(payload)
    about = fields.pop("about")
    return Reply(
        text=fields["text"],
        buttons=tuple(tuple(Button(*button) for button in row) for row in fields["buttons"]),
        about=About(*about) if about else None,
        edits=fields["edits"],
        deletes=tuple(fields["deletes"]),
        remains=fields["remains"],
        strips=fields["strips"],
        silent=fields["silent"],
    )
