"""What must be true after a death: by the server's own log and the tutor's database."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.storage.door import from_json
from tests.crash.story import ASKED, Story

Call = dict[str, Any]


async def check(story: Story) -> None:
    """Nothing lost, nothing sent twice that nobody asked for."""
    calls = [call for call in await story.control.calls("sendMessage") if call["ok"]]
    _nothing_waits(story)
    _words_are_kept(story)
    _the_answer_is_remembered_and_taken_back(story)
    _pushes_went_out_once(story, calls)
    _replies_came_twice_at_most(calls)
    assert await story.control.complaints() == []


def _nothing_waits(story: Story) -> None:
    assert story.rows("select * from inbox where done_at is null") == []
    assert story.rows("select * from outbox") == []
    states = {row["state"] for row in story.rows("select state from deliveries")}
    assert states <= {"sent", "unknown", "skipped"}


def _words_are_kept(story: Story) -> None:
    kept = story.rows("select lemma from cards where deleted_at is null")
    assert len(kept) == 2
    assert ASKED in {row["lemma"] for row in kept}


def _the_answer_is_remembered_and_taken_back(story: Story) -> None:
    answers = story.rows("select correct, undone_at, question_id from reviews")
    assert len(answers) == 1, "an answer counts once"
    assert answers[0]["correct"] == 1
    assert answers[0]["undone_at"] is not None
    assert story.rows("select * from memories") == []
    assert [row["id"] for row in story.rows("select id from questions where state = 'open'")] == [
        answers[0]["question_id"]
    ]


def _pushes_went_out_once(story: Story, calls: Sequence[Call]) -> None:
    """A question by its number, an article by its title; as many as the ledger says, or fewer if it's in doubt."""
    loud = [call for call in calls if call["params"].get("disable_notification") != "true"]
    asked = Counter(number for call in loud for number in questions(call))
    assert all(times == 1 for times in asked.values()), "a review push went out twice"
    reviews = story.rows("select state from deliveries where kind = 'review'")
    assert len(asked) <= sum(row["state"] in {"sent", "unknown"} for row in reviews)
    assert len(asked) >= sum(row["state"] == "sent" for row in reviews)
    pushed = story.rows("select state, story from deliveries d join readings r on r.id = d.reading_id")
    titles = Counter(str(call["params"]["text"]).split("</b>")[0] for call in calls if is_article(call))
    first, *others = titles.values()
    assert first <= 2
    assert all(times == 1 for times in others), "an article was pushed twice"
    assert sum(row["state"] == "sent" for row in pushed) <= len(others) <= len(pushed)


def _replies_came_twice_at_most(calls: Sequence[Call]) -> None:
    said = Counter(json.dumps([call["params"].get("text"), call["params"].get("reply_markup")]) for call in calls)
    assert sum(times - 1 for times in said.values()) <= 1, "more than one reply was repeated"


def questions(call: Call) -> set[str]:
    """The numbers of the questions whose options the message offers."""
    markup = call["params"].get("reply_markup") or {}
    shape = from_json(markup) if isinstance(markup, str) else markup
    data = [button.get("callback_data", "") for row in shape.get("inline_keyboard", []) for button in row]
    return {one.split(":")[1] for one in data if one.startswith("a:")}


def is_article(call: Call) -> bool:
    """Whether the message is an article."""
    return str(call["params"].get("text", "")).startswith("📖")
