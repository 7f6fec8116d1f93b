"""A word is explained in the sense it has where it was met, and kept once."""

import pytest

from bot.library.stories import Library
from bot.storage import sightings
from bot.storage.messages import About
from bot.tutor import asides, entries, reading
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


async def test_every_hard_word_of_every_version_is_one_card_by_tap_and_by_asking(ana: Pupil, library: Library) -> None:
    wrong = []  # what was kept by asking is let go of by a tap
    for story in library.stories:
        shown = await ana.arrives() if story is library.stories[0] else await ana.reads()
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


async def test_another_meaning_starts_a_new_memory_and_keeps_the_sightings(ana: Pupil) -> None:
    await ana.arrives(0.0)
    found = await ana.looks_up("oil")
    met = await places(ana, found.card.id)
    listed = await entries.meanings(ana.services, Told(), await ana.me(), found.card.id)
    assert listed
    other = next(sense for sense in listed.senses if sense.key != found.sense.key)
    ana.clock.advance(days=1)
    await ana.sits_down()
    await ana.finishes()
    changed = await entries.choose_meaning(ana.services, Told(), await ana.me(), found.card.id, other.key)
    assert changed
    assert (changed.sense.key, changed.card.memory) == (other.key, None)
    assert await places(ana, changed.card.id) == met
    assert [card.id for card in await ana.cards()] == [changed.card.id]


@pytest.mark.parametrize("word", ["reluctant", "bank", "house", "big", "give up", "light"])
async def test_whatever_meaning_is_chosen_it_stays_the_same_word(ana: Pupil, word: str) -> None:
    found = await ana.looks_up(word)
    listed = await entries.meanings(ana.services, Told(), await ana.me(), found.card.id)
    assert listed
    card_id = found.card.id
    for sense in listed.senses:
        changed = await entries.choose_meaning(ana.services, Told(), await ana.me(), card_id, sense.key)
        assert changed
        assert (changed.card.lemma, changed.sense.lemma, changed.sense.key) == (word, word, sense.key)
        card_id = changed.card.id
        assert len(await ana.cards()) == 1
        assert await places(ana, card_id) == [(word, "")]


async def test_a_meaning_of_another_word_is_none_to_choose(ana: Pupil) -> None:
    found, other = await ana.looks_up("reluctant"), await ana.looks_up("elephant")
    chosen = await entries.choose_meaning(ana.services, Told(), await ana.me(), found.card.id, other.sense.key)
    assert chosen is None


async def test_an_unknown_word_is_told_so_with_what_it_may_be_a_slip_for(ana: Pupil) -> None:
    heard = await ana.says("recieve")
    assert isinstance(heard, Unknown)
    assert heard.suggestions[0] == "receive"
    assert await ana.cards() == []
    meant = await asides.look_up(ana.services, Told(), await ana.me(), "receive")
    assert isinstance(meant, Explained)


async def test_an_unknown_word_may_be_kept_and_is_asked_once_it_has_a_meaning(ana: Pupil) -> None:
    heard = await ana.says("flibberwock")
    assert isinstance(heard, Unknown)
    card_id = await asides.keep_unknown(ana.services, Told(), await ana.me(), heard.word)
    assert (await ana.agenda()).get("review") is None
    asking = await ana.sees(About("meaning", card_id))
    found = await ana.looks_up("a fog that hides the whole harbour", asking)
    assert found.sense.definition == found.card.meaning == "a fog that hides the whole harbour"
    assert (await ana.agenda())["review"] is not None


async def test_a_meaning_of_ones_own_is_never_longer_than_a_message_can_show(ana: Pupil) -> None:
    card_id = await asides.keep_unknown(ana.services, Told(), await ana.me(), "flibberwock")
    found = await ana.looks_up("fog " * 1000, await ana.sees(About("meaning", card_id)))
    assert len(found.card.meaning) <= 200


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


async def test_the_quoted_sentence_is_where_the_word_was_met(ana: Pupil) -> None:
    shown = await ana.arrives(1.0)
    article = await ana.sees(About("reading", shown.reading.id))
    found = await ana.looks_up("hot", article, "The oil pushed the water out of the food")
    assert found.card.sentence != "The oil pushed the water out of the food"
    found = await ana.looks_up("water", article, "The oil pushed the water out")
    assert found.card.sentence == "The oil pushed the water out of the food."
    found = await ana.looks_up("what does it mean?", article, "soft")
    assert found.card.sentence.endswith("they were soft again.")


async def test_a_sentence_quoted_from_elsewhere_is_the_place_too(ana: Pupil) -> None:
    await ana.arrives(1.0)
    card = (await ana.looks_up("elephant")).card
    told = await ana.sees(About("card", card.id))
    found = await ana.looks_up("heavy", told, "An elephant is heavy and wise.")
    assert found.card.sentence == "An elephant is heavy and wise."


async def test_a_reply_to_an_older_article_is_about_that_article(ana: Pupil) -> None:
    first = await ana.arrives(1.0)
    old = await ana.sees(About("reading", first.reading.id))
    await ana.reads()
    assert (await ana.looks_up("queue", old)).card.sentence in first.version.text


async def test_the_whole_entry_of_a_word_counts_its_other_meanings(ana: Pupil) -> None:
    found = await ana.looks_up("bank")
    whole = await entries.more(ana.services, Told(), await ana.me(), found.card.id)
    assert whole
    assert whole.full
    assert whole.others == found.others > 0


async def test_nobody_touches_the_card_of_another(ana: Pupil) -> None:
    card_id = (await ana.looks_up("reluctant")).card.id
    ben = Pupil(ana.services, ana.clock, ana.messenger, 2002)
    ours, them = ana.services, await ben.me()
    assert await entries.change(ours, Told(), them, card_id, keeps=False) is None
    assert await entries.more(ours, Told(), them, card_id) is None
    assert await entries.meanings(ours, Told(), them, card_id) is None
    assert await entries.choose_meaning(ours, Told(), them, card_id, "reluctant.adjective.1") is None
    assert len(await ana.cards()) == 1
