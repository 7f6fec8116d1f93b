"""The queue of updates: numbered, kept for a day, confirmed by the offset of the next poll."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice, takewhile

from bot.sandbox.settings import Settings
from bot.sandbox.shapes import Json, dump
from bot.sandbox.signals import Signal
from bot.sandbox.tables import Table

RETENTION = 24 * 3600
"""Seconds that an update waits to be fetched."""

KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count",
    "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query",
    "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request",
    "chat_boost", "removed_chat_boost",
})  # fmt: skip
_ASKED_FOR_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """One update as JSON, frozen when it happened; `lane` keeps one chat's updates in order over a webhook."""

    id: int
    lane: int
    at: int
    body: str


class Updates:
    """What has happened and wasn't confirmed yet."""

    def __init__(self, settings: Settings, now: Callable[[], int], on_change: Callable[[], None]) -> None:
        self.table: Table[int, Update] = Table("update", Update, on_change)
        self.arrived = Signal()
        self._settings = settings
        self._now = now

    def push(self, kind: str, lane: int, body: Json) -> int | None:
        """Queue an update and return its id; None if the bot didn't ask for its kind."""
        if kind not in self.allowed():
            return None
        # The first id is the time, so that a fresh sandbox doesn't repeat ids that a bot may still remember.
        number = self._settings.next("update_id", self._now())
        update: Json = {"update_id": number, kind: body}
        self.table.put(number, Update(number, lane, self._now(), dump(update)))
        self.arrived.ring()
        return number

    def allowed(self) -> frozenset[str]:
        """The kinds that the bot asked for."""
        asked = self._settings.get("allowed_updates")
        return frozenset(asked) if asked else KINDS - _ASKED_FOR_ONLY

    def allow(self, kinds: Iterable[str]) -> list[str]:
        """Ask for these kinds from now on, none meaning the default; returns those that don't exist."""
        asked = set(kinds)
        wanted = sorted(asked & KINDS) or None
        if wanted != self._settings.get("allowed_updates"):
            self._settings.set("allowed_updates", wanted)
        return sorted(asked - KINDS)

    def confirm(self, before: int) -> None:
        """Forget the updates with ids below `before`."""
        for update in list(takewhile(lambda one: one.id < before, self.table)):
            self.table.drop(update.id)

    def keep_last(self, count: int) -> None:
        """Forget all but the last `count`."""
        for update in list(islice(self.table, max(0, len(self.table) - count))):
            self.table.drop(update.id)

    def pending(self, limit: int) -> list[Update]:
        """The earliest updates that are younger than a day."""
        self._expire()
        return list(islice(self.table, limit))

    def _expire(self) -> None:
        oldest = self._now() - RETENTION
        for update in list(takewhile(lambda one: one.at <= oldest, self.table)):
            self.table.drop(update.id)
