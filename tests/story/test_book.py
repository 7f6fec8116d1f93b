"""The vocab book and the settings, tap by tap."""

import pytest

from tests.sandbox.person import Control
from tests.story.scene import Pupil, Scene
from tests.story.steps import arrives, lemmas, settles_in


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
