"""Taps under an article: questions with their proof, other levels, pages."""

import pytest

from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import arrives, is_asked, keeps, version_of


async def test_the_questions_of_an_article_show_their_proof(scene: Scene, tom: Pupil) -> None:
    await arrives(tom)
    version = await version_of(scene, tom)
    await tom.taps("Questions")
    quiz = await tom.latest()
    for number, one in enumerate(version.questions):
        bubble = await tom.sent(quiz.id)
        assert one.question in bubble.text
        right = number != 1
        await tom.taps(choice(bubble.text, bubble.buttons, one.answer, right=right))
        verdict = await tom.sent(quiz.id)
        assert one.proof in verdict.text
        assert ("✅ Right." if right else one.answer) in verdict.text
        if number < 2:
            await tom.taps("Next")
    assert "2 of 3 questions right." in (await tom.sent(quiz.id)).text
    assert "Is it" in (await tom.latest()).text, "after the first article the clock is asked for"


def choice(text: str, buttons: tuple[str, ...], answer: str, *, right: bool) -> str:
    """The button of the right option, or of a wrong one, whether it shows the option or its number."""
    numbered = {line[0]: line[3:] for line in text.splitlines() if line[1:3] == ". "}
    options = numbered or dict(zip(buttons, buttons, strict=True))
    return next(label for label, option in options.items() if (option == answer) == right)


async def test_easier_and_harder_change_the_story_and_a_little_of_the_level(scene: Scene, tom: Pupil) -> None:
    article = await arrives(tom, "B1")
    await tom.taps("Harder")
    assert "\nB2 · " in (await tom.sent(article.id)).text
    await tom.taps("Easier")
    await tom.taps("Easier")
    assert "\nA2 · " in (await tom.sent(article.id)).text
    assert (await scene.rows("select level from learners"))[0]["level"] == pytest.approx(1.75)
    await tom.taps("Easier")
    assert "Easier" not in (await tom.sent(article.id)).buttons


async def test_a_long_story_has_pages(scene: Scene, tom: Pupil) -> None:
    article = await arrives(tom, "C2")
    version = await version_of(scene, tom)
    assert "· 1/2" in article.text
    await tom.taps("Read on")
    second = await tom.sent(article.id)
    assert "· 2/2" in second.text
    assert "Read on" not in second.buttons
    shown = article.text + second.text
    assert all(paragraph.strip() in shown for paragraph in version.text.strip().split("\n\n"))
    await tom.taps("First page")
    assert "· 1/2" in (await tom.sent(article.id)).text


async def test_a_word_from_the_book_is_asked_in_the_sentence_where_it_was_met(
    scene: Scene, tom: Pupil, control: Control
) -> None:
    article = await arrives(tom)
    await keeps(tom, article, 1)
    await control.forward(days=1)
    asked = await is_asked(scene, tom)
    version = await version_of(scene, tom)
    (row,) = await scene.rows("select sentence, story from sightings")
    assert asked.sentence == row["sentence"]
    assert row["story"] == scene.library.stories[0].slug
    assert version.title
