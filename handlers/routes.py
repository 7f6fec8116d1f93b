"""Which handler takes which update."""

from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.views import actions
from bot.views.actions import Action
from handlers import book, errors, people, reading, review, settings, start, talk, today, word
from handlers.context import Context

Handler = Callable[[Context], Coroutine[Any, Any, None]]
Route = BaseHandler[Update, Context, None]

PRIVATE = filters.ChatType.PRIVATE
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that the tutor asks Telegram for."""

COMMANDS: Mapping[str, Handler] = {
    "start": start.begin,
    "today": today.show,
    "review": review.begin,
    "words": book.show,
    "settings": settings.show,
    "pause": settings.list_pauses,
    "help": today.help_,
}

MENU = ("today", "review", "words", "settings", "help")
"""The commands that the phone's menu shows."""

TAPS: Mapping[type[Action], Handler] = {
    actions.ListTongues: start.list_tongues,
    actions.ChooseTongue: start.choose_tongue,
    actions.ChooseLevel: start.choose_level,
    actions.ChooseZone: settings.choose_zone,
    actions.ListHours: settings.list_hours,
    actions.ChooseHour: settings.choose_hour,
    actions.TurnPage: reading.turn,
    actions.ChangeLevel: reading.change_level,
    actions.ListGlosses: reading.list_glosses,
    actions.KeepGloss: reading.keep,
    actions.AskQuiz: reading.ask,
    actions.AnswerQuiz: reading.answer,
    actions.ChooseRhythm: settings.choose_rhythm,
    actions.ReadNext: reading.next_,
    actions.ReadToday: reading.today,
    actions.ReadAgain: reading.again,
    actions.KeepCard: word.keep,
    actions.ShowMore: word.more,
    actions.ListMeanings: word.list_meanings,
    actions.ChooseMeaning: word.choose_meaning,
    actions.LookUp: word.look_up,
    actions.KeepUnknown: word.keep_unknown,
    actions.ChooseOption: review.choose,
    actions.GoOn: review.go_on,
    actions.Undo: review.undo,
    actions.ShowMenu: review.menu,
    actions.SuspendAsked: review.suspend,
    actions.TakeAside: review.take_aside,
    actions.BeginReview: review.begin,
    actions.ListPauses: settings.list_pauses,
    actions.ChoosePause: settings.choose_pause,
    actions.Resume: settings.resume,
    actions.ShowBook: book.show,
    actions.ShowEntry: book.entry,
    actions.DeleteEntry: book.delete,
    actions.SuspendEntry: book.suspend,
    actions.ShowSettings: settings.show,
    actions.AskSetting: settings.ask,
    actions.ChangeSetting: settings.change,
    actions.ShowToday: today.show,
}


def add_to(application: Application[Any, Context, Any, Any, Any, Any]) -> None:
    """Register every handler."""
    application.add_handlers([*_commands(), *_taps(), *_rest()])
    application.add_error_handler(errors.tell)


def _commands() -> list[Route]:
    return [CommandHandler(name, spoken(handler), filters=PRIVATE) for name, handler in COMMANDS.items()]


def _taps() -> list[Route]:
    known: list[Route] = [
        CallbackQueryHandler(spoken(handler), pattern=partial(_carries, action)) for action, handler in TAPS.items()
    ]
    return [*known, CallbackQueryHandler(spoken(talk.mend))]


def _carries(action: type[Action], data: object) -> bool:
    """Whether a button means that action; one from before the action changed its shape means none."""
    if not isinstance(data, str) or data.split(":", 1)[0] != action.code:
        return False
    try:
        action.unpack(data)
    except ValueError:
        return False
    return True


def _rest() -> list[Route]:
    return [
        MessageHandler(PRIVATE & filters.COMMAND, spoken(today.help_)),
        MessageHandler(PRIVATE & filters.TEXT, spoken(talk.hear)),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, spoken(talk.see)),
        ChatMemberHandler(spoken(people.change), ChatMemberHandler.MY_CHAT_MEMBER),
        TypeHandler(Update, ignore),
    ]


def spoken(handler: Handler) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """The handler with what stands around each: who it is before, the reply after."""

    async def run(update: Update, context: Context) -> None:
        await context.meet(update)
        await handler(context)
        await context.finish()

    return run


async def ignore(update: Update, context: Context) -> None:
    """What is for nobody (yet): done without an effect."""
    context.incoming = update
    await context.finish()
