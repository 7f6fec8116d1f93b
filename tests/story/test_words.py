"""Words: unknown ones, slips, meanings of one's own; the vocab book; the settings; taps under an article."""

import pytest

from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import arrives, is_asked, keeps, lemmas, settles_in, version_of


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


async def test_the_book_has_pages_entries_and_deletion_with_undo(scene: Scene, tom: Pupil) -> None:
    assert "Your book is empty" in (await tom.hears("/words")).text
    await arrives(tom)
    for word in ("lamp", "river", "bridge", "table", "garden", "window", "chair", "road", "bread", "cloud"):
        await tom.says(word)
    book = await tom.hears("/words")
    assert "Your book: 10 words" in book.text
    assert len(book.buttons) == 9
    await tom.taps("›")
    assert len((await tom.sent(book.id)).buttons) == 3
    word = (await tom.sent(book.id)).buttons[0]
    await tom.taps(word, on=book)
    entry = await tom.sent(book.id)
    assert entry.text.startswith(word)
    assert "never asked yet" in entry.text
    assert entry.buttons == ("Don't ask", "Delete", "Back")
    await tom.taps("Delete")
    assert word not in await lemmas(scene)
    await tom.taps("Undo")
    assert word in await lemmas(scene)
    await tom.taps("Don't ask")
    assert "Not asked any more." in (await tom.sent(book.id)).text
    await tom.taps("Ask again")
    await tom.taps("Back")
    assert "Your book: 10 words  2/2" in (await tom.sent(book.id)).text
    await tom.taps("‹")
    assert len((await tom.sent(book.id)).buttons) == 9


async def test_a_deleted_word_is_not_asked(scene: Scene, tom: Pupil, control: Control) -> None:
    await settles_in(tom, 1)
    await tom.says("/words")
    await tom.taps((await tom.latest()).buttons[0])
    await tom.taps("Delete")
    await control.forward(days=2)
    assert await scene.rows("select id from questions") == []


SETTINGS = (
    ("Language", "Español", "Idioma: Español"), ("I speak", "Français", "I speak: Français"),
    ("My level", "C1", "My level: C1"), ("My time", "Cairo", "My time: Cairo"), ("Article at", "19:00", "Article at: 19:00"),
    ("Articles", "twice a week", "Articles: twice a week"), ("Minutes a day", "20", "Minutes a day: 20"),
)  # fmt: skip


@pytest.mark.parametrize(("setting", "choice", "shown"), SETTINGS)
async def test_each_setting_is_a_button_that_shows_its_value(
    scene: Scene, tom: Pupil, setting: str, choice: str, shown: str
) -> None:
    await settles_in(tom)
    page = await tom.hears("/settings")
    await tom.taps(next(label for label in page.buttons if label.startswith(f"{setting}:")))
    asked = await tom.sent(page.id)
    await tom.taps(next(label for label in asked.buttons if choice in label))
    await tom.says("/settings")
    assert shown in (await tom.latest()).buttons


async def test_a_pause_is_set_and_ended_in_the_settings(scene: Scene, tom: Pupil) -> None:
    await settles_in(tom)
    await tom.says("/settings")
    await tom.taps("Pause: off")
    await tom.taps("2 weeks")
    assert "Quiet until" in (await tom.latest()).text
    page = await tom.hears("/settings")
    await tom.taps(page.buttons[-1])
    assert "Pause: off" in (await tom.hears("/settings")).buttons


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
    numbers = [line.split(". ", 1) for line in text.splitlines() if line[:3] in ("1. ", "2. ", "3. ", "4. ")]
    options = {label: option for label, option in numbers} if numbers else {label: label for label in buttons}
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
