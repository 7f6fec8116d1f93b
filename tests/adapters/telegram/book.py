"""What the messenger tells about replies, written down."""

from bot.adapters.telegram.messenger import TelegramMessenger
from bot.tutor.outbox import Held


class Book:
    """What the messenger tells about replies."""

    def __init__(self, messenger: TelegramMessenger) -> None:
        self.sent: list[tuple[int, int | None]] = []
        self.blocked: list[int] = []
        self.trouble: Exception | None = None
        messenger.start(self.note_sent, self.note_blocked)

    async def note_sent(self, held: Held, message_id: int | None) -> None:
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        self.sent.append((held.id, message_id))

    async def note_blocked(self, chat_id: int) -> None:
        self.blocked.append(chat_id)
