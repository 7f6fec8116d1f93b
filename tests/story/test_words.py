"""Words: forms, slips, unknown ones, other meanings, and cards long and short."""

from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import arrives, lemmas, version_of


async def test_a_slip_is_put_right_by_one_tap(scene: Scene, tom: Pupil) -> None:
    await arrives(tom)
    told = await tom.hears("recieve")
    assert "isn't in my dictionary" in told.text
    assert "receive" in told.buttons
    await tom.taps("receive")
    assert (await tom.sent(told.id)).text.startswith("receive")
    assert await lemmas(scene) == {"receive"}


async def test_an_unknown_word_is_kept_with_a_meaning_of_ones_own_and_asked(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    await arrives(tom)
    await tom.says("flumptious")
    await tom.taps("Keep it anyway")
    ask = await tom.latest()
    assert "Reply to this message" in ask.text
    shown = await tom.hears("very happy and a little tired", reply_to=ask)
    assert "your meaning: very happy and a little tired" in shown.text
    assert await lemmas(scene) == {"flumptious"}
    await control.forward(days=2)
    asked = await scene.rows("select content from items where lemma = 'flumptious'")
    assert any("very happy and a little tired" in one["content"] for one in asked)


async def test_an_inflected_form_leads_to_its_lemma_and_one_card(scene: Scene, tom: Pupil) -> None:
    await arrives(tom)
    assert "a form of go" in (await tom.hears("went")).text
    await tom.says("what does going mean")
    await tom.says("go")
    assert await lemmas(scene) == {"go"}
    assert len(await scene.rows("select id from cards")) == 1


async def test_another_meaning_can_be_chosen(scene: Scene, tom: Pupil) -> None:
    await arrives(tom)
    card = await tom.hears("bank")
    await tom.taps("Other meanings")
    listed = await tom.sent(card.id)
    other = next(label for label in listed.buttons if label.isdecimal())
    (before,) = await scene.rows("select sense_key from cards where deleted_at is null")
    await tom.taps(other)
    (after,) = await scene.rows("select sense_key from cards where deleted_at is null")
    assert after != before
    assert (await tom.sent(card.id)).text.startswith("bank")


async def test_the_short_card_below_b1_has_at_most_five_lines_and_more_behind_a_tap(scene: Scene, tom: Pupil) -> None:
    await arrives(tom, "A2")
    version = await version_of(scene, tom)
    card = await tom.hears(version.glosses[0].form)
    assert len(card.text.splitlines()) <= 5
    assert card.buttons == ("More", "Undo")
    await tom.taps("More")
    more = await tom.sent(card.id)
    assert len(more.text) > len(card.text)
    await tom.taps(more.buttons[-1])
    assert await lemmas(scene) == set()
