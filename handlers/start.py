"""The first minute."""

from collections.abc import Sequence

from bot.services import Reply
from bot.texts import Texts
from bot.tutor import start
from bot.tutor.start import Arrival
from bot.views import settings, tongues
from bot.views import start as view
from bot.views.actions import ChooseLevel, ChooseTongue
from handlers.context import Context
from handlers.today import show


async def begin(context: Context) -> None:
    """Greet, or go on where the learner stopped; a deep link is kept."""
    invitation = " ".join(context.args or ())
    if context.learner.level is not None and not invitation:
        await show(context)
        return
    guess = tongues.guess(context.language_code)

    def tell(arrival: Arrival, texts: Texts, edits: int | None) -> Sequence[Reply]:
        replies = view.arrived(arrival, texts, edits, guess)
        return view.invited(replies, texts) if invitation else replies

    await start.arrive(context.services, context.tells(tell), context.learner, invitation)


async def list_tongues(context: Context) -> None:
    """Show all mother tongues."""
    await start.arrive(context.services, context.tells(view.tongue_list), context.learner, "")


async def choose_tongue(context: Context) -> None:
    """Keep the mother tongue, ask for the level."""
    tapped = ChooseTongue.unpack(context.data)
    await start.choose_tongue(context.services, context.tells(_gone_on), context.learner, tapped.tongue)


async def choose_level(context: Context) -> None:
    """Keep the level, bring the first article."""
    tapped = ChooseLevel.unpack(context.data)
    level = None if tapped.level == view.UNSURE else float(tapped.level)
    await start.choose_level(context.services, context.tells(_gone_on), context.learner, level)


def _gone_on(arrival: Arrival, texts: Texts, edits: int | None) -> Sequence[Reply]:
    """The next step; for somebody who is past the first minute, the settings that they came from."""
    return view.arrived(arrival, texts, edits) or [settings.settings(arrival.learner, texts, edits)]
