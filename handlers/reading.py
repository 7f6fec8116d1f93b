"""Taps under an article."""

from collections.abc import Sequence

from bot.services import Reply
from bot.texts import Texts
from bot.tutor import comprehension, kept, reading
from bot.tutor.comprehension import Quiz
from bot.tutor.reading import Shown
from bot.views import clock
from bot.views import comprehension as quiz_view
from bot.views import reading as view
from bot.views.actions import AnswerQuiz, AskQuiz, ChangeLevel, KeepGloss, ListGlosses, ReadAgain, TurnPage
from handlers.context import Context


async def today(context: Context) -> None:
    """Bring today's article."""
    cause = context.tells(view.found, below=True)
    await reading.latest(context.services, cause, context.learner)


async def next_(context: Context) -> None:
    """Bring the next story at once."""
    cause = context.tells(view.found, below=True)
    await reading.next_story(context.services, cause, context.learner)


async def again(context: Context) -> None:
    """Bring a story again, at another level."""
    tapped = ReadAgain.unpack(context.data)
    cause = context.tells(view.shown, below=True)
    await reading.again(context.services, cause, context.learner, tapped.reading_id, tapped.level)


async def turn(context: Context) -> None:
    """Turn the page."""
    tapped = TurnPage.unpack(context.data)
    await reading.turn(context.services, context.tells(view.shown), context.learner, tapped.reading_id, tapped.page)


async def change_level(context: Context) -> None:
    """Show the story easier or harder."""
    tapped = ChangeLevel.unpack(context.data)
    cause = context.tells(view.shown)
    await reading.change_level(context.services, cause, context.learner, tapped.reading_id, tapped.level)


async def list_glosses(context: Context) -> None:
    """Show a button for each hard word, or (Done) the article's own again; after the first story ask for the clock."""
    tapped, learner, now = ListGlosses.unpack(context.data), context.learner, context.services.clock.now()

    def tell(shown: Shown, texts: Texts, edits: int | None) -> Sequence[Reply]:
        told = view.shown(shown, texts, edits)
        return [told, clock.question(learner, texts, now)] if shown.asks_clock and not tapped.shows else [told]

    mode: reading.Mode = "words" if tapped.shows else "menu"
    await reading.menu(context.services, context.tells(tell), learner, tapped.reading_id, mode)


async def keep(context: Context) -> None:
    """Keep a hard word, or let it go."""
    tapped = KeepGloss.unpack(context.data)
    cause = context.tells(view.shown)
    await kept.toggle(context.services, cause, context.learner, tapped.reading_id, tapped.number)


async def ask(context: Context) -> None:
    """Ask a comprehension question: the first below the article, the others in the same message."""
    tapped = AskQuiz.unpack(context.data)
    cause = context.tells(quiz_view.quiz, below=bool(tapped.first))
    await comprehension.ask(context.services, cause, context.learner, tapped.reading_id)


async def answer(context: Context) -> None:
    """Mark the answer to a comprehension question; after the first story's last one ask for the clock."""
    tapped, learner, now = AnswerQuiz.unpack(context.data), context.learner, context.services.clock.now()

    def tell(quiz: Quiz, texts: Texts, edits: int | None) -> Sequence[Reply]:
        told = quiz_view.quiz(quiz, texts, edits)
        is_over = quiz.before is not None and quiz.question is None
        return [told, clock.question(learner, texts, now)] if is_over and quiz.shown.asks_clock else [told]

    await comprehension.answer(
        context.services, context.tells(tell), learner, tapped.reading_id, tapped.level, tapped.number, tapped.option
    )
