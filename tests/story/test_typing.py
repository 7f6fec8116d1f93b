"""Text while a question is open: an answer, a look-up, or neither; and typed questions, once a word has earned them."""

import pytest

from tests.sandbox.bubbles import Bubble
from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import answers, answers_all, is_asked, question, reviews, settles_in


async def typed(scene: Scene, person: Pupil) -> None:
    """Answer day after day until a typed question is open, as the newest message."""
    for _ in range(20):
        await scene.control.forward(days=1)
        while (asked := await question(scene, person)) is not None:
            if not asked.options:
                return
            await answers(scene, person)
    raise AssertionError("no word ever came to a typed question")


@pytest.fixture
async def asked(scene: Scene, tom: Pupil) -> Bubble:
    """A typed question, seconds old: it came because Tom asked for a review."""
    await settles_in(tom, 3)
    await typed(scene, tom)
    await tom.says("/review")
    return await tom.sent((await is_asked(scene, tom)).message_id)


async def test_a_right_text_is_the_answer_and_the_next_thing_stands_below_it(
    scene: Scene, tom: Pupil, asked: Bubble
) -> None:
    before, wanted = await reviews(scene), await is_asked(scene, tom)
    assert asked.id == (await tom.latest()).id
    assert asked.buttons == ("⋯",)
    verdict = await tom.hears(wanted.key.upper())
    assert verdict.text.startswith("✅")
    assert verdict.silent
    assert await reviews(scene) == before + 1
    assert asked.id not in [one.id for one in await tom.chat()], "the old question is deleted"


async def test_a_slip_of_the_finger_gets_a_hint_and_another_try(scene: Scene, tom: Pupil, asked: Bubble) -> None:
    before, wanted = await reviews(scene), await is_asked(scene, tom)
    slip = wanted.key[:-3] + wanted.key[-2] + wanted.key[-3] + wanted.key[-1]
    hint = await tom.hears(slip)
    assert "Nearly" in hint.text
    assert await reviews(scene) == before
    assert (await is_asked(scene, tom)).message_id == hint.id
    await tom.says(wanted.key, reply_to=hint)
    assert await reviews(scene) == before + 1


async def test_a_wrong_reply_to_the_question_is_wrong(scene: Scene, tom: Pupil, asked: Bubble) -> None:
    wanted = await is_asked(scene, tom)
    verdict = await tom.hears("elephant", reply_to=asked)
    assert wanted.key in verdict.text
    assert "You said: elephant" in verdict.text
    assert (await scene.rows("select correct from reviews order by id desc limit 1"))[0]["correct"] == 0


async def test_another_text_is_not_marked_and_may_turn_out_to_be_the_answer(
    scene: Scene, tom: Pupil, asked: Bubble
) -> None:
    before = await reviews(scene)
    aside = await tom.hears("elephant")
    assert "I didn't mark “elephant”" in aside.text
    assert aside.buttons == ("My answer", "What does it mean?")
    assert await reviews(scene) == before
    await tom.taps("My answer")
    assert await reviews(scene) == before + 1
    assert "You said: elephant" in (await tom.sent(aside.id)).text
    assert asked.id not in [one.id for one in await tom.chat()]


async def test_another_text_may_turn_out_to_be_a_look_up(scene: Scene, tom: Pupil, asked: Bubble) -> None:
    before, wanted = await reviews(scene), await is_asked(scene, tom)
    aside = await tom.hears("elephant")
    await tom.taps("What does it mean?")
    assert (await tom.sent(aside.id)).text.startswith("elephant")
    assert await reviews(scene) == before
    assert (await is_asked(scene, tom)).id == wanted.id
    assert (await tom.hears(wanted.key, reply_to=asked)).text.startswith("✅")


async def test_a_look_up_while_a_question_is_open_marks_nothing(scene: Scene, tom: Pupil, control: Control) -> None:
    article = await settles_in(tom)
    await control.forward(days=1)
    wanted = await is_asked(scene, tom)
    for text in ("what does elephant mean?", "elephant"):
        assert (await tom.hears(text)).text.startswith("elephant")
    assert (await tom.hears("people", reply_to=article)).text.startswith("people")
    assert await reviews(scene) == 0
    assert (await is_asked(scene, tom)).id == wanted.id


async def test_an_option_may_be_typed_in_reply(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    wanted = await is_asked(scene, tom)
    verdict = await tom.hears(wanted.key, reply_to=wanted.message_id)
    assert verdict.text.startswith("✅")
    assert wanted.message_id not in [one.id for one in await tom.chat()]
    await answers_all(scene, tom)
    assert await reviews(scene) == 3


async def test_the_number_of_an_option_may_be_typed_in_reply(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    wanted = await is_asked(scene, tom)
    number = str(wanted.options.index(wanted.key) + 1)
    assert (await tom.hears(number, reply_to=wanted.message_id)).text.startswith("✅")
