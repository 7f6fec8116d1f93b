"""A word can be kept in another sense, with another sentence, or with a meaning of one's own."""

import pytest

from bot.storage import sightings
from bot.storage.messages import About
from bot.tutor import asides, entries
from bot.tutor.words import Explained, Unknown
from tests.fakes import Told
from tests.tutor.pupil import Pupil


async def places(ana: Pupil, card_id: int) -> list[tuple[str, str]]:
    learner = await ana.me()
    found = await ana.services.database.read(lambda tx: sightings.of(tx, learner.id, card_id))
    return [(one.form, one.sentence) for one in found]


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
        assert changed.sense.key == sense.key
        assert changed.card.lemma.lower() == changed.sense.lemma.lower() == word
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
