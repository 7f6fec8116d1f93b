"""Wrong answers that are worth a thought: near the right one, yet provably wrong."""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from bot.domain.exercises.item import OPTIONS, Card
from bot.domain.exercises.relations import Key, clash, key_of, profile
from bot.domain.language import Lexicon, Sense
from bot.domain.wording import normalise

NEAR_LEVEL = 1.5
NEAR_ZIPF = 1.0
NEIGHBOURS = 40
POOL = 9
BLOCK = 8
"""Neighbours are shuffled in blocks of this size, so that near ones stay first and no two items are alike."""

Text = Callable[[Sense], str | None]
"""What a sense looks like as an option; None if it can't be one."""


def choose(
    card: Card, key: str, text: Text, others: Sequence[Card], lexicon: Lexicon, rng: random.Random
) -> tuple[str, ...] | None:
    """The four options, the key among them in random order; None if there aren't four good ones."""
    mine = key_of(card.sense, lexicon)
    pool = _pool(mine, key, text, _candidates(card.sense, others, lexicon, rng))
    wrong = balance(key, pool, rng)
    if wrong is None:
        return None
    options = [key, *wrong]
    rng.shuffle(options)
    return tuple(options)


def balance(key: str, pool: Sequence[str], rng: random.Random) -> tuple[str, ...] | None:
    """Three of the pool, the first ones preferred, so that the key is as often the longest as any other option.

    The number of options at least as long as the key is drawn from 0 to 3; a key that would always be the longest
    gets no item at all.
    """
    longer = [text for text in pool if len(text) >= len(key)]
    shorter = [text for text in pool if len(text) < len(key)]
    if not longer or len(pool) < OPTIONS - 1:
        return None
    wanted = rng.randrange(OPTIONS)
    spare = longer[wanted:] if len(shorter) < OPTIONS - 1 - wanted else []
    chosen = longer[:wanted] + shorter[: OPTIONS - 1 - min(wanted, len(longer))]
    return tuple([*chosen, *spare][: OPTIONS - 1])


def _pool(mine: Key, key: str, text: Text, candidates: Iterator[Sequence[Sense]]) -> list[str]:
    """Texts of senses that clash neither with the key nor look like one another; the search goes on for a long one."""
    pool: list[str] = []
    seen = {normalise(key)}
    for senses in candidates:
        if len(pool) >= POOL and any(len(each) >= len(key) for each in pool):
            break
        shown = text(senses[0])
        if shown and normalise(shown) not in seen and not clash(mine, profile(senses)):
            seen.add(normalise(shown))
            pool.append(shown)
    return pool


def _candidates(key: Sense, others: Sequence[Card], lexicon: Lexicon, rng: random.Random) -> Iterator[Sequence[Sense]]:
    """Words with all their senses, the one meant first: the learner's own, then the key's neighbours."""
    own = [other.sense for other in others if other.sense.pos == key.pos and _near(key, other.sense, lexicon)]
    rng.shuffle(own)
    learned = ((sense, *lexicon.senses(sense.lemma, sense.pos)) for sense in own)
    return chain(learned, _neighbours(key, lexicon, rng))


def _neighbours(key: Sense, lexicon: Lexicon, rng: random.Random) -> Iterator[Sequence[Sense]]:
    lemmas = list(lexicon.neighbours(key.lemma, key.pos, NEIGHBOURS))
    for start in range(0, len(lemmas), BLOCK):
        block = lemmas[start : start + BLOCK]
        rng.shuffle(block)
        for lemma in block:
            senses = lexicon.senses(lemma, key.pos)
            if senses:
                yield senses


def _near(key: Sense, other: Sense, lexicon: Lexicon) -> bool:
    """Whether level (or, where no list has it, frequency) is about the same."""
    mine, yours = lexicon.level(key.lemma, key.pos), lexicon.level(other.lemma, other.pos)
    if mine is not None and yours is not None:
        return abs(mine - yours) <= NEAR_LEVEL
    return abs(lexicon.zipf(key.lemma) - lexicon.zipf(other.lemma)) <= NEAR_ZIPF
