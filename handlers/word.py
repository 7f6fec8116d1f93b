"""Taps under a word."""

from collections.abc import Sequence

from bot.services import Reply
from bot.texts import Texts
from bot.tutor import asides, entries
from bot.tutor.talk import Heard
from bot.views import talk as talk_view
from bot.views import word as view
from bot.views.actions import ChooseMeaning, KeepCard, KeepUnknown, ListMeanings, LookUp, ShowMore
from handlers.context import Context


async def keep(context: Context) -> None:
    """Put the word into the book, or take it out."""
    tapped = KeepCard.unpack(context.data)
    cause = context.tells(view.explained)
    await entries.change(context.services, cause, context.learner, tapped.card_id, keeps=bool(tapped.keeps))


async def more(context: Context) -> None:
    """Show the whole entry."""
    tapped = ShowMore.unpack(context.data)
    await entries.more(context.services, context.tells(view.explained), context.learner, tapped.card_id)


async def list_meanings(context: Context) -> None:
    """Show the word's meanings."""
    tapped = ListMeanings.unpack(context.data)
    await entries.meanings(context.services, context.tells(view.meanings), context.learner, tapped.card_id)


async def choose_meaning(context: Context) -> None:
    """Keep the word in another sense."""
    tapped = ChooseMeaning.unpack(context.data)
    cause = context.tells(view.explained)
    await entries.choose_meaning(context.services, cause, context.learner, tapped.card_id, tapped.sense_key)


async def look_up(context: Context) -> None:
    """Explain the word that was meant."""
    tapped, learner, now = LookUp.unpack(context.data), context.learner, context.services.clock.now()

    def tell(heard: Heard, texts: Texts, edits: int | None) -> Reply | Sequence[Reply]:
        return talk_view.heard(heard, learner, texts, now, edits)

    cause = context.tells(tell)
    await asides.look_up(context.services, cause, learner, tapped.word)


async def keep_unknown(context: Context) -> None:
    """Keep a word that no dictionary has, and ask for the learner's own meaning."""
    word = KeepUnknown.unpack(context.data).word

    def tell(card_id: int, texts: Texts, edits: int | None) -> Reply:
        return view.ask_meaning(card_id, word, texts, edits)

    await asides.keep_unknown(context.services, context.tells(tell), context.learner, word)
