"""What people do again and again: arrive, keep words, answer; and what the tutor's database says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.library.stories import Version
from bot.storage.door import from_json, to_instant
from bot.views.actions import ChooseOption
from tests.sandbox.bubbles import Bubble
from tests.story.scene import Pupil, Scene


@dataclass(frozen=True, slots=True)
class Question:
    """The question that is open to somebody."""

    id: int
    message_id: int
    format: str
    lemma: str
    key: str
    options: tuple[str, ...]
    sentence: str


async def arrives(person: Pupil, level: str = "B1", tongue: str = "Español") -> Bubble:
    """Through the first minute; the first article."""
    await person.says("/start")
    await person.taps(tongue)
    await person.taps(level)
    return await person.latest()


async def keeps(person: Pupil, article: Bubble, count: int) -> Sequence[str]:
    """Keep the article's first `count` hard words by tap; those words."""
    await person.taps("Keep words", on=article)
    words = (await person.sent(article.id)).buttons[:count]
    for word in words:
        await person.taps(word, on=article)
    await person.taps("Done", on=article)
    return words


async def settles_in(person: Pupil, count: int = 3, level: str = "B1") -> Bubble:
    """Arrive, keep words, set the clock; the article."""
    article = await arrives(person, level)
    await keeps(person, article, count)
    await person.taps((await person.latest()).buttons[0])
    return article


async def version_of(scene: Scene, person: Pupil) -> Version:
    """The story version that the person has before them."""
    (row,) = await scene.rows(
        "select story, level from readings where learner_id = (select id from learners where telegram_id = :id)"
        " order by id desc limit 1",
        id=person.id,
    )
    return scene.library.story(str(row["story"])).versions[int(row["level"])]


async def question(scene: Scene, person: Pupil) -> Question | None:
    """The person's open question."""
    rows = await scene.rows(
        "select q.id, q.message_id, i.lemma, i.format, i.content from questions q join items i on i.id = q.item_id"
        " where q.state = 'open' and q.learner_id = (select id from learners where telegram_id = :id)",
        id=person.id,
    )
    if not rows:
        return None
    item = from_json(rows[0]["content"])
    row = rows[0]
    return Question(
        row["id"], row["message_id"], row["format"], row["lemma"], item["key"], tuple(item["options"]), item["sentence"]
    )


async def is_asked(scene: Scene, person: Pupil) -> Question:
    """The person's open question, which must be there."""
    found = await question(scene, person)
    assert found is not None, f"no question is open; the chat ends with {(await person.chat())[-1].text!r}"
    return found


async def answers(scene: Scene, person: Pupil, *, right: bool = True) -> Bubble:
    """Answer the open question by tap; its message as it stands after."""
    asked = await is_asked(scene, person)
    bubble = await person.sent(asked.message_id)
    choice = next(index for index, option in enumerate(asked.options) if (option == asked.key) == right)
    await person.taps(bubble.buttons[choice], on=bubble)
    return await person.sent(asked.message_id)


async def answers_all(scene: Scene, person: Pupil) -> None:
    """Answer whatever is open, rightly, by tap or by text, to the end of the sitting."""
    while (asked := await question(scene, person)) is not None:
        if asked.options:
            await answers(scene, person)
        else:
            await person.says(asked.key, reply_to=asked.message_id)


async def memories(scene: Scene) -> Sequence[dict[str, Any]]:
    """All that is remembered."""
    return await scene.rows("select * from memories order by card_id, direction")


async def reviews(scene: Scene) -> int:
    """How many answers count."""
    return len(await scene.rows("select id from reviews where undone_at is null"))


async def lemmas(scene: Scene) -> set[str]:
    """The words in all books."""
    return {row["lemma"] for row in await scene.rows("select lemma from cards where deleted_at is null")}


async def unasked(scene: Scene, kind: str = "%") -> Sequence[dict[str, Any]]:
    """What the ledger says was sent unasked, in order."""
    return await scene.rows("select * from deliveries where kind like :kind and state = 'sent' order by id", kind=kind)


def hour(delivery: dict[str, Any], zone: str = "Europe/London") -> str:
    """When a message went out, on the wall clock there."""
    return to_instant(delivery["claimed_at"]).astimezone(ZoneInfo(zone)).strftime("%H:%M")


def actions(bubble: Bubble) -> Sequence[str]:
    """What the buttons of a message carry."""
    rows = bubble.raw.get("reply_markup", {}).get("inline_keyboard", [])
    return [button.get("callback_data", "") for row in rows for button in row]


def asking(chat: Sequence[Bubble]) -> Sequence[Bubble]:
    """The messages that offer options of a review question."""
    return [one for one in chat if any(action.split(":")[0] == ChooseOption.code for action in actions(one))]
