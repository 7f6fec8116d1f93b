"""Texts that were set aside, texts for a rest, and replies to the clock question."""

import pytest

from bot.storage.messages import About
from bot.tutor import asides
from bot.tutor.review import Marked
from bot.tutor.talk import Aside, Places, Rest
from bot.tutor.words import Explained
from tests.fakes import Told
from tests.tutor.pupil import Pupil

TEXTS = """
elephant, what does bridge mean?, meaning of candle, ship, harbour, thunder?, define whisper, asdfqwer, synonyms of big,
give up, meadow in Spanish, pronounce gather, run, went, better, mice, what's a hammer, city, mountain, reading, blue,
explain lucky, never, traduce window, ¿qué significa bread?, water, fire, earth, air, table, chair, garden, soup, cook,
hot, cold, empty, full, slow, quick
"""


async def reviews(ana: Pupil) -> int:
    return len(await ana.rows("select * from reviews where undone_at is null"))


async def test_what_was_set_aside_becomes_the_answer(typing: Pupil) -> None:
    aside = await typing.says("elephant")
    assert isinstance(aside, Aside)
    heard = await asides.own_answer(typing.services, Told(), await typing.me(), aside.asked.id, aside.text)
    assert isinstance(heard, Marked)
    assert (heard.mark.verdict, heard.asked.answer) == ("wrong", "elephant")
    again = await asides.own_answer(typing.services, Told(), await typing.me(), aside.asked.id, aside.text)
    assert again is None
    assert await reviews(typing) == 2


async def test_what_was_set_aside_becomes_a_look_up(typing: Pupil) -> None:
    aside = await typing.says("elephant")
    assert isinstance(aside, Aside)
    heard = await asides.aside_meaning(typing.services, Told(), await typing.me(), aside.asked.id, aside.text)
    assert isinstance(heard, Explained)
    assert await typing.open()
    assert await reviews(typing) == 1


async def test_of_two_texts_set_aside_each_button_means_its_own(typing: Pupil) -> None:
    typing.clock.advance(minutes=11)
    first, second = await typing.says("reluctant"), await typing.says("elephant")
    assert isinstance(first, Aside)
    assert isinstance(second, Aside)
    looked_up = await asides.aside_meaning(typing.services, Told(), await typing.me(), second.asked.id, second.text)
    assert isinstance(looked_up, Explained)
    heard = await asides.own_answer(typing.services, Told(), await typing.me(), first.asked.id, first.text)
    assert isinstance(heard, Marked)
    assert heard.mark.verdict == "right"


async def test_a_long_text_set_aside_is_remembered(typing: Pupil) -> None:
    text = "reluctant, which is to say not willing to do it at all, as far as I remember"
    aside = await typing.says(text)
    assert isinstance(aside, Aside)
    heard = await asides.own_answer(typing.services, Told(), await typing.me(), aside.asked.id, "")
    assert isinstance(heard, Marked)
    assert heard.asked.answer == text


async def test_nobody_answers_with_anothers_text(typing: Pupil) -> None:
    aside = await typing.says("elephant")
    assert isinstance(aside, Aside)
    ben = Pupil(typing.services, typing.clock, typing.messenger, 2002)
    ours, them, number = typing.services, await ben.me(), aside.asked.id
    assert await asides.own_answer(ours, Told(), them, number, "elephant") is None
    assert await asides.aside_meaning(ours, Told(), them, number, "elephant") is None


@pytest.mark.parametrize("text", ["stop", "Pause", "vacaciones", "إجازة"])
async def test_a_word_for_a_rest_offers_one(ana: Pupil, text: str) -> None:
    assert await ana.says(text) == Rest(text)


@pytest.mark.parametrize(
    ("text", "zone"), [("15:05", "Europe/Madrid"), ("Lima", "America/Lima"), ("new york", "America/New_York")]
)
async def test_a_reply_to_the_clock_question_is_a_time_or_a_city(ana: Pupil, text: str, zone: str) -> None:
    asking = await ana.sees(About("clock", 0))
    heard = await ana.says(text, asking)
    assert isinstance(heard, Places)
    assert zone in heard.zones
    assert len(heard.zones) <= 6


@pytest.mark.parametrize("text", ["Atlantis", "25:61", "14.75", ""])
async def test_neither_a_time_nor_a_city(ana: Pupil, text: str) -> None:
    assert await ana.says(text, await ana.sees(About("clock", 0))) == Places(text, ())
