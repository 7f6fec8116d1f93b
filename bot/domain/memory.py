"""How a memory of a word fades, and what a review does to it.

FSRS-6 (R = (1 + F·t/S)^-w20) on whole local days; the engine is fsrs-rs. Grades are only Again (wrong) and
Good (right): mapping speed to Hard and Easy predicted worse. Same-day repeats count as zero days.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState

RETENTION = 0.9
"""The chance of recall at which a word falls due, unless the learner wants another."""

KNOWN_AT_FIRST = 0.76
"""How often a first review succeeds unguessed (FSRS's pooled logs): stands for recall while there is no memory."""

GOOD = 3
BLOCKS = 5

Weights = tuple[float, ...]
"""FSRS-6's 21 parameters; empty means the published defaults."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of one card in one direction; stability in days, difficulty 1 to 10, days local."""

    stability: float
    difficulty: float
    reviewed_on: int
    due_on: int


@dataclass(frozen=True, slots=True)
class Review:
    """One answer in the log: its local day, whether it was right, the chance of guessing it right."""

    day: int
    correct: bool
    chance: float = 0.0


def review(
    memory: Memory | None,
    correct: bool,
    today: int,
    desired_retention: float = RETENTION,
    chance: float = 0.0,
    weights: Weights = (),
) -> Memory:
    """The memory after an answer on local day `today`; `None` before means that this was the first.

    `chance` is the probability of guessing right (0.25 with four options, 0 when typed): a right answer then
    moves the memory only part of the way, by P(known | right) = R / (R + (1 - R)·chance).
    """
    day = today if memory is None else max(today, memory.reviewed_on)
    stability, difficulty = _after(memory, correct, day, desired_retention, chance, weights)
    interval = _engine(weights).next_interval(stability, desired_retention, GOOD)
    return Memory(stability, difficulty, reviewed_on=day, due_on=day + max(1, round(interval)))


def replay(log: Iterable[Review], desired_retention: float = RETENTION, weights: Weights = ()) -> Memory | None:
    """The memory that a log of reviews, oldest first, leads to; None if it's empty."""
    memory: Memory | None = None
    for one in log:
        memory = review(memory, one.correct, one.day, desired_retention, one.chance, weights)
    return memory


def recall(memory: Memory, today: int, weights: Weights = ()) -> float:
    """The chance, 0 to 1, that the learner recalls the word on local day `today`."""
    decay = (weights or _defaults())[20]
    factor = 0.9 ** (-1 / decay) - 1
    elapsed = max(today - memory.reviewed_on, 0)
    return float((1 + factor * elapsed / memory.stability) ** -decay)


def strength(memory: Memory | None, today: int) -> int:
    """The strength bar: 0 (never answered) to 5 blocks, by the chance of recall today."""
    return 0 if memory is None else max(1, round(BLOCKS * recall(memory, today)))


def _after(
    memory: Memory | None, correct: bool, day: int, retention: float, chance: float, weights: Weights
) -> tuple[float, float]:
    """Stability and difficulty after the answer; a right choice mixes "known" and "guessed", stability in logs."""
    state = None if memory is None else MemoryState(memory.stability, memory.difficulty)
    elapsed = 0 if memory is None else day - memory.reviewed_on
    states = _engine(weights).next_states(state, retention, elapsed)
    good, again = states.good.memory, states.again.memory
    if not correct:
        return again.stability, again.difficulty
    known = KNOWN_AT_FIRST if memory is None else recall(memory, day, weights)
    part = known / (known + (1 - known) * chance)
    if part == 1:
        return good.stability, good.difficulty
    stability = math.exp(part * math.log(good.stability) + (1 - part) * math.log(again.stability))
    return stability, part * good.difficulty + (1 - part) * again.difficulty


@cache
def _engine(weights: Weights) -> FSRS:
    return FSRS(weights or _defaults())


@cache
def _defaults() -> Weights:
    return tuple(DEFAULT_PARAMETERS)
