"""What a handler knows about the update before it: who, where, and how to answer."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from telegram import Message, Update
from telegram.ext import CallbackContext, ExtBot

from bot.domain.learner import Learner
from bot.services import Reply, Services
from bot.texts import Texts, spoken, texts
from bot.tutor import inbox, people
from bot.tutor.inbox import Asked

T = TypeVar("T")
Data = dict[str, Any]
View = Callable[[T, Texts, int | None], Reply | Sequence[Reply]]
"""A result, the texts, and the message to edit (None: a new one) become what is said."""


class Context(CallbackContext[ExtBot[None], Data, Data, Data]):
    """One update of one person, and the tutor's services."""

    def __init__(self, application: Any, chat_id: int | None = None, user_id: int | None = None) -> None:
        super().__init__(application, chat_id, user_id)
        self.incoming = cast(Update, None)
        self.learner = cast(Learner, None)
        self._asked: Asked[Any] | None = None

    @property
    def services(self) -> Services:
        """Everything from outside."""
        return cast(Services, self.application.bot_data["services"])

    @property
    def language_code(self) -> str:
        """The language that the person's phone is set to."""
        return (self.incoming.effective_user and self.incoming.effective_user.language_code) or "en"

    @property
    def message(self) -> Message:
        """The message that was sent, or whose button was tapped."""
        return cast(Message, self.incoming.effective_message)

    @property
    def data(self) -> str:
        """What the tapped button carries; "" for anything but a tap."""
        return (self.incoming.callback_query and self.incoming.callback_query.data) or ""

    @property
    def tapped(self) -> int | None:
        """The id of the message whose button was tapped."""
        query = self.incoming.callback_query
        return query.message.message_id if query and query.message else None

    async def meet(self, update: Update) -> None:
        """Find out who it is."""
        self.incoming = update
        user = update.effective_user
        assert user is not None  # noqa: S101 — routes take only updates of persons
        learner = await people.meet(self.services, user.id, spoken(user.language_code), self.language_code)
        self.learner = await people.heard(self.services, learner)

    def tells(self, view: View[T], *, below: bool = False) -> Asked[T | None]:
        """The cause of a use case: this update, answered by what `view` makes of the result.

        A tap is answered in its own message, or (`below`) in a new one. Where the use case finds nothing (None),
        the tapped message is out of date: it loses its buttons, and the tap says so.
        """
        edits = None if below else self.tapped

        def tell(result: T | None) -> Sequence[Reply]:
            spoken_by = texts(self.learner.language)
            if result is None:
                return [Reply(strips=self.tapped, toast=spoken_by("old-button"))]
            told = view(result, spoken_by, edits)
            return [told] if isinstance(told, Reply) else told

        chat = self.incoming.effective_chat
        assert chat is not None  # noqa: S101 — routes take only updates in private chats
        self._asked = Asked(self.bot.id, self.incoming.update_id, chat.id, self.services.clock.now(), tell)
        return self._asked

    async def finish(self) -> None:
        """Hand the committed replies to the messenger; the first one acknowledges the tap.

        An update without an effect is only marked as done.
        """
        if self._asked is None or not self._asked.is_settled:
            await inbox.dismiss(self.services, self.bot.id, self.incoming.update_id)
            return
        tap = self.incoming.callback_query.id if self.incoming.callback_query else None
        for held in self._asked.held:
            self.services.messenger.answer(held.chat_id, held.id, held.reply, tap)
            tap = None
        self.services.stir()
