"""Comprehension questions: one at a time, marked once, in an order of options that doesn't move."""

import pytest

from bot.tutor import comprehension, reading
from bot.tutor.comprehension import Quiz
from tests.fakes import Told
from tests.tutor.pupil import Pupil


async def ask(ana: Pupil, reading_id: int) -> Quiz:
    quiz = await comprehension.ask(ana.services, Told(), await ana.me(), reading_id)
    assert quiz
    return quiz


async def answer(ana: Pupil, quiz: Quiz, *, right: bool = True) -> Quiz:
    assert quiz.question
    key = quiz.options.index(quiz.question.answer)
    option = key if right else (key + 1) % 4
    return await tap(ana, quiz, option)


async def tap(ana: Pupil, quiz: Quiz, option: int) -> Quiz:
    shown = quiz.shown.reading
    found = await comprehension.answer(ana.services, Told(), await ana.me(), shown.id, shown.level, quiz.number, option)
    assert found
    return found


async def test_the_options_are_the_questions_own_and_stand_still(ana: Pupil) -> None:
    shown = await ana.arrives()
    first, again = await ask(ana, shown.reading.id), await ask(ana, shown.reading.id)
    assert first.question
    assert first.options == again.options
    assert sorted(first.options) == sorted(first.question.options)


async def test_the_right_option_does_not_always_stand_at_one_place(ana: Pupil) -> None:
    shown = await ana.arrives()
    questions = [question for version in shown.story.versions for question in version.questions]
    places = [comprehension.order(shown.reading, number, one).index(one.answer) for number, one in enumerate(questions)]
    assert len(set(places)) == 4


async def test_three_answers_make_the_score(ana: Pupil) -> None:
    quiz = await ask(ana, (await ana.arrives()).reading.id)
    results = []
    for right in (True, False, True):
        before = quiz.question
        quiz = await answer(ana, quiz, right=right)
        assert quiz.before == before
        results.append(quiz.was_right)
    assert results == [True, False, True]
    assert (quiz.question, quiz.shown.reading.asked) == (None, (True, False, True))


async def test_a_second_tap_changes_nothing(ana: Pupil) -> None:
    first = await ask(ana, (await ana.arrives()).reading.id)
    after = await answer(ana, first, right=False)
    stale = await answer(ana, first)
    assert (stale.before, stale.number) == (None, 1)
    assert stale.shown.reading.asked == after.shown.reading.asked == (False,)


@pytest.mark.parametrize("option", [4, -1, 99])
async def test_an_option_that_there_is_not_is_no_answer(ana: Pupil, option: int) -> None:
    quiz = await ask(ana, (await ana.arrives()).reading.id)
    assert (await tap(ana, quiz, option)).shown.reading.asked == ()


async def test_questions_go_on_after_the_page_was_turned(ana: Pupil) -> None:
    shown = await ana.arrives(5.0)
    await answer(ana, await ask(ana, shown.reading.id))
    await reading.turn(ana.services, Told(), await ana.me(), shown.reading.id, 1)
    assert (await ask(ana, shown.reading.id)).number == 1


async def test_another_level_has_questions_of_its_own(ana: Pupil) -> None:
    shown = await ana.arrives(2.0)
    quiz = await ask(ana, shown.reading.id)
    await answer(ana, quiz)
    await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, 3)
    stale = await answer(ana, quiz)
    assert (stale.before, stale.shown.reading.asked, stale.number) == (None, (), 0)
    assert stale.question == shown.story.versions[3].questions[0]


async def test_nobody_answers_for_another(ana: Pupil) -> None:
    shown = await ana.arrives()
    ben = Pupil(ana.services, ana.clock, ana.messenger, 2002)
    assert await comprehension.ask(ana.services, Told(), await ben.me(), shown.reading.id) is None
    number = shown.reading.id
    assert await comprehension.answer(ana.services, Told(), await ben.me(), number, 1, 0, 0) is None
