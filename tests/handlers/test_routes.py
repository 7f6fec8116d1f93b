"""Every update reaches its handler, is done in the commit of its effect, and nobody is left without an answer."""

import inspect
import logging

import pytest

from bot.services import Services
from bot.texts import texts
from bot.tutor import talk
from bot.views.actions import Action
from handlers import book, people, reading, review, routes, settings, start, today, word
from handlers import talk as talk_handlers
from handlers.routes import COMMANDS, MENU, TAPS
from tests.fakes import SilentMessenger
from tests.handlers.chat import ANA, TAPPED, Chat

ES = texts("es")

SAMPLES: dict[type[Action], Action] = {
    kind: kind(*(0 if field == "int" else "" for field in _types))
    for kind in TAPS
    for _types in [[getattr(one, "__name__", one) for one in kind.__annotations__.values()][1:]]
}
"""Each action with values that mean nothing."""


def test_the_menu_is_short_and_every_line_of_it_a_command() -> None:
    assert len(MENU) <= 7
    assert set(MENU) <= set(COMMANDS)


def test_every_handler_has_a_route() -> None:
    routed = {
        *COMMANDS.values(),
        *TAPS.values(),
        talk_handlers.hear,
        talk_handlers.see,
        talk_handlers.mend,
        people.change,
    }
    modules = (book, people, reading, review, settings, start, talk_handlers, today, word)
    handlers = {
        found
        for module in modules
        for name, found in inspect.getmembers(module, inspect.iscoroutinefunction)
        if not name.startswith("_") and found.__module__ == module.__name__
    }
    assert handlers <= routed


@pytest.mark.parametrize("name", COMMANDS)
async def test_every_command_is_answered(chat: Chat, name: str) -> None:
    await chat.arrives()
    replies = await chat.says(f"/{name}")
    assert replies
    assert all(reply.text and reply.edits is None for reply in replies)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "start"])
async def test_every_command_works_before_the_first_minute_is_over(chat: Chat, name: str) -> None:
    assert all(reply.text for reply in await chat.says(f"/{name}"))


@pytest.mark.parametrize("kind", TAPS, ids=lambda kind: kind.__name__)
async def test_every_tap_is_acknowledged_even_if_it_leads_nowhere(chat: Chat, kind: type[Action]) -> None:
    await chat.arrives()
    assert await chat.taps(SAMPLES[kind])
    *_, (_, _, _, tap) = chat.messenger.answered
    taps = [tap for _, _, _, tap in chat.messenger.answered if tap == f"tap-{chat.update - 1}"]
    assert len(taps) == 1
    assert tap in (None, taps[0])


async def test_only_the_first_of_several_replies_acknowledges_the_tap(chat: Chat) -> None:
    assert len(await chat.arrives()) == 2
    assert [tap is not None for _, _, _, tap in chat.messenger.answered[-2:]] == [True, False]


async def test_three_taps_at_most_to_the_first_article(chat: Chat) -> None:
    (welcome,) = await chat.says("/start")
    assert welcome.buttons[0][0].action == "tc:es"
    (level,) = await chat.taps(welcome.buttons[0][0].action)
    assert level.edits == TAPPED
    ready, article = await chat.taps(level.buttons[0][1].action)
    assert ready.edits == TAPPED
    assert "A2" in article.text


@pytest.mark.parametrize("data", ["zz", "zz:1", "a", "a:1", "a:x:0", "a:1:2:3", "", ":", "tc", "rr", "rp:1:²"])
async def test_a_button_that_nobody_knows_goes_away(chat: Chat, data: str) -> None:
    await chat.arrives()
    replies = await chat.taps(data) if data else []
    for reply in replies:
        assert (reply.text, reply.strips, reply.toast) == ("", TAPPED, ES("old-button"))


async def test_a_number_too_large_for_any_row_is_an_old_button(chat: Chat) -> None:
    await chat.arrives()
    (reply,) = await chat.taps(f"be:{10**30}:0")
    assert reply.toast == ES("old-button")


async def test_text_is_heard_and_an_edited_one_too(chat: Chat) -> None:
    (said,) = await chat.says("reluctant")
    assert "reluctant" in said.text
    (edited,) = await chat.edits("elephant")
    assert "elephant" in edited.text


async def test_a_reply_and_its_quote_reach_the_tutor(chat: Chat) -> None:
    _, article = await chat.arrives()
    assert article.about
    shown = {"message_id": 90, "date": 1, "chat": chat.chat(), "text": "…"}
    (reply,) = await chat.says("what does it mean?", reply_to_message=shown, quote={"text": "elephant", "position": 0})
    assert "elephant" in reply.text


async def test_an_unknown_command_gets_help(chat: Chat) -> None:
    (reply,) = await chat.says("/nonsense")
    assert reply.text == ES("help")


@pytest.mark.parametrize(
    "media",
    [
        {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 9, "height": 9}]},
        {"sticker": {
            "file_id": "1", "file_unique_id": "1", "width": 9, "height": 9, "type": "regular", "is_animated": False,
            "is_video": False,
        }},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
    ],
    ids=lambda media: str(next(iter(media))),
)  # fmt: skip
async def test_what_is_no_text_gets_a_word_about_it(chat: Chat, media: dict[str, object]) -> None:
    (reply,) = await chat.gets(message={**chat.message(None), **media})
    assert reply.text == ES("puzzled-media")


async def test_what_telegram_itself_says_is_done_without_a_word(chat: Chat) -> None:
    assert await chat.gets(message=chat.message(None, pinned_message=chat.message("x"))) == []


async def test_groups_are_not_for_us_yet(chat: Chat) -> None:
    assert await chat.says("reluctant", group=True) == []
    assert await chat.says("/start", group=True) == []
    assert await chat.rows("select * from learners") == []


async def test_blocked_and_let_in_again(chat: Chat) -> None:
    await chat.arrives()
    assert await chat.member("kicked") == []
    assert (await chat.learner())["blocked_at"] is not None
    assert await chat.member("member") == []
    assert (await chat.learner())["blocked_at"] is None


async def test_who_takes_the_tutor_out_of_a_group_has_not_left(chat: Chat) -> None:
    await chat.arrives()
    await chat.member("left", group=True)
    await chat.member("kicked", group=True)
    assert (await chat.learner())["blocked_at"] is None


async def test_an_error_is_told_kindly_with_the_number_under_which_it_is_logged(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(talk, "hear", fail)
    (reply,) = await chat.says("my secret word")
    assert str(chat.update) in reply.text
    (logged,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert str(chat.update) in logged.getMessage()
    assert "secret" not in caplog.text


async def test_new_work_stirs_the_beat(chat: Chat, services: Services) -> None:
    stirred: list[None] = []
    object.__setattr__(services, "stir", lambda: stirred.append(None))
    await chat.says("/help")
    assert stirred
    assert isinstance(services.messenger, SilentMessenger)
    assert services.messenger.answered[-1][0] == ANA


def test_the_kinds_of_updates_that_are_asked_for() -> None:
    assert set(routes.UPDATES) == {"message", "edited_message", "callback_query", "my_chat_member"}
