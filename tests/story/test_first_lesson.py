"""The first lesson, end to end: the article, words kept and asked, a push two days on, answered and undone."""

from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import (
    answers,
    arrives,
    asking,
    hour,
    is_asked,
    keeps,
    lemmas,
    memories,
    question,
    reviews,
    settles_in,
    unasked,
    version_of,
)  # fmt: skip


async def test_the_first_article_comes_after_two_taps(scene: Scene, ana: Pupil) -> None:
    await ana.says("/start")
    assert (await ana.latest()).buttons == ("Español", "Otro idioma")
    await ana.taps("Español")
    await ana.taps("A2")
    welcome, article = await ana.news(1)
    version = await version_of(scene, ana)
    assert welcome.edited
    assert version.level == 1
    assert version.title in article.text
    assert all(f"<b>{gloss.form}</b>" in article.html for gloss in version.glosses)
    assert "<blockquote" in article.html
    assert all(gloss.definition in article.text for gloss in version.glosses)


async def test_words_are_kept_by_tap_and_let_go_by_another(scene: Scene, tom: Pupil) -> None:
    article = await arrives(tom)
    words = await keeps(tom, article, 3)
    assert len(await lemmas(scene)) == 3
    await tom.taps("Keep words", on=article)
    assert (await tom.sent(article.id)).buttons[:3] == tuple(f"{word} ✓" for word in words)
    await tom.taps(f"{words[0]} ✓", on=article)
    assert len(await lemmas(scene)) == 2
    assert (await tom.sent(article.id)).buttons[0] == words[0]


async def test_a_word_asked_in_reply_to_the_article_is_kept_with_its_sentence_and_the_sense_of_the_gloss(
    scene: Scene, tom: Pupil
) -> None:
    article = await arrives(tom)
    version = await version_of(scene, tom)
    gloss = version.glosses[-1]
    card = await tom.hears(f"what does {gloss.form} mean?", reply_to=article)
    (kept,) = await scene.rows("select c.sense_key, s.sentence from cards c join sightings s on s.card_id = c.id")
    assert kept["sense_key"] == gloss.sense
    assert gloss.form in kept["sentence"]
    assert kept["sentence"] in version.text.replace("\n", " ")
    assert kept["sentence"] in card.text
    assert "Saved ✓ undo" in card.buttons
    await tom.taps("Saved ✓ undo")
    assert await lemmas(scene) == set()
    await tom.taps("Save")
    assert len(await lemmas(scene)) == 1


async def test_a_push_is_a_new_message_with_sound_and_two_days_bring_what_is_due(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    await settles_in(tom)
    newest, before = (await tom.latest()).id, len(await control.calls())
    assert await control.forward(days=2) > 0
    pushed = await tom.news(newest)
    assert not any(one.silent or one.edited for one in pushed)
    sent = [
        call for call in await control.calls("sendMessage", before) if not call["params"].get("reply_to_message_id")
    ]
    assert [int(call["result_message_id"]) for call in sent] == list(range(newest + 1, newest + 1 + len(sent)))
    assert [hour(one) for one in await unasked(scene)] == ["08:00", "11:00", "18:30", "08:00", "11:00"]
    asked = await is_asked(scene, tom)
    assert [one.id for one in asking(await tom.chat())] == [asked.message_id] == [pushed[-1].id]
    assert len(pushed) == len(sent) - 2, "a newer question takes the place of an older one"


async def test_an_answer_is_marked_in_place_and_undone_exactly(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom)
    await control.forward(days=1)
    before, first = await memories(scene), await is_asked(scene, tom)
    marked = await answers(scene, tom)
    second = await is_asked(scene, tom)
    assert second.id != first.id
    assert second.message_id == first.message_id == marked.id
    assert marked.edited
    assert marked.text.startswith("✅")
    assert marked.buttons[-2:] == ("Undo", "⋯")
    assert (await reviews(scene), len(await memories(scene))) == (1, 1)
    await tom.taps("Undo", on=marked)
    assert await memories(scene) == before
    assert (await is_asked(scene, tom)).id == first.id
    assert await reviews(scene) == 0
    assert len(asking(await tom.chat())) == 1


async def test_a_wrong_verdict_stays_until_next_and_the_miss_comes_back_once(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    await settles_in(tom, 2)
    await control.forward(days=1)
    first = await is_asked(scene, tom)
    verdict = await answers(scene, tom, right=False)
    assert "Not this time" in verdict.text
    assert first.key in verdict.text
    assert verdict.buttons == ("Next", "Undo", "⋯")
    assert await question(scene, tom) is None
    await tom.taps("Next")
    assert (await is_asked(scene, tom)).lemma != first.lemma
    await answers(scene, tom)
    again = await is_asked(scene, tom)
    assert again.lemma == first.lemma
    last = await answers(scene, tom, right=False)
    assert await question(scene, tom) is None
    assert "Next" not in last.buttons
    assert "1 of 2 words recalled." in last.text


async def test_the_end_is_one_line_and_asks_for_the_minutes_once(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom, 1)
    await control.forward(days=1)
    last = await answers(scene, tom)
    assert "1 of 1 word recalled. The next one fades" in last.text
    assert last.buttons == ("5", "10", "20", "Undo", "⋯")
    await tom.taps("10")
    assert "about 10 minutes" in (await tom.sent(last.id)).text
    assert await scene.rows("select 1 as n from learners where minutes = 10") != []


async def test_a_missed_answer_is_undone_after_the_end_too(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom, 1)
    await control.forward(days=1)
    before = await memories(scene)
    await answers(scene, tom)
    await tom.taps("Undo")
    assert await memories(scene) == before
    assert (await is_asked(scene, tom)).options
