"""Whatever is written, whenever: it's used or answered, never swallowed."""

from collections.abc import Awaitable, Callable

import pytest

from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import answers, arrives, is_asked, keeps, lemmas, settles_in

State = Callable[[Scene, Pupil], Awaitable[object]]

COMMANDS = ("/start", "/today", "/review", "/words", "/settings", "/pause", "/help", "/nonsense", "/start c_CODE")
TEXTS = ("elephant", "what does elephant mean?", "hello", "thanks", "7", "🙂", "?", "stop", "x" * 300, "¿Qué tal?")


async def nowhere(scene: Scene, person: Pupil) -> None:
    """Nothing was ever said."""


async def asked_for_tongue(scene: Scene, person: Pupil) -> None:
    await person.says("/start")


async def asked_for_level(scene: Scene, person: Pupil) -> None:
    await person.says("/start")
    await person.taps("Español")


async def asked_for_the_clock(scene: Scene, person: Pupil) -> None:
    await keeps(person, await arrives(person), 0)


async def choosing_an_hour(scene: Scene, person: Pupil) -> None:
    await asked_for_the_clock(scene, person)
    await person.taps("Another hour")


async def answering_about_the_article(scene: Scene, person: Pupil) -> None:
    await arrives(person)
    await person.taps("Questions")


async def asked(scene: Scene, person: Pupil) -> None:
    await settles_in(person)
    await scene.control.forward(days=1)
    await is_asked(scene, person)


async def looking_at_a_verdict(scene: Scene, person: Pupil) -> None:
    await asked(scene, person)
    await answers(scene, person, right=False)


async def in_the_menu_of_a_question(scene: Scene, person: Pupil) -> None:
    await asked(scene, person)
    await person.taps("⋯")


async def paused(scene: Scene, person: Pupil) -> None:
    await settles_in(person)
    await person.says("/pause")
    await person.taps("1 week")


async def asked_for_a_meaning(scene: Scene, person: Pupil) -> None:
    await arrives(person)
    await person.says("qwrtzp")
    await person.taps("Keep it anyway")


STATES: tuple[State, ...] = (
    nowhere, asked_for_tongue, asked_for_level, asked_for_the_clock, choosing_an_hour, answering_about_the_article,
    asked, looking_at_a_verdict, in_the_menu_of_a_question, paused, asked_for_a_meaning,
)  # fmt: skip


@pytest.mark.parametrize("state", STATES)
async def test_every_text_is_answered_in_every_state(scene: Scene, tom: Pupil, state: State) -> None:
    await state(scene, tom)
    for text in TEXTS:
        await tom.hears(text)
    assert "elephant" in await lemmas(scene)
    last = (await tom.latest()).id
    assert (await tom.hears("people", reply_to=last)).text


@pytest.mark.parametrize("state", STATES)
async def test_every_command_is_answered_in_every_state(scene: Scene, tom: Pupil, state: State) -> None:
    await state(scene, tom)
    for command in COMMANDS:
        answer = await tom.hears(command)
        assert "went wrong" not in answer.text


async def test_today_leads_to_everything_in_two_taps(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    today = await tom.hears("/today")
    assert "There are words to look at." in today.text
    assert today.buttons == ("Read", "Another story", "Review", "My words", "Settings")
    await tom.taps("Read", on=today)
    assert "📖" in (await tom.latest()).text
    await tom.taps("Review", on=today)
    assert (await is_asked(scene, tom)).message_id == (await tom.latest()).id
    await tom.taps("My words", on=today)
    assert "Your book: 3 words" in (await tom.sent(today.id)).text
    await tom.says("/today")
    await tom.taps("Settings")
    assert "Settings" in (await tom.latest()).text


async def test_review_at_will_brings_the_open_question_to_the_bottom(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    await settles_in(tom)
    assert "Nothing is fading" in (await tom.hears("/review")).text
    await control.forward(days=1)
    pushed = await is_asked(scene, tom)
    shown = await tom.hears("/review")
    assert (await is_asked(scene, tom)).id == pushed.id
    assert (await is_asked(scene, tom)).message_id == shown.id
    assert pushed.message_id not in [one.id for one in await tom.chat()]


async def test_the_menu_of_a_question_rests_a_word_or_puts_it_off(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    first = await is_asked(scene, tom)
    await tom.taps("⋯")
    await tom.taps("Back")
    assert len((await tom.sent(first.message_id)).buttons) == len(first.options) + 1
    await tom.taps("⋯")
    await tom.taps("Don't ask this word")
    assert "I won't ask" in (await tom.latest()).text
    second = await is_asked(scene, tom)
    assert second.lemma != first.lemma
    await tom.taps("⋯")
    await tom.taps("Tomorrow")
    assert "Quiet until" in (await tom.latest()).text
    newest = (await tom.latest()).id
    await control.forward(hours=6)
    assert await tom.news(newest) == []
    await tom.taps("Write again now")
    assert "Welcome back" in (await tom.sent(newest)).text


async def test_an_invitation_is_kept_before_and_after_onboarding(scene: Scene, tom: Pupil) -> None:
    await tom.says("/start c_CODE")
    assert "kept your invitation" in (await tom.news(1))[0].text
    await tom.taps("Español")
    await tom.taps("B1")
    assert (await scene.rows("select invitation from learners"))[0]["invitation"] == "c_CODE"
