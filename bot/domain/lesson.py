"""What to study now, in what order, within the learner's minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.memory import Memory, recall

SECONDS_A_CARD = 20.0
"""How long a card takes until the learner's own pace is known."""

ABSENCE = 5
"""From so many days away a sitting begins gently."""

EASY = 3
COST = 2
"""Places that a new word takes in the coming days' budget: it is asked at once and again soon."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that could be asked; `memory` is None before its first answer, `kept` means saved by a tap."""

    card_id: int
    memory: Memory | None
    saved_on: int
    kept: bool = True
    zipf: float = 0.0


def budget(minutes: float, seconds_a_card: float = SECONDS_A_CARD) -> int:
    """How many cards fit the minutes; at least one."""
    return max(1, int(minutes * 60 // seconds_a_card))


def plan(
    due: Sequence[Candidate],
    new: Sequence[Candidate],
    today: int,
    minutes: float,
    away_days: int = 0,
    forecast: Sequence[int] = (),
    seconds_a_card: float = SECONDS_A_CARD,
) -> list[int]:
    """The ids of the sitting's cards, in order: what is due, longest first, then new words.

    `forecast` is how many cards fall due on each of the coming local days. After an absence the three best-known
    cards come first and no new ones at all. Ids of `new` in the plan are admitted by being in it.
    """
    room = budget(minutes, seconds_a_card)
    reviews = [one for one in due if one.memory is None or one.memory.due_on <= today]
    if away_days >= ABSENCE:
        return [one.card_id for one in _gently(reviews, today)[:room]]
    ordered = sorted(reviews, key=_urgency)[:room]
    ripe = [one for one in new if one.saved_on < today]
    admitted = admit(ripe, max(len(reviews), _mean(forecast)), room)
    return [one.card_id for one in (*ordered, *admitted)]


def admit(new: Sequence[Candidate], load: float, budget: int) -> list[Candidate]:
    """The new words to let in: the one place where that is decided.

    As many as the budget (cards a day) still holds above the load (cards due a day), each counting twice; kept by
    tap first, then the commonest, then the oldest.
    """
    room = max(0, int((budget - load) // COST))
    return sorted(new, key=lambda one: (not one.kept, -one.zipf, one.saved_on, one.card_id))[:room]


def _gently(reviews: Sequence[Candidate], today: int) -> list[Candidate]:
    easiest = sorted(reviews, key=lambda one: (-_recall(one, today), one.card_id))[:EASY]
    chosen = {one.card_id for one in easiest}
    return easiest + sorted((one for one in reviews if one.card_id not in chosen), key=_urgency)


def _urgency(one: Candidate) -> tuple[int, int]:
    """The day since which it waits; a word never answered since the day after it was saved."""
    return (one.saved_on + 1 if one.memory is None else one.memory.due_on), one.card_id


def _recall(one: Candidate, today: int) -> float:
    return 0.0 if one.memory is None else recall(one.memory, today)


def _mean(forecast: Sequence[int]) -> float:
    return sum(forecast) / len(forecast) if forecast else 0.0
