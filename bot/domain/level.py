"""How hard a text is to read, on the CEFR scale, and which words and sentences make it so.

The score is a straight line over four counts that a reader could check by hand. Its coefficients were fitted by
`python -m tests.bench.level` on CEFR-SP (Arase, Uchida and Kajiwara 2022); docs/teaching.md tells how far to trust it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from bot.domain import text as writing
from bot.domain.language import LEVELS, Lexicon
from bot.domain.vocabulary import Vocabulary, Word, hardest, vocabulary

# Printed by `python -m tests.bench.level`: levels gained for one unit of each feature, and the score where all are 0.
COEFFICIENTS = {"long_sentences": 1.526, "long_words": 0.526, "rare_words": 1.716, "hard_words": 0.770}
INTERCEPT = -5.522

# The mean features of A2 texts in the same data; a reason is named when it lifts the score this much above them.
_PLAIN = {"long_sentences": 2.28, "long_words": 4.27, "rare_words": 0.12, "hard_words": 0.93}
_NOTICEABLE = 0.4

_COMMON = 5.0  # Zipf value from which a word counts as common: about one in 10,000 words
_RAREST = 1.5  # the Zipf value given to unknown words
_TAIL = 0.5  # the outermost half level at each end, into which the straight line is bent

_SURE_WORDS = 80
_SURE_DISTANCE = 0.3


@dataclass(frozen=True, slots=True)
class TextLevel:
    """How hard a text is.

    `score` runs from 0 (A1) to 5 (C2); `level` is the nearest one; `band` names two ("A2–B1") where one would be a
    guess. `above` maps each level but the last to the lemmas of the text that are harder, hardest first. `reasons` are
    codes of what makes it hard, weightiest first: long_sentences, long_words, rare_words, hard_words.
    """

    score: float
    level: str
    band: str
    words: int
    above: Mapping[str, tuple[str, ...]]
    reasons: tuple[str, ...]


def measure(text: str, lexicon: Lexicon) -> TextLevel:
    """How hard `text` is to read; an empty text is A1."""
    sentences = cut(text)
    words = vocabulary(sentences, lexicon)
    features = count(sentences, words) if sentences else {}
    running = sum(map(len, sentences))
    value = score(features) if sentences else 0.0
    return TextLevel(value, nearest(value), band(value, running), running, _above(words), _reasons(features))


def hard_words(text: str, level: float, lexicon: Lexicon) -> tuple[Word, ...]:
    """The different words of `text` above `level` (0-5), hardest first; names are left out."""
    return hardest(word for word in vocabulary(cut(text), lexicon).content if word.level > level)


def nearest(score: float) -> str:
    """The level nearest to the score."""
    return LEVELS[min(max(int(score + 0.5), 0), len(LEVELS) - 1)]


def band(score: float, words: int) -> str:
    """The level, or the two nearest ("A2–B1") when the score is close to a cut or the text too short to be sure."""
    lower = min(max(int(score), 0), len(LEVELS) - 2)
    if words >= _SURE_WORDS and abs(score - lower - 0.5) >= _SURE_DISTANCE:
        return nearest(score)
    return f"{LEVELS[lower]}–{LEVELS[lower + 1]}"


def count(sentences: Sequence[Sequence[str]], words: Vocabulary) -> dict[str, float]:
    """The four features of a text: each a mean, so that its length tells nothing.

    Logarithm of the words a sentence; letters a word; how far a word falls short of being common (Zipf 5), on average
    over all but names and figures; level of the content words (0-5). Where no word is known only the shape counts.
    """
    running = [token for tokens in sentences for token in tokens]
    shape = {
        "long_sentences": log(len(running) / len(sentences)),
        "long_words": sum(map(len, running)) / len(running),
    }
    if not any(word.zipf for word in words.content):
        return {**_PLAIN, **shape}
    shortfall = sum(max(_COMMON - max(word.zipf, _RAREST), 0.0) for word in words.content)
    return {
        **shape,
        "rare_words": shortfall / len(words.plain),
        "hard_words": sum(word.spread for word in words.content) / len(words.content),
    }


def score(features: Mapping[str, float]) -> float:
    """The level as a number between 0 (A1) and 5 (C2)."""
    return _bend(INTERCEPT + sum(COEFFICIENTS[name] * value for name, value in features.items()))


def _bend(value: float) -> float:
    """The value itself up to half a level from either end, then approaching the end without reaching it."""
    top = len(LEVELS) - 1.0
    if value < _TAIL:
        return _TAIL * exp(value / _TAIL - 1)
    if value > top - _TAIL:
        return top - _TAIL * exp((top - value) / _TAIL - 1)
    return value


def cut(text: str) -> list[list[str]]:
    """The words of each sentence that has any."""
    return [tokens for tokens in map(writing.words, writing.sentences(text)) if tokens]


def _above(words: Vocabulary) -> dict[str, tuple[str, ...]]:
    """For each level but the last, the lemmas that belong to a higher one."""
    ranked = hardest(words.content)
    return {
        level: tuple(word.lemma for word in ranked if word.level >= number + 0.5)
        for number, level in enumerate(LEVELS[:-1])
    }


def _reasons(features: Mapping[str, float]) -> tuple[str, ...]:
    """What lifts the score noticeably above a plain text's, weightiest first."""
    lifts = {name: COEFFICIENTS[name] * (value - _PLAIN[name]) for name, value in features.items()}
    return tuple(sorted((name for name in lifts if lifts[name] >= _NOTICEABLE), key=lambda name: -lifts[name]))
