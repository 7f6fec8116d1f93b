"""The comprehension questions of an article, as they're seen."""

from collections.abc import Sequence
from html import escape

from bot.services import Button, Reply
from bot.storage.messages import About
from bot.texts import Html, Texts
from bot.tutor.comprehension import Quiz
from bot.views.actions import AnswerQuiz, AskQuiz, ListGlosses
from bot.views.options import options


def quiz(quiz: Quiz, texts: Texts, edits: int | None) -> Reply:
    """The question to answer, or the verdict on the last one and where to go."""
    about = About("quiz", quiz.shown.reading.id)
    if quiz.before is not None:
        text = "\n\n".join(_verdict(quiz, texts))
        return Reply(text, ((_onward(quiz, texts),),), about, edits=edits)
    if quiz.question is None:
        return Reply(_end(quiz, texts), ((_words_button(quiz, texts),),), about, edits=edits)
    head = texts("quiz-head", number=quiz.number + 1, count=len(quiz.shown.version.questions))
    reading, number = quiz.shown.reading, quiz.number
    listed, buttons = options(quiz.options, lambda index: AnswerQuiz(reading.id, reading.level, number, index))
    asked = escape(quiz.question.question, quote=False)
    return Reply("\n\n".join([f"{head}\n<b>{asked}</b>", *listed]), buttons, about, edits=edits)


def _verdict(quiz: Quiz, texts: Texts) -> Sequence[Html]:
    assert quiz.before is not None  # noqa: S101 — the caller asks only then
    verdict = texts("quiz-right") if quiz.was_right else texts("quiz-wrong", answer=quiz.before.answer)
    parts = [verdict, texts("quiz-proof", proof=quiz.before.proof)]
    return parts if quiz.question else [*parts, _end(quiz, texts)]


def _end(quiz: Quiz, texts: Texts) -> Html:
    asked = quiz.shown.reading.asked
    return texts("quiz-end", right=sum(asked), count=len(asked))


def _onward(quiz: Quiz, texts: Texts) -> Button:
    if quiz.question is None:
        return _words_button(quiz, texts)
    return Button(texts("next"), AskQuiz(quiz.shown.reading.id, 0).pack())


def _words_button(quiz: Quiz, texts: Texts) -> Button:
    return Button(texts("article-keep"), ListGlosses(quiz.shown.reading.id, 1).pack())
