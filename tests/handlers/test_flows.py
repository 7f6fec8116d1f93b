"""What a handler adds to the tutor: where the answer goes, and what is asked along the way."""

import pytest

from bot.texts import texts
from bot.tutor import people
from bot.views.actions import AnswerQuiz, AskQuiz, ChangeSetting, ChooseRhythm, ChooseTongue, ChooseZone, ListGlosses
from tests.handlers.chat import TAPPED, Chat

ES = texts("es")


async def test_a_deep_link_is_kept_before_and_after_the_first_minute(chat: Chat) -> None:
    kept, welcome = await chat.says("/start c_ABC")
    assert kept.text == ES("start-invitation")
    assert welcome.buttons
    await chat.arrives()
    assert (await chat.learner())["invitation"] == "c_ABC"
    (again,) = await chat.says("/start a_7")
    assert again.text == ES("start-invitation")
    assert (await chat.learner())["invitation"] == "a_7"


async def test_start_afterwards_shows_today(chat: Chat) -> None:
    await chat.arrives()
    (reply,) = await chat.says("/start")
    assert ES("today-head") in reply.text


async def test_the_tongue_changed_in_the_settings_leads_back_to_them(chat: Chat) -> None:
    await chat.arrives()
    (reply,) = await chat.taps(ChooseTongue("ar"))
    assert reply.text == ES("settings-head")
    assert (await chat.learner())["tongue"] == "ar"


async def test_the_clock_is_asked_for_once_after_the_first_words_are_kept(chat: Chat) -> None:
    await chat.arrives()
    article, clock = await chat.taps(ListGlosses(1, 0))
    assert article.edits == TAPPED
    assert (clock.edits, clock.about and clock.about.kind) == (None, "clock")
    await chat.taps(ChooseZone("America/Lima"))
    assert len(await chat.taps(ListGlosses(1, 0))) == 1
    learner = await chat.learner()
    assert (learner["zone"], learner["zone_known"]) == ("America/Lima", 1)


async def test_the_clock_is_asked_for_after_the_last_question_too(chat: Chat) -> None:
    await chat.arrives()
    (first,) = await chat.taps(AskQuiz(1, 1))
    assert first.edits is None
    for number in range(2):
        assert len(await chat.taps(AnswerQuiz(1, 1, number, 0))) == 1
    assert len(await chat.taps(AnswerQuiz(1, 1, 2, 0))) == 2


async def test_the_answer_to_a_changed_language_speaks_it(chat: Chat) -> None:
    await chat.arrives()
    (reply,) = await chat.taps(ChangeSetting("language", "ar"))
    assert reply.text == texts("ar")("settings-head")


@pytest.mark.parametrize(
    "action", [ChangeSetting("language", "xx"), ChangeSetting("level", "9"), ChangeSetting("id", "7"),
               ChooseZone("Mars/Olympus"), ChooseRhythm("hourly")],
)  # fmt: skip
async def test_what_cannot_be_changes_nothing(chat: Chat, action: ChangeSetting | ChooseZone | ChooseRhythm) -> None:
    await chat.arrives()
    before = {**await chat.learner(), "zone_known": 0}
    await chat.taps(action)
    assert {**await chat.learner(), "zone_known": 0} == before


async def test_who_writes_is_not_taken_for_blocked_any_longer(chat: Chat) -> None:
    await chat.arrives()
    await people.blocked(chat.services, (await chat.learner())["telegram_id"])
    await chat.says("reluctant")
    assert (await chat.learner())["blocked_at"] is None


async def test_a_long_friendly_sentence_gets_a_friendly_answer(chat: Chat) -> None:
    await chat.arrives()
    (reply,) = await chat.says("I like this article very much, it is a nice story about the old lakes of Europe")
    assert (reply.text, reply.buttons) == (ES("puzzled-chat"), ())


async def test_small_talk_before_the_first_minute_leads_into_it(chat: Chat) -> None:
    (reply,) = await chat.says("hello")
    assert reply.text == ES("start-welcome")
