"""Settings, the clock, pauses."""

from bot.domain.learner import Learner
from bot.services import Reply
from bot.texts import Texts, texts
from bot.tutor import settings
from bot.views import clock, pause
from bot.views import settings as view
from bot.views.actions import AskSetting, ChangeSetting, ChooseHour, ChoosePause, ChooseRhythm, ChooseZone
from handlers.context import Context


async def show(context: Context) -> None:
    """Show the settings."""
    await settings.look(context.services, context.tells(view.settings), context.learner)


async def ask(context: Context) -> None:
    """Show the choices of one setting."""
    name, now = AskSetting.unpack(context.data).name, context.services.clock.now()

    def tell(learner: Learner, texts: Texts, edits: int | None) -> Reply:
        return view.ask(name, learner, texts, now, edits)

    await settings.look(context.services, context.tells(tell), context.learner)


async def change(context: Context) -> None:
    """Change one setting; the answer speaks the language that it leads to."""
    tapped = ChangeSetting.unpack(context.data)
    values = settings.changes(tapped.name, tapped.value)

    def tell(learner: Learner, _: Texts, edits: int | None) -> Reply:
        return view.changed(tapped.name, learner, texts(learner.language), edits)

    await settings.change(context.services, context.tells(tell), context.learner, **values)


async def choose_zone(context: Context) -> None:
    """Keep the time zone."""
    values = settings.changes("zone", ChooseZone.unpack(context.data).zone)
    await settings.change(context.services, context.tells(clock.set_), context.learner, **values, zone_known=True)


async def list_hours(context: Context) -> None:
    """Show the hours for the article."""
    await settings.look(context.services, context.tells(clock.hours), context.learner)


async def choose_hour(context: Context) -> None:
    """Keep the hour of the article."""
    values = settings.changes("hour", str(ChooseHour.unpack(context.data).minute))
    await settings.change(context.services, context.tells(clock.set_), context.learner, **values, zone_known=True)


async def choose_rhythm(context: Context) -> None:
    """Keep how often articles come."""
    values = settings.changes("rhythm", ChooseRhythm.unpack(context.data).rhythm)
    cause = context.tells(view.rhythm, below=True)
    await settings.change(context.services, cause, context.learner, **values, articles_ignored=0)


async def list_pauses(context: Context) -> None:
    """Show how long a pause can be."""
    await settings.look(context.services, context.tells(pause.lengths), context.learner)


async def choose_pause(context: Context) -> None:
    """Write nothing for a while."""
    length = settings.parse_pause(ChoosePause.unpack(context.data).length)
    await settings.pause(context.services, context.tells(pause.paused), context.learner, length)


async def resume(context: Context) -> None:
    """Write again."""
    await settings.resume(context.services, context.tells(pause.resumed), context.learner)
