"""Free text, and whatever else a person sends."""

from collections.abc import Sequence

from bot.services import Reply
from bot.texts import Texts
from bot.tutor import settings, talk
from bot.tutor.start import Arrival
from bot.tutor.talk import Heard, Puzzled, Said
from bot.views import start, tongues
from bot.views import talk as view
from handlers.context import Context


async def hear(context: Context) -> None:
    """Do what the text asks for; an edited message counts like a new one."""
    message, learner, now = context.message, context.learner, context.services.clock.now()
    replies_to = message.reply_to_message.message_id if message.reply_to_message else None
    said = Said(message.text or "", replies_to, message.quote.text if message.quote else "")

    def tell(heard: Heard, texts: Texts, edits: int | None) -> Reply | Sequence[Reply]:
        if isinstance(heard, Puzzled) and learner.level is None:
            return start.arrived(Arrival(learner), texts, edits, tongues.guess(code))
        return view.heard(heard, learner, texts, now, edits)

    cause, code = context.tells(tell), context.language_code
    await talk.hear(context.services, cause, learner, said)


async def see(context: Context) -> None:
    """Say that only text is understood so far."""
    await settings.look(context.services, context.tells(view.unreadable), context.learner)


async def mend(context: Context) -> None:
    """A button that nobody knows any more: it goes away."""
    await settings.nothing(context.services, context.tells(view.unreadable))
