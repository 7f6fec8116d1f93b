import json
import logging

import pytest
from telegram.error import NetworkError

from bot.adapters.telegram.account import Account
from bot.adapters.telegram.sending import Progress, send
from bot.services import Button, Reply
from tests.adapters.telegram.wire import BROKEN, Wire, refusal

CHAT = 7
KEEP = ((Button("Keep", "k:1"), Button("Read", url="https://example.org/")),)
NOT_MODIFIED = refusal(400, "Bad Request: message is not modified: specified new message content is the same")
NO_SUCH = refusal(400, "Bad Request: message to edit not found")
TOO_OLD = refusal(400, "Bad Request: message can't be deleted for everyone")
BAD_MARKUP = refusal(400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3")


async def test_a_reply_is_a_message_with_buttons_and_without_a_link_preview(bot: Account, wire: Wire) -> None:
    assert await send(bot, CHAT, Reply("<b>Hi</b>", KEEP, silent=True), Progress()) == 101
    asked = wire.of("sendMessage")[0].asked
    assert (asked["text"], asked["parse_mode"], asked["disable_notification"]) == ("<b>Hi</b>", "HTML", "true")
    assert json.loads(asked["link_preview_options"]) == {"is_disabled": True}
    assert json.loads(asked["reply_markup"])["inline_keyboard"] == [
        [{"text": "Keep", "callback_data": "k:1"}, {"text": "Read", "url": "https://example.org/"}]
    ]


async def test_an_edit_replaces_the_text(bot: Account, wire: Wire) -> None:
    assert await send(bot, CHAT, Reply("Right!", edits=55), Progress()) == 55
    assert [call.method for call in wire.calls] == ["editMessageText"]


async def test_an_edit_that_changes_nothing_is_a_success(bot: Account, wire: Wire) -> None:
    wire.will("editMessageText", NOT_MODIFIED)
    assert await send(bot, CHAT, Reply("Right!", edits=55), Progress()) == 55
    assert wire.said() == []


async def test_a_message_that_cant_be_edited_is_replaced_by_a_new_one(bot: Account, wire: Wire) -> None:
    wire.will("editMessageText", NO_SUCH)
    assert await send(bot, CHAT, Reply("Right!", KEEP, edits=55), Progress()) == 101
    assert wire.said() == ["Right!"]


@pytest.mark.parametrize(("method", "edits"), [("sendMessage", None), ("editMessageText", 55)])
async def test_refused_markup_becomes_plain_text_and_is_logged(
    bot: Account, wire: Wire, caplog: pytest.LogCaptureFixture, method: str, edits: int | None
) -> None:
    wire.will(method, BAD_MARKUP)
    await send(bot, CHAT, Reply("<b>a &lt; b", KEEP, edits=edits), Progress())
    _, second = wire.of(method)
    assert (second.text, "parse_mode" in second.asked) == ("a < b", False)
    assert "Keep" in second.asked["reply_markup"]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


async def test_what_it_replaces_goes_away_first(bot: Account, wire: Wire) -> None:
    await send(bot, CHAT, Reply("Next.", deletes=(50, 51), strips=52), Progress())
    assert [(call.method, call.asked.get("message_id")) for call in wire.calls] == [
        ("deleteMessage", "50"),
        ("deleteMessage", "51"),
        ("editMessageReplyMarkup", "52"),
        ("sendMessage", None),
    ]


async def test_a_message_too_old_to_delete_is_cut_to_a_line_without_buttons(bot: Account, wire: Wire) -> None:
    wire.will("deleteMessage", TOO_OLD)
    await send(bot, CHAT, Reply("Next.", deletes=(50,), remains="Asked again below."), Progress())
    cut = wire.of("editMessageText")[0].asked
    assert (cut["message_id"], cut["text"], "reply_markup" in cut) == ("50", "Asked again below.", False)
    assert wire.said() == ["Next."]


async def test_what_is_gone_already_is_no_fault(bot: Account, wire: Wire) -> None:
    wire.will("deleteMessage", TOO_OLD)
    wire.will("editMessageText", NO_SUCH)
    wire.will("editMessageReplyMarkup", NOT_MODIFIED)
    assert await send(bot, CHAT, Reply(deletes=(50,), strips=52), Progress()) is None


async def test_a_long_text_becomes_several_messages_with_the_buttons_on_the_last(bot: Account, wire: Wire) -> None:
    text = "\n\n".join(["A sentence that goes on. " * 60] * 4)
    assert await send(bot, CHAT, Reply(text, KEEP, edits=55), Progress()) == 101
    edited, sent = wire.of("editMessageText")[0], wire.of("sendMessage")
    assert "reply_markup" not in edited.asked
    assert ["reply_markup" in call.asked for call in sent] == [True]
    assert sum(len(call.text.split()) for call in [edited, *sent]) == len(text.split())


async def test_another_attempt_repeats_nothing_that_was_done(bot: Account, wire: Wire) -> None:
    wire.will(
        "sendMessage",
        (200, {"ok": True, "result": {"message_id": 9, "date": 1, "chat": {"id": 7, "type": "private"}}}),
        BROKEN,
    )
    reply, progress = Reply("\n\n".join(["word " * 700] * 2), deletes=(50,)), Progress()
    with pytest.raises(NetworkError):
        await send(bot, CHAT, reply, progress)
    assert await send(bot, CHAT, reply, progress) == 101
    assert len(wire.of("deleteMessage")) == 1
    first, lost, again = wire.said()
    assert (first.split(), lost) == (lost.split(), again)
