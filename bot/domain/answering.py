"""Which text is an answer to the open question, and which is something else."""

from typing import Literal

from bot.domain.lookups import is_question_form

Kind = Literal["answer", "command", "lookup", "ask"]


def classify(
    text: str,
    *,
    replies_to_question: bool,
    replies_elsewhere: bool,
    newest: bool,
    fresh: bool,
    typed: bool,
    near: bool,
) -> Kind:
    """What a text is while a question is open.

    `newest`: the question is the newest message; `fresh`: asked less than 10 minutes ago; `typed`: it wants typed
    text; `near`: the text is right or nearly right. "ask" means: not marked, the person is asked what it was.
    Without an open question pass False for all: commands and look-ups remain.
    """
    if text.lstrip().startswith("/"):
        return "command"
    if replies_elsewhere or is_question_form(text):
        return "lookup"
    if replies_to_question or (newest and fresh and typed and near):
        return "answer"
    return "ask" if typed else "lookup"
