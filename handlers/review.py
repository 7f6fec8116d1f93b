"""Reviews: answers, undo, and what else can be done about a question."""

from collections.abc import Sequence

from bot.services import Reply
from bot.texts import Texts
from bot.tutor import asides, review, sitting
from bot.tutor.sitting import Standing
from bot.tutor.talk import Heard
from bot.views import pause as pause_view
from bot.views import review as view
from bot.views import talk as talk_view
from bot.views.actions import ChooseOption, GoOn, ShowMenu, SuspendAsked, TakeAside, Undo
from handlers.context import Context


async def begin(context: Context) -> None:
    """Begin a sitting, at the bottom of the chat."""
    cause = context.tells(view.begun, below=True)
    await sitting.begin(context.services, cause, context.learner)


async def choose(context: Context) -> None:
    """Mark the chosen option, then show what comes next."""
    tapped = ChooseOption.unpack(context.data)
    cause = context.tells(view.marked)
    await review.choose(context.services, cause, context.learner, tapped.question_id, tapped.option, context.tapped)


async def go_on(context: Context) -> None:
    """After a miss: the next question."""
    tapped = GoOn.unpack(context.data)
    cause = context.tells(view.onward)
    await review.go_on(context.services, cause, context.learner, tapped.question_id, context.tapped)


async def undo(context: Context) -> None:
    """Take the answer back and ask again."""
    tapped = Undo.unpack(context.data)
    cause = context.tells(view.reopened)
    await review.undo(context.services, cause, context.learner, tapped.question_id, context.tapped)


async def menu(context: Context) -> None:
    """Show what else can be done about a question, or go back to it."""
    tapped = ShowMenu.unpack(context.data)

    def tell(standing: Standing, texts: Texts, edits: int | None) -> Reply:
        show = pause_view.menu if tapped.shows else view.standing
        return show(standing, texts, edits, tapped.undoes)

    await sitting.look(context.services, context.tells(tell), context.learner, tapped.question_id)


async def suspend(context: Context) -> None:
    """Ask the word no more, and go on."""
    tapped = SuspendAsked.unpack(context.data)
    cause = context.tells(view.suspended)
    await sitting.suspend(context.services, cause, context.learner, tapped.question_id, context.tapped)


async def take_aside(context: Context) -> None:
    """What was typed was the answer, or a look-up."""
    tapped, learner, now = TakeAside.unpack(context.data), context.learner, context.services.clock.now()

    def tell(heard: Heard, texts: Texts, edits: int | None) -> Reply | Sequence[Reply]:
        return talk_view.heard(heard, learner, texts, now, edits)

    take = asides.own_answer if tapped.answers else asides.aside_meaning
    cause = context.tells(tell)
    await take(context.services, cause, learner, tapped.question_id, tapped.text)
