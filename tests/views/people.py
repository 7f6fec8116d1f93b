"""Values for views: a learner, a card, a question, made by hand."""

from dataclasses import replace
from typing import Any

from bot.domain.exercises.item import Item
from bot.domain.learner import Learner
from bot.domain.memory import Memory
from bot.storage.cards import Card
from bot.storage.questions import Asked
from tests.builders import MEMORY, NOW, TODAY, an_item

NASTY = '<b>a</b> & "b" <script>'
"""What nobody types, and what must be harmless if they do."""


def learner(**changed: Any) -> Learner:
    """A learner of B1 with an English phone and Spanish at home."""
    one = Learner(
        id=1, telegram_id=1001, language="en", tongue="es", level=2.0, zone="Europe/Madrid", zone_known=True,
        article_minute=480, article_rhythm="daily", articles_ignored=0, pushes_ignored=0, minutes=None,
        paused_until=None, blocked_at=None, invitation=None, created_at=NOW,
    )  # fmt: skip
    return replace(one, **changed)


def card(**changed: Any) -> Card:
    """The card of "reluctant", kept today and never asked."""
    one = Card(
        id=7, learner_id=1, lemma="reluctant", pos="adjective", sense_key="reluctant.adjective.1", meaning="",
        form="reluctant", sentence="He was reluctant to go.", saved_on=TODAY, admitted_on=None, suspended=False,
        deleted_at=None, memory=None,
    )  # fmt: skip
    return replace(one, **changed)


def asked(item: Item | None = None, **changed: Any) -> Asked:
    """An open question in message 50."""
    one = Asked(
        id=9, learner_id=1, sitting_id=3, card_id=7, direction="recognition", again=False, state="open", message_id=50,
        asked_at=NOW, answer=None, verdict=None, aside=None, item=item or an_item(),
    )  # fmt: skip
    return replace(one, **changed)


def memory() -> Memory:
    """A memory three days strong."""
    return MEMORY
