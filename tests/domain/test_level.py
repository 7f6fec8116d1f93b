"""How hard a text is, over a lexicon of a dozen words."""

import pytest

from bot.domain.language import LEVELS
from bot.domain.level import band, hard_words, measure, nearest
from tests.domain.lexicon import SmallLexicon

LEXICON = SmallLexicon({
    "dog": ("dog", "noun", 0.0, 5.4),
    "dogs": ("dog", "noun", 0.0, 5.0),
    "likes": ("like", "verb", 0.0, 5.3),
    "small": ("small", "adjective", 0.0, 5.6),
    "park": ("park", "noun", 0.0, 5.4),
    "goes": ("go", "verb", 0.0, 5.2),
    "reluctant": ("reluctant", "adjective", 3.0, 3.9),
    "abandon": ("abandon", "verb", 2.0, 4.1),
    "habitual": ("habitual", "adjective", 4.0, 3.4),
    "perspicacious": ("perspicacious", "adjective", 5.0, 1.9),
    "bookshop": ("bookshop", "noun", None, 3.2),
})  # fmt: skip
EASY = "Anna has a small dog. The dog likes the park. She goes there with her dog."
HARD = (
    "Although the perspicacious Anna was reluctant to abandon her habitual park, where the dogs had been, she was "
    "persuaded by those who, in spite of everything, were themselves so reluctant that nobody could abandon them."
)


def test_short_sentences_of_common_words_are_a1() -> None:
    assert 0 <= measure(EASY, LEXICON).score <= 0.4
    assert measure(EASY, LEXICON).reasons == ()


def test_long_sentences_of_rare_words_are_hard_and_say_why() -> None:
    found = measure(HARD, LEXICON)
    assert found.score > 3.5
    assert set(found.reasons) >= {"long_sentences", "hard_words"}


def test_length_alone_changes_nothing() -> None:
    assert measure(" ".join([HARD] * 5), LEXICON).score == pytest.approx(measure(HARD, LEXICON).score)


@pytest.mark.parametrize("text", ["", " \n", "…", "123 456.", "北京 東京"])
def test_a_text_without_known_words_has_a_level_all_the_same(text: str) -> None:
    assert 0 <= measure(text, LEXICON).score <= 5


def test_a_harder_word_in_the_same_sentence_raises_the_score() -> None:
    words = ("small", "reluctant", "habitual", "perspicacious")
    scores = [measure(f"The {word} dog likes the park.", LEXICON).score for word in words]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)


def test_joining_sentences_raises_the_score() -> None:
    joined = EASY.replace(". The", " and the").replace(". She", " and she")
    assert measure(joined, LEXICON).score > measure(EASY, LEXICON).score


def test_names_and_figures_are_no_hard_words() -> None:
    text = "Zyryanov likes Ust-Kamenogorsk and 1987. The dog likes Zyryanov."
    assert hard_words(text, 0.5, LEXICON) == ()


def test_hard_words_come_hardest_first_and_once_as_lemmas() -> None:
    found = hard_words(HARD, 1.5, LEXICON)
    assert [word.lemma for word in found if word.listed] == ["perspicacious", "habitual", "reluctant", "abandon"]


def test_a_word_on_no_list_is_rated_by_its_frequency() -> None:
    (found,) = hard_words("The bookshop likes dogs.", 1.5, LEXICON)
    assert (found.lemma, found.listed) == ("bookshop", False)
    assert 3 < found.level < 5


def test_words_above_each_level_shrink_as_the_level_rises() -> None:
    above = measure(HARD, LEXICON).above
    assert list(above) == list(LEVELS[:-1])
    assert set(above["C1"]) <= set(above["B2"]) <= set(above["B1"]) <= set(above["A2"]) <= set(above["A1"])
    assert "perspicacious" in above["C1"]
    assert "abandon" not in above["B1"]


def test_a_short_text_gets_a_band_of_two_levels() -> None:
    assert band(2.0, 200) == "B1"
    assert band(2.0, 79) == "B1–B2"
    assert band(1.6, 200) == "A2–B1"
    assert band(4.9, 200) == "C2"
    assert band(5.0, 10) == "C1–C2"
    assert band(0.1, 10) == "A1–A2"


def test_the_nearest_level_is_named() -> None:
    assert [nearest(score) for score in (0.0, 0.49, 0.5, 2.4, 4.5, 5.0)] == ["A1", "A1", "A2", "B1", "C2", "C2"]


def test_a_heading_in_capitals_hides_no_words() -> None:
    heading = hard_words("The Perspicacious Dog Likes The Park", 2.5, LEXICON)
    assert [word.lemma for word in heading] == ["perspicacious"]
