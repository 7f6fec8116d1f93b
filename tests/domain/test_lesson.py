"""A sitting fits the minutes, is gentle after an absence, and admits new words at one point."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import lesson
from bot.domain.lesson import Candidate
from bot.domain.memory import Memory

TODAY = 739_000


def due(card_id: int, *, stability: float = 5, ago: int = 5, late: int = 0) -> Candidate:
    return Candidate(card_id, Memory(stability, 5, TODAY - ago, TODAY - late), TODAY - 30)


def new(card_id: int, *, saved: int = 1, kept: bool = True, zipf: float = 4) -> Candidate:
    return Candidate(card_id, None, TODAY - saved, kept, zipf)


def test_what_has_waited_longest_comes_first() -> None:
    cards = [due(1, late=1), due(2, late=4), due(3)]
    assert lesson.plan(cards, [], TODAY, minutes=5) == [2, 1, 3]


def test_a_sitting_fits_the_minutes() -> None:
    assert len(lesson.plan([due(n) for n in range(50)], [], TODAY, minutes=5)) == 15


def test_slow_formats_make_a_shorter_sitting() -> None:
    assert len(lesson.plan([due(n) for n in range(50)], [], TODAY, minutes=5, seconds_a_card=30)) == 10


def test_even_no_time_is_time_for_one_card() -> None:
    assert lesson.plan([due(1), due(2)], [], TODAY, minutes=0) == [1]


def test_what_is_not_due_is_not_asked() -> None:
    assert lesson.plan([due(1, late=-1)], [], TODAY, minutes=5) == []


def test_new_words_follow_what_is_due() -> None:
    assert lesson.plan([due(1)], [new(2), new(3)], TODAY, minutes=5) == [1, 2, 3]


def test_a_word_saved_today_is_asked_tomorrow() -> None:
    assert lesson.plan([], [new(1, saved=0), new(2, saved=1)], TODAY, minutes=5) == [2]


def test_new_words_wait_while_the_load_fills_the_minutes() -> None:
    assert lesson.plan([due(n) for n in range(15)], [new(99)], TODAY, minutes=5) == list(range(15))


def test_new_words_wait_while_the_coming_days_are_full() -> None:
    assert lesson.plan([], [new(99)], TODAY, minutes=5, forecast=[15, 15, 14]) == []
    assert lesson.plan([], [new(99)], TODAY, minutes=5, forecast=[1, 0, 3]) == [99]


def test_after_an_absence_three_easy_cards_come_first_and_no_new_ones() -> None:
    cards = [due(1, stability=1, late=30), due(2, stability=50), due(3, stability=40), due(4, stability=60), due(5)]
    assert lesson.plan(cards, [new(9)], TODAY, minutes=5, away_days=5) == [4, 2, 3, 1, 5]


def test_a_short_break_changes_nothing() -> None:
    assert lesson.plan([due(1)], [new(9)], TODAY, minutes=5, away_days=4) == [1, 9]


def test_a_word_admitted_but_never_answered_is_asked_in_its_turn() -> None:
    assert lesson.plan([due(1, late=1), new(2, saved=4)], [], TODAY, minutes=5) == [2, 1]


def test_words_kept_by_tap_are_admitted_first_then_common_then_old_ones() -> None:
    waiting = [new(1, kept=False, zipf=6), new(2, zipf=3), new(3, zipf=5), new(4, zipf=5, saved=9)]
    assert [one.card_id for one in lesson.admit(waiting, load=0, budget=20)] == [4, 3, 2, 1]


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.sampled_from([1, 5, 10, 20]), st.integers(0, 30))
def test_no_sitting_is_too_long_or_asks_twice(many: int, fresh: int, load: int, minutes: int, away: int) -> None:
    cards, waiting = [due(n) for n in range(many)], [new(100 + n) for n in range(fresh)]
    found = lesson.plan(cards, waiting, TODAY, minutes, away, [load] * 7)
    room = lesson.budget(minutes)
    assert len(found) <= room
    assert len(set(found)) == len(found)
    admitted = [card_id for card_id in found if card_id >= 100]
    assert lesson.COST * len(admitted) <= max(0, room - max(load, many))
    assert not (away >= lesson.ABSENCE and admitted)
