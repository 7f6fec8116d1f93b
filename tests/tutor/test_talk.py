"""Which text is an answer: the table of the foundations, through the real use case."""

import pytest

from bot.storage.messages import About
from bot.tutor.review import Marked
from bot.tutor.talk import Aside, Nearly, Puzzled
from bot.tutor.words import Explained, Unknown
from tests.tutor.pupil import Pupil

TEXTS = """
elephant, what does bridge mean?, meaning of candle, ship, harbour, thunder?, define whisper, asdfqwer, synonyms of big,
give up, meadow in Spanish, pronounce gather, run, went, better, mice, what's a hammer, city, mountain, reading, blue,
explain lucky, never, traduce window, ¿qué significa bread?, water, fire, earth, air, table, chair, garden, soup, cook,
hot, cold, empty, full, slow, quick
"""


async def reviews(ana: Pupil) -> int:
    return len(await ana.rows("select * from reviews where undone_at is null"))


async def test_the_right_word_typed_at_once_is_an_answer(typing: Pupil) -> None:
    heard = await typing.says("reluctant")
    assert isinstance(heard, Marked)
    assert heard.mark.verdict == "right"


async def test_a_slip_is_nearly_right_and_the_question_stays_open(typing: Pupil) -> None:
    heard = await typing.says("relucant")
    assert isinstance(heard, Nearly)
    assert heard.mark.reason == "typo"
    assert await typing.open()
    assert await reviews(typing) == 1


async def test_another_word_typed_at_once_is_asked_about(typing: Pupil) -> None:
    heard = await typing.says("elephant")
    assert isinstance(heard, Aside)
    assert await reviews(typing) == 1


async def test_any_reply_to_the_question_is_an_answer(typing: Pupil) -> None:
    asked = await typing.open()
    assert asked
    heard = await typing.says("elephant", asked.message_id)
    assert isinstance(heard, Marked)
    assert heard.mark.verdict == "wrong"


@pytest.mark.parametrize("text", ["?", "…", "🤔", "  "])
async def test_a_reply_without_a_word_is_not_marked(typing: Pupil, text: str) -> None:
    asked = await typing.open()
    assert asked
    assert isinstance(await typing.says(text, asked.message_id), Aside)
    assert await reviews(typing) == 1


@pytest.mark.parametrize("text", ["what does reluctant mean?", "meaning of elephant", "¿qué significa reluctant?"])
async def test_a_question_form_is_a_look_up_even_in_a_reply(typing: Pupil, text: str) -> None:
    asked = await typing.open()
    assert asked
    assert isinstance(await typing.says(text), Explained)
    assert isinstance(await typing.says(text, asked.message_id), Explained)
    assert (await typing.open() or asked).id == asked.id
    assert await reviews(typing) == 1


async def test_a_reply_to_another_message_is_a_look_up(typing: Pupil) -> None:
    other = await typing.sees(About("card", 1))
    assert isinstance(await typing.says("reluctant", other), Explained)
    assert await typing.open()


async def test_the_right_word_is_asked_about_when_the_question_is_not_the_newest_message(typing: Pupil) -> None:
    await typing.sees(About("note", 0))
    assert isinstance(await typing.says("reluctant"), Aside)


async def test_the_right_word_is_asked_about_after_ten_minutes(typing: Pupil) -> None:
    typing.clock.advance(minutes=10)
    assert isinstance(await typing.says("reluctant"), Aside)


async def test_while_a_choice_is_open_a_word_is_a_look_up(ana: Pupil) -> None:
    await ana.looks_up("reluctant")
    ana.clock.advance(days=1)
    await ana.sits_down()
    assert isinstance(await ana.says("elephant"), Explained)
    assert await ana.open()
    assert await reviews(ana) == 0


@pytest.mark.parametrize("by_number", [True, False])
async def test_a_reply_with_an_option_or_its_number_chooses_it(ana: Pupil, *, by_number: bool) -> None:
    await ana.looks_up("reluctant")
    ana.clock.advance(days=1)
    await ana.sits_down()
    asked = await ana.open()
    assert asked
    place = asked.item.options.index(asked.item.key)
    heard = await ana.says(str(place + 1) if by_number else asked.item.options[place].upper(), asked.message_id)
    assert isinstance(heard, Marked)
    assert heard.mark.verdict == "right"


async def test_without_a_question_a_word_is_a_look_up(ana: Pupil) -> None:
    assert isinstance(await ana.says("reluctant"), Explained)
    assert isinstance(await ana.says("asdfqwer"), Unknown)
    assert isinstance(await ana.says("I went to the market and bought fish for my mother yesterday."), Puzzled)


async def test_forty_look_ups_while_a_question_is_open_cause_no_wrong_grade(typing: Pupil) -> None:
    sent = [text.strip() for text in TEXTS.replace("\n", " ").split(",")]
    assert len(sent) == 40
    for text in sent:
        heard = await typing.says(text)
        assert not isinstance(heard, Marked | Nearly), text
        await typing.sees(About("note", 0))
        typing.clock.advance(seconds=20)
    assert await reviews(typing) == 1
    assert await typing.open()


async def test_a_typed_answer_ends_the_sitting_like_a_tap(typing: Pupil) -> None:
    heard = await typing.says("reluctant")
    assert isinstance(heard, Marked)
    assert heard.ending
    assert await typing.undoes(heard)
    assert await typing.open()
