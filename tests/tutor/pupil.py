"""A learner who acts through the use cases, without any Telegram."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.learner import Learner
from bot.services import Outcome, Services
from bot.storage import cards, learners, messages, questions, sittings
from bot.storage.cards import Card
from bot.storage.door import Transaction, to_instant_or_none
from bot.storage.messages import About
from bot.storage.questions import Asked
from bot.storage.sittings import Sitting
from bot.tutor import deliveries, kept, people, reading, reminders, review, sitting, start, talk
from bot.tutor.reading import Shown
from bot.tutor.reminders import Due
from bot.tutor.review import Marked, Opened
from bot.tutor.sitting import Idle
from bot.tutor.talk import Heard, Said
from bot.tutor.words import Explained
from tests.fakes import SilentMessenger, StillClock, Told

MESSAGE = 500
"""The id of the message in which questions stand."""


@dataclass(slots=True)
class Pupil:
    """Somebody who learns; `clock` is everybody's."""

    services: Services
    clock: StillClock
    messenger: SilentMessenger
    telegram_id: int = 1001
    message: int = MESSAGE

    async def me(self) -> Learner:
        """The learner as stored now; a handler asks as freshly."""
        return await people.meet(self.services, self.telegram_id, "en", "es-ES")

    async def arrives(self, level: float | None = 1.0, tongue: str = "es") -> Shown:
        """Through the first minute; the first article."""
        await start.choose_tongue(self.services, Told(), await self.me(), tongue)
        arrival = await start.choose_level(self.services, Told(), await self.me(), level)
        assert arrival.first
        return arrival.first

    async def says(self, text: str, replies_to: int | None = None, quote: str = "") -> Heard:
        """Type a text."""
        return await talk.hear(self.services, Told(), await self.me(), Said(text, replies_to, quote))

    async def looks_up(self, text: str, replies_to: int | None = None, quote: str = "") -> Explained:
        """Type a text that is understood as a look-up."""
        heard = await self.says(text, replies_to, quote)
        assert isinstance(heard, Explained), heard
        return heard

    async def keeps(self, reading_id: int, *numbers: int) -> Shown:
        """Tap hard words of an article."""
        shown = None
        for number in numbers:
            shown = await kept.toggle(self.services, Told(), await self.me(), reading_id, number)
        assert shown
        return shown

    async def reads(self) -> Shown:
        """The next story."""
        shown = await reading.next_story(self.services, Told(), await self.me())
        assert isinstance(shown, Shown)
        return shown

    async def sits_down(self) -> Opened | Idle:
        """/review; the question is shown as a new message."""
        found = await sitting.begin(self.services, Told(), await self.me())
        if isinstance(found, Opened):
            await self.sees(About("question", found.asked.id))
        return found

    async def sees(self, about: About) -> int:
        """A new message of the tutor's; its id."""
        self.message += 1
        return await self.sees_at(self.message, about)

    async def sees_at(self, message: int, about: About) -> int:
        """A message of the tutor's, sent or edited."""
        now = self.clock.now()
        await self.services.database.write(None, lambda tx: messages.note(tx, self.telegram_id, message, about, now))
        return message

    async def open(self) -> Asked | None:
        """The open question."""
        learner = await self.me()
        return await self.services.database.read(lambda tx: questions.current(tx, learner.id))

    async def chooses(self, *, right: bool = True) -> Marked:
        """Tap an option of the open question."""
        asked = await self.open()
        assert asked
        assert asked.item.options
        key = asked.item.options.index(asked.item.key)
        option = key if right else (key + 1) % len(asked.item.options)
        marked = await review.choose(self.services, Told(), await self.me(), asked.id, option, self.message)
        assert marked
        return marked

    async def answers(self, *, right: bool = True) -> Marked:
        """Answer the open question, by tap or by a reply to it."""
        asked = await self.open()
        assert asked
        if asked.item.options:
            return await self.chooses(right=right)
        heard = await self.says(asked.item.key if right else "umbrella stand", asked.message_id)
        assert isinstance(heard, Marked), heard
        await self.sees(About("question", heard.next.id) if heard.next else About("verdict", asked.id))
        return heard

    async def goes_on(self, marked: Marked) -> Marked | None:
        """Tap [Next] under a miss."""
        return await review.go_on(self.services, Told(), await self.me(), marked.asked.id, self.message)

    async def undoes(self, marked: Marked) -> Opened | None:
        """Tap [Undo]."""
        return await review.undo(self.services, Told(), await self.me(), marked.asked.id, self.message)

    async def finishes(self) -> Sequence[Marked]:
        """Answer rightly until nothing is open."""
        done = []
        while await self.open():
            done.append(await self.answers())
        return done

    async def beat(self, outcome: Outcome = "sent") -> Sequence[Due]:
        """The clock strikes: whatever is due is sent, with that outcome; what began to be sent."""
        begun = []
        for due in await reminders.claim(self.services):
            if await deliveries.begin(self.services, due):
                begun.append(due)
                about = About("question", due.content.id) if isinstance(due.content, Asked) else About("reading", 1)
                self.message += 1
                await deliveries.end(self.services, due, about, outcome, self.message if outcome == "sent" else None)
        return begun

    async def lives(self, until: datetime) -> Sequence[tuple[datetime, Due]]:
        """Let time pass up to an instant, stopping wherever something is due."""
        found: list[tuple[datetime, Due]] = []
        while (at := await reminders.next_due(self.services)) is not None and at <= until:
            self.clock.move(max(at, self.clock.now()))
            found += [(self.clock.now(), due) for due in await self.beat()]
        self.clock.move(until)
        return found

    async def cards(self) -> Sequence[Card]:
        """The book, oldest first."""
        learner = await self.me()
        found = await self.services.database.read(lambda tx: cards.page(tx, learner.id, 0, 1000))
        return sorted(found, key=lambda card: card.id)

    async def sitting(self) -> Sitting:
        """The latest sitting."""
        learner = await self.me()
        found = await self.services.database.read(lambda tx: sittings.latest(tx, learner.id))
        assert found
        return found

    async def changes(self, **values: Any) -> None:
        """Set fields of the learner, as if a use case had."""
        learner = await self.me()
        await self.services.database.write(None, lambda tx: learners.change(tx, learner.id, **values))

    async def rows(self, sql: str, **values: int | str) -> Sequence[Mapping[str, Any]]:
        """Rows of the database."""

        async def work(tx: Transaction) -> Sequence[Mapping[str, Any]]:
            return [dict(row) for row in await tx.all(sql, **values)]

        return await self.services.database.read(work)

    async def agenda(self) -> dict[str, datetime | None]:
        """What stands on the agenda, and under "wake" when the learner is thought of next."""
        (learner,) = await self.rows("select id, wake_at from learners where telegram_id = :id", id=self.telegram_id)
        rows = await self.rows("select kind, due_at from agenda where learner_id = :id", id=learner["id"])
        planned = {row["kind"]: to_instant_or_none(row["due_at"]) for row in rows}
        return {**planned, "wake": to_instant_or_none(learner["wake_at"])}

    async def ledger(self) -> Sequence[tuple[str, str, str]]:
        """Kind, state and reason of all that was sent unasked, or not."""
        rows = await self.rows("select kind, state, reason from deliveries order by id")
        return [(row["kind"], row["state"], row["reason"]) for row in rows]
