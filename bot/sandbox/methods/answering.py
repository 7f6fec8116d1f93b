"""Answers to taps."""

from bot.sandbox.calls import Call
from bot.sandbox.refusals import bad_request, query_expired
from bot.sandbox.world import World

ALERT_LIMIT = 200


def answer_callback_query(world: World, call: Call) -> bool:
    """End the waiting of a tapped button, with a note or an alert if there is a text."""
    text = call.text("text")
    if len(text) > ALERT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text, "alert": call.flag("show_alert"), "url": call.text("url")}
    if not world.queries.answer(call.integer("callback_query_id"), answer):
        raise query_expired()
    return True
