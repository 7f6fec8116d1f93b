"""Answers are right, nearly right or wrong, as a fair teacher would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.exercises.item import Item
from bot.domain.marking import mark_option, mark_text
from bot.domain.spelling import canonical, is_slip, mask
from tests.domain.small_lexicon import EmptyLexicon, SmallLexicon

LEXICON = SmallLexicon()

# key > answer = verdict and reason; synonyms of the key come from the lexicon
TABLE = """
reluctant > reluctant = right
reluctant > Reluctant = right
reluctant >  RELUCTANT.  = right
reluctant > “reluctant” = right
reluctant > *reluctant* = right
reluctant > reluctant!!! = right
reluctant > re\u200bluctant = right
reluctant > réluctant = right
reluctant > reluctent = nearly typo
reluctant > reluctan = nearly typo
reluctant > reluctantt = nearly typo
reluctant > relcutant = nearly typo
reluctant > rreluctant = nearly typo
reluctant > eluctant = nearly typo
reluctant > relucent = wrong
reluctant > rel = wrong
reluctant > unwilling = nearly synonym
reluctant > Hesitant = nearly synonym
reluctant > eager = wrong
reluctant > reacio = wrong
reluctant > 4 = wrong
reluctant > ... = wrong empty
reluctant > 🙂 = wrong
house > the house = right
house > a house = right
house > houses = nearly form
house > home = nearly synonym
house > horse = wrong
house > hose = nearly typo
house > hous = nearly typo
horse > house = wrong
child > children = nearly form
child > kid = nearly synonym
child > chold = nearly typo
run > to run = right
run > ran = nearly form
run > running = nearly form
run > runs = nearly form
run > rum = wrong
run > rn = wrong
ran > run = nearly form
ran > ran = right
gather > gathered = nearly form
gather > meet = nearly synonym
gathered > gather = nearly form
gathered > gatherd = nearly typo
give up > give up = right
give up > to give up = right
give up > give  up = right
give up > gave up = nearly form
give up > giving up = nearly form
give up > quit = nearly synonym
give up > giveup = nearly typo
give up > give = wrong
give up > give in = wrong
colour > color = right
colour > Colour = right
colour > colours = nearly form
colour > colors = nearly form
colour > colur = nearly typo
realise > realize = right
realise > realized = nearly form
realised > realized = right
receive > recieve = nearly typo
receive > recive = nearly typo
strangle > tangle = wrong
tangle > strangle = wrong
tangle > tangel = nearly typo
don't > don’t = right
don't > do not = right
don't > dont = right
we're > house = wrong
it's > it is = right
can't > cannot = right
we're > we are = right
email > e-mail = right
e-mail > email = right
well-known > well known = right
everyday > every day = nearly typo
o'clock > oclock = right
café > cafe = right
""".strip()


def item(key: str, accepted: tuple[str, ...] = (), sentence: str = "") -> Item:
    return Item("typed", "a meaning", "typed", (), key, accepted, sentence)


@pytest.mark.parametrize("line", TABLE.splitlines())
def test_typed_answers_are_marked_as_the_table_says(line: str) -> None:
    key, _, rest = line.partition(" > ")
    text, _, expected = rest.rpartition(" = ")
    known = LEXICON.all.get(key)
    found = mark_text(item(key), text, LEXICON, known.synonyms if known else ())
    assert f"{found.verdict} {found.reason}".strip() == expected


def test_a_key_of_two_letters_forgives_no_slip() -> None:
    assert mark_text(item("up"), "uo", LEXICON, ()).verdict == "wrong"


def test_what_was_accepted_before_is_right() -> None:
    assert mark_text(item("run", ("sprint",)), "Sprint", LEXICON, ()).verdict == "right"


@pytest.mark.parametrize(
    "text", ["The mayor was reluctant to close the market.", "was reluctant to close", "reluctant to"]
)
def test_the_word_together_with_its_neighbours_is_right(text: str) -> None:
    cloze = item("reluctant", sentence="The mayor was reluctant to close the market.")
    assert mark_text(cloze, text, LEXICON, ()).verdict == "right"


def test_the_word_in_another_sentence_is_not_right() -> None:
    cloze = item("reluctant", sentence="The mayor was reluctant to close the market.")
    assert mark_text(cloze, "reluctant people", LEXICON, ()).verdict == "wrong"


@pytest.mark.parametrize(
    ("answer", "hint"),
    [("unwilling", "r________"), ("reluctent", "reluct_nt"), ("relcutant", "rel__tant"), ("reluctan", "reluctan_")],
)
def test_the_hint_shows_what_is_right_so_far(answer: str, hint: str) -> None:
    assert mark_text(item("reluctant"), answer, LEXICON, ("unwilling",)).hint == hint


def test_a_hint_keeps_the_gap_between_words() -> None:
    assert mask("give up") == "g___ __"


@pytest.mark.parametrize(("index", "verdict"), [(0, "wrong"), (1, "right"), (3, "wrong"), (4, "wrong"), (-1, "wrong")])
def test_an_option_is_right_or_wrong(index: int, verdict: str) -> None:
    asked = Item("meaning", "reluctant", "meaning", ("a", "b", "c", "d"), "b")
    assert mark_option(asked, index).verdict == verdict


@pytest.mark.parametrize(("key", "text", "verdict"), [("run", "to run", "right"), ("reluctant", "reluctent", "nearly")])
def test_marking_goes_on_without_a_dictionary(key: str, text: str, verdict: str) -> None:
    assert mark_text(item(key), text, EmptyLexicon(), ()).verdict == verdict


@pytest.mark.parametrize(
    ("british", "american"),
    [("neighbourhood", "neighborhood"), ("theatre", "theater"), ("centred", "centered"), ("analyse", "analyze"),
     ("travelling", "traveling"), ("defence", "defense"), ("programmes", "programs"), ("organisation", "organization"),
     ("grey", "gray"), ("paralysed", "paralyzed")],
)  # fmt: skip
def test_british_and_american_spellings_are_one(british: str, american: str) -> None:
    assert canonical(british) == canonical(american)


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("filling", "filing"), ("prise", "prize"), ("hour", "hor"), ("storey", "story")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@given(st.text("abcde", min_size=4, max_size=8), st.integers(0, 7), st.sampled_from("abcdex"))
def test_a_slip_is_one_letter_away_in_either_direction(word: str, place: int, letter: str) -> None:
    slipped = word[:place] + letter + word[place + 1 :]
    assert is_slip(slipped, word) is (slipped != word)
    assert is_slip(word, slipped) is (slipped != word)


@given(st.text(max_size=30), st.sampled_from(["reluctant", "give up", "don't"]))
def test_any_text_gets_a_verdict(text: str, key: str) -> None:
    assert mark_text(item(key), text, LEXICON, ()).verdict in {"right", "nearly", "wrong"}
