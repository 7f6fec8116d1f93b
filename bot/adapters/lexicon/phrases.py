"""Phrases and their forms: gave up, pieces of cake, changed her mind, gave it up."""

from collections.abc import Callable, Iterator, Sequence

from bot.adapters.lexicon.inflection import head_of
from bot.domain.language import Lemma, PartOfSpeech

_OWNERS = frozenset("my your his her its our their one's someone's somebody's".split())
_OBJECTS = frozenset("it them him her me us you this that these those something someone".split())
_LONGEST = 8


def phrase_readings(phrase: str, readings: Callable[[str], Sequence[Lemma]]) -> list[Lemma]:
    """The phrases of the dictionary that `phrase` is a form of."""
    tokens = phrase.split()
    if len(tokens) > _LONGEST:
        return []
    for candidate in _candidates(tokens, readings):
        found = readings(candidate)
        if found:
            return list(found)
    return []


def phrase_forms(
    phrase: str, pos: PartOfSpeech, forms: Callable[[str, PartOfSpeech], Sequence[str]]
) -> tuple[str, ...]:
    """The phrase with its head in all forms."""
    tokens = phrase.split()
    head = head_of(tokens, pos)
    if head is None:
        return (phrase,)
    return tuple(" ".join((*tokens[:head], form, *tokens[head + 1 :])) for form in forms(tokens[head], pos))


def _candidates(tokens: list[str], readings: Callable[[str], Sequence[Lemma]]) -> Iterator[str]:
    """What the phrase may be in dictionary form: without an object in the middle, owners general, head as lemma."""
    shapes = [tokens]
    if len(tokens) > 2 and tokens[1] in _OBJECTS:
        shapes.append([tokens[0], *tokens[2:]])
    if not _OWNERS.isdisjoint(tokens):
        shapes += [
            [owner if token in _OWNERS else token for token in tokens] for owner in ("your", "one's", "someone's")
        ]
    for shape in shapes:
        for head in dict.fromkeys((0, len(shape) - 1, head_of(shape, "noun") or 0)):
            lemmas = dict.fromkeys(lemma.text.casefold() for lemma in readings(shape[head]))
            for lemma in (shape[head], *lemmas):
                yield " ".join((*shape[:head], lemma, *shape[head + 1 :]))
