"""What goes wrong in a chat: edits, second taps, old buttons, a restart in between; nothing counts twice."""

import asyncio

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.views.actions import ChooseOption
from tests.sandbox.bubbles import Tapped
from tests.sandbox.person import Control, Person, Refused
from tests.story.scene import Pupil, Scene, Stage
from tests.story.steps import answers, arrives, is_asked, keeps, lemmas, memories, question, reviews, settles_in


async def taps_an_old_button(scene: Scene, person: Pupil, data: str) -> Tapped:
    """Tap a button that an earlier version of the tutor may have left in the chat."""
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Old", callback_data=data)]])
    await scene.house.application.bot.send_message(person.id, "long ago", reply_markup=markup)
    return await person.taps("Old")


async def test_an_edited_message_is_answered_like_a_new_one(scene: Scene, tom: Pupil) -> None:
    await arrives(tom)
    number = await tom.says("elefant")
    await tom.edits(number, "elephant")
    assert (await tom.latest()).text.startswith("elephant")
    assert await lemmas(scene) == {"elephant"}


async def test_onboarding_goes_on_after_a_restart_in_its_middle(stage: Stage, ana: Pupil) -> None:
    await ana.says("/start")
    await ana.taps("Español")
    await stage.stop()
    await stage.start()
    await ana.taps("A2")
    assert "A2 · " in (await ana.latest()).text


async def test_start_again_goes_on_where_it_stopped(scene: Scene, ana: Pupil) -> None:
    await ana.says("/start")
    await ana.taps("Español")
    again = await ana.hears("/start")
    assert again.buttons[:6] == ("A1", "A2", "B1", "B2", "C1", "C2")
    await ana.taps("B2")
    assert "B2 · " in (await ana.latest()).text
    assert (await ana.hears("/start")).text.startswith("Hoy")


async def test_what_is_said_while_the_tutor_is_away_is_answered_when_it_is_back(
    stage: Stage, tom: Pupil, control: Control
) -> None:
    article = await arrives(tom)
    await stage.stop()
    await Person(control, tom.id).says("elephant")
    await Person(control, tom.id).says("people", reply_to=article)
    await stage.start()
    await stage.scene.rests()
    assert await lemmas(stage.scene) == {"elephant", "people"} or await lemmas(stage.scene) == {"elephant", "person"}


async def test_a_question_is_answered_after_a_restart(stage: Stage, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    await stage.stop()
    await stage.start()
    await answers(stage.scene, tom)
    assert await reviews(stage.scene) == 1


async def test_a_second_tap_does_not_count(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    asked = await is_asked(scene, tom)
    bubble = await tom.sent(asked.message_id)
    label = bubble.buttons[asked.options.index(asked.key)]
    fast = Person(control, tom.id)
    body = {"person": tom.id, "message_id": bubble.id, "data": ChooseOption(asked.id, 0).pack()}
    taps = [fast.taps(label, on=bubble), control.ask("POST", "tap", body)]
    for ended in await asyncio.gather(*taps, return_exceptions=True):
        assert not isinstance(ended, BaseException) or isinstance(ended, Refused)
    await scene.rests()
    assert await reviews(scene) == 1
    assert (await is_asked(scene, tom)).id != asked.id


async def test_old_buttons_say_that_they_are_closed_and_the_open_question_stays(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    old = await is_asked(scene, tom)
    await answers(scene, tom)
    before, current = await memories(scene), await is_asked(scene, tom)
    for data in (ChooseOption(old.id, 0).pack(), "a:999999:0", "u:999999", "n:999999"):
        assert (await taps_an_old_button(scene, tom, data)).text == "That one is closed already."
        assert await memories(scene) == before
        assert (await is_asked(scene, tom)).id == current.id
        assert len((await tom.sent(current.message_id)).buttons) > len(current.options), (
            "the open one keeps its buttons"
        )


@pytest.mark.parametrize(
    "data", ["zz:1", "rw:999:1", "rk:999:0", "wk:999:1", "be:999:0", "x:999:1", "ms:999", "a", "u:x"]
)
async def test_a_button_of_another_age_mends_its_message(scene: Scene, tom: Pupil, data: str) -> None:
    await arrives(tom)
    tapped = await taps_an_old_button(scene, tom, data)
    assert tapped.text == "That one is closed already."
    assert (await tom.latest()).buttons == ()
    assert (await tom.hears("/today")).buttons[0] == "Read"


async def test_nobody_reaches_into_the_book_of_another(scene: Scene, ana: Pupil, tom: Pupil) -> None:
    await keeps(tom, await arrives(tom), 1)
    await ana.says("/start")
    (card,) = await scene.rows("select id from cards")
    for data in (f"bd:{card['id']}:0:1", f"wk:{card['id']}:0", f"wm:{card['id']}", f"be:{card['id']}:0"):
        await taps_an_old_button(scene, ana, data)
    assert len(await lemmas(scene)) == 1


async def test_undo_is_refused_once_the_word_was_asked_again(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom, 1)
    await control.forward(days=1)
    old = await is_asked(scene, tom)
    await answers(scene, tom)
    for _ in range(6):
        await control.forward(days=1)
        if await question(scene, tom):
            await answers(scene, tom)
            break
    before = await memories(scene)
    assert await reviews(scene) == 2
    assert (await taps_an_old_button(scene, tom, f"u:{old.id}")).text == "That one is closed already."
    assert await memories(scene) == before


async def test_a_failing_network_loses_no_reply(scene: Scene, tom: Pupil, control: Control) -> None:
    await arrives(tom)
    await control.fault("sendMessage", "reset", times=1)
    assert (await tom.hears("elephant")).text.startswith("elephant")
    await control.fault("sendMessage", "429", retry_after=1)
    assert (await tom.hears("people")).text.startswith("people")
