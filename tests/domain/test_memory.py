"""Memories fade as FSRS says, and every answer moves them the right way."""

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import memory
from bot.domain.memory import Memory, Review

TODAY = 739_000
answers = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=12)


def learn(history: list[tuple[int, bool]], chance: float = 0.0) -> Memory:
    day, found = TODAY, None
    for gap, correct in history:
        day += gap
        found = memory.review(found, correct, day, chance=chance)
    assert found
    return found


@given(answers)
def test_states_are_the_engines_own(history: list[tuple[int, bool]]) -> None:
    engine, state = FSRS(DEFAULT_PARAMETERS), None
    for index, (gap, correct) in enumerate(history):
        states = engine.next_states(state, 0.9, gap if index else 0)
        state = states.good.memory if correct else states.again.memory
    mine = learn(history)
    assert isinstance(state, MemoryState)
    assert (mine.stability, mine.difficulty) == (state.stability, state.difficulty)


@given(answers, st.integers(0, 400), st.integers(1, 400))
def test_recall_falls_with_every_day(history: list[tuple[int, bool]], days: int, more: int) -> None:
    found = learn(history)
    sooner, later = (found.reviewed_on + gap for gap in (days, days + more))
    assert 0 < memory.recall(found, later) < memory.recall(found, sooner) <= 1


@given(answers)
def test_recall_is_nine_tenths_after_as_many_days_as_it_is_stable(history: list[tuple[int, bool]]) -> None:
    found = learn(history)
    whole = Memory(max(1, round(found.stability)), found.difficulty, found.reviewed_on, found.due_on)
    assert memory.recall(whole, whole.reviewed_on + int(whole.stability)) == pytest.approx(0.9)


@given(answers, st.integers(1, 200))
def test_a_right_answer_makes_it_last_longer_and_a_wrong_one_shorter(
    history: list[tuple[int, bool]], days: int
) -> None:
    before = learn(history)
    today = before.reviewed_on + days
    assert memory.review(before, True, today).stability >= before.stability
    assert memory.review(before, False, today).stability <= before.stability


@given(answers, st.integers(-20, 200), st.booleans(), st.sampled_from([0.8, 0.85, 0.9, 0.95]))
def test_nothing_falls_due_on_the_day_it_was_answered(
    history: list[tuple[int, bool]], days: int, correct: bool, retention: float
) -> None:
    before = learn(history)
    after = memory.review(before, correct, before.reviewed_on + days, retention)
    assert after.due_on > after.reviewed_on >= before.reviewed_on


@given(answers, st.integers(1, 200), st.sampled_from([0.25, 0.33, 0.5]))
def test_a_right_guess_counts_for_less_than_a_typed_answer(
    history: list[tuple[int, bool]], days: int, chance: float
) -> None:
    before = learn(history)
    today = before.reviewed_on + days
    typed, chosen = (memory.review(before, True, today, chance=each) for each in (0.0, chance))
    missed = memory.review(before, False, today)
    assert missed.stability < chosen.stability <= typed.stability
    assert memory.review(before, False, today, chance=chance) == missed


@given(answers)
def test_who_wants_to_remember_less_is_asked_later(history: list[tuple[int, bool]]) -> None:
    before = learn(history)
    day = before.reviewed_on + 3
    assert memory.review(before, True, day, 0.8).due_on >= memory.review(before, True, day, 0.95).due_on


def test_a_clock_that_went_back_counts_as_the_same_day() -> None:
    before = memory.review(None, True, TODAY)
    assert memory.review(before, True, TODAY - 5) == memory.review(before, True, TODAY)


def test_a_missed_word_comes_back_on_the_next_day() -> None:
    assert memory.review(None, False, TODAY).due_on == TODAY + 1


@given(answers)
def test_the_log_alone_rebuilds_the_memory(history: list[tuple[int, bool]]) -> None:
    day, log = TODAY, []
    for gap, correct in history:
        day += gap
        log.append(Review(day, correct, 0.25))
    assert memory.replay(log) == learn(history, chance=0.25)


def test_an_empty_log_is_no_memory() -> None:
    assert memory.replay([]) is None


def test_the_strength_bar_empties_with_time() -> None:
    found = memory.review(None, True, TODAY)
    bars = [memory.strength(found, TODAY + days) for days in (0, 3, 60, 5000, 10**6)]
    assert memory.strength(None, TODAY) == 0
    assert bars == sorted(bars, reverse=True)
    assert (bars[0], bars[-1]) == (5, 1)


def test_other_parameters_give_other_memories() -> None:
    weights = (*DEFAULT_PARAMETERS[:2], 5.0, *DEFAULT_PARAMETERS[3:])
    assert memory.review(None, True, TODAY, weights=weights).stability == 5.0
