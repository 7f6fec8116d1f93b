"""Which exercise a word has earned: the longer it is remembered, the more the learner does alone."""

from bot.domain.exercises.item import Format
from bot.domain.memory import Memory

RUNGS: tuple[tuple[float, Format], ...] = ((0, "meaning"), (1.5, "gap"), (4, "word"), (7, "cloze"), (21, "typed"))
"""From which stability, in days, each exercise is asked.

A first right choice of four gives 1.9 days, a second about 9: production begins when recognition holds a week.
"""

STUBBORN = 3
"""From this many lapses on the word is asked one rung lower."""


def formats(memory: Memory | None, lapses: int) -> tuple[Format, ...]:
    """All exercises, best first: the rung earned, then the easier ones, then the harder ones."""
    stability = 0.0 if memory is None else memory.stability
    earned = max(index for index, (start, _) in enumerate(RUNGS) if stability >= start)
    rung = max(0, earned - 1) if lapses >= STUBBORN else earned
    ladder = tuple(name for _, name in RUNGS)
    return ladder[rung::-1] + ladder[rung + 1 :]
