"""A word is explained in the sense it has where it was met, and kept once."""

import pytest

from bot.library.stories import Library
from bot.storage import sightings
from bot.tutor import entries, reading
from bot.tutor.talk import Puzzled, Several
from bot.tutor.words import Explained, Unknown
from tests.fakes import Told
from tests.tutor.pupil import Pupil


async def places(ana: Pupil, card_id: int) -> list[tuple[str, str]]:
    learner = await ana.me()
    found = await ana.services.database.read(lambda tx: sightings.of(tx, learner.id, card_id))
    return [(one.form, one.sentence) for one in found]


async def test_a_word_of_the_article_has_the_articles_sense(ana: Pupil) -> None:
    shown = await ana.arrives(0.0)
    found = await ana.looks_up("oil")
    assert found.sense.key == "oil.noun.2"
    assert found.card.sentence
    assert found.card.sentence in shown.version.text
    assert await ana.rows("select story from sightings") == [{"story": shown.story.slug}]


async def test_a_word_that_is_not_in_the_article_has_its_commonest_sense_and_no_place(ana: Pupil) -> None:
    await ana.arrives(0.0)
    found = await ana.looks_up("what does reluctant mean?")
    assert found.sense.lemma == "reluctant"
    assert found.card.sentence == ""
    assert await ana.rows("select story, sentence from sightings") == [{"story": "", "sentence": ""}]


async def test_every_hard_word_of_every_version_is_one_card_by_tap_and_by_asking(ana: Pupil, shelf: Library) -> None:
    wrong = []  # what was kept by asking is let go of by a tap
    for story in shelf.stories:
        shown = await ana.arrives() if story is shelf.stories[0] else await ana.reads()
        for version in story.versions:
            await reading.change_level(ana.services, Told(), await ana.me(), shown.reading.id, version.level)
            for number, gloss in enumerate(version.glosses):
                heard = await ana.says(f"what does {gloss.form} mean")
                shown = await ana.keeps(shown.reading.id, number)
                if not isinstance(heard, Explained) or gloss.sense in shown.kept:
                    wrong.append((story.slug, version.level, gloss.form, heard))
    assert wrong == []


async def test_an_inflected_form_leads_to_its_lemma_and_is_kept_as_met(ana: Pupil) -> None:
    await ana.arrives(1.0)
    found = await ana.looks_up("lost")
    assert (found.sense.lemma, found.card.form) == ("lose", "lost")
    assert "lost his job" in found.card.sentence


async def test_a_lemma_asked_for_is_found_in_the_form_the_article_has(ana: Pupil) -> None:
    await ana.arrives(1.0)
    assert (await ana.looks_up("lose")).card.form == "lost"


async def test_a_phrase_is_a_card_like_any_other(ana: Pupil) -> None:
    assert (await ana.looks_up("give up")).sense.lemma == "give up"
    assert (await ana.looks_up("gave up")).card.form in ("give up", "gave up")
    assert len(await ana.cards()) == 1


async def test_a_word_is_saved_once_and_each_new_place_is_a_sighting(ana: Pupil) -> None:
    first = await ana.looks_up("queue")
    assert first.saved == "now"
    shown = await ana.arrives(1.0)
    again = await ana.looks_up("queue")
    assert (again.saved, again.card.id) == ("before", first.card.id)
    await ana.looks_up("queue")
    assert len(await ana.cards()) == 1
    forms = await places(ana, first.card.id)
    assert len(forms) == 2
    assert forms[0][1] in shown.version.text
    assert forms[1] == ("queue", "")


async def test_a_word_undone_is_out_of_the_book_and_comes_back_when_saved_again(ana: Pupil) -> None:
    found = await ana.looks_up("reluctant")
    gone = await entries.change(ana.services, Told(), await ana.me(), found.card.id, keeps=False)
    assert gone
    assert gone.saved == "no"
    assert await ana.cards() == []
    assert (await ana.agenda()).get("review") is None
    back = await entries.change(ana.services, Told(), await ana.me(), found.card.id, keeps=True)
    assert back
    assert back.saved == "now"
    assert [card.id for card in await ana.cards()] == [found.card.id]


async def test_a_word_looked_up_again_after_undo_is_saved_anew(ana: Pupil) -> None:
    found = await ana.looks_up("reluctant")
    await entries.change(ana.services, Told(), await ana.me(), found.card.id, keeps=False)
    again = await ana.looks_up("reluctant")
    assert (again.saved, again.card.id) == ("now", found.card.id)


async def test_several_words_at_once_are_each_explained_and_kept(ana: Pupil) -> None:
    heard = await ana.says("reluctant, elephant, asdfqwer")
    assert isinstance(heard, Several)
    assert [type(one) for one in heard.words] == [Explained, Explained, Unknown]
    assert len(await ana.cards()) == 2


@pytest.mark.parametrize(
    ("text", "asks"),
    [("difference between big and large", "difference"), ("how do you say gato in English", "say")],
)
async def test_what_cannot_be_answered_yet_is_named(ana: Pupil, text: str, asks: str) -> None:
    heard = await ana.says(text)
    assert isinstance(heard, Puzzled)
    assert heard.asks == asks
    assert await ana.cards() == []


async def test_nobody_touches_the_card_of_another(ana: Pupil) -> None:
    card_id = (await ana.looks_up("reluctant")).card.id
    ben = Pupil(ana.services, ana.clock, ana.messenger, 2002)
    ours, them = ana.services, await ben.me()
    assert await entries.change(ours, Told(), them, card_id, keeps=False) is None
    assert await entries.more(ours, Told(), them, card_id) is None
    assert await entries.meanings(ours, Told(), them, card_id) is None
    assert await entries.choose_meaning(ours, Told(), them, card_id, "reluctant.adjective.1") is None
    assert len(await ana.cards()) == 1
