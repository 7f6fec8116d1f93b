"""Which words are too close to stand as wrong answers beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.language import Lexicon, Sense
from bot.domain.wording import normalise

OVERLAP = 0.5
"""Definitions that share half of their words mean nearly the same."""

FAMILY = 4
"""Words that begin with as many letters alike, and end within three, are one family (decide, decided, decision)."""

FUNCTION_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into", "is", "it", "its",
    "more", "no", "not", "of", "on", "or", "so", "some", "somebody", "someone", "something", "than", "that", "the",
    "their", "them", "this", "to", "used", "very", "when", "which", "who", "with", "you", "your",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """What a sense could be mistaken by: names and translations of *all* senses of its lemma, its own definition."""

    lemma: str
    names: frozenset[str]
    translations: frozenset[tuple[str, str]]
    defined: frozenset[str]


def profile(senses: Sequence[Sense]) -> Profile:
    """Gather what `clash` compares; the first of the senses is the one meant, the others are its lemma's."""
    sense = senses[0]
    return Profile(
        lemma=normalise(sense.lemma),
        names=frozenset({normalise(sense.lemma), *_normal(name for each in senses for name in each.synonyms)}),
        translations=frozenset(_translations(senses)),
        defined=content_words(sense.definition),
    )


@dataclass(frozen=True, slots=True)
class Key:
    """The word asked for: its profile, its forms, and the words that its definition mentions, in dictionary form."""

    profile: Profile
    forms: frozenset[str]
    mentioned: frozenset[str]


def key_of(sense: Sense, lexicon: Lexicon) -> Key:
    """Gather what a wrong option is held against."""
    mine = profile((sense, *lexicon.senses(sense.lemma, sense.pos)))
    lemmas = (lemma.text for word in mine.defined for lemma in lexicon.lemmas(word))
    return Key(
        profile=mine,
        forms=frozenset({mine.lemma, *_normal(lexicon.forms(sense.lemma, sense.pos))}),
        mentioned=mine.defined | frozenset(_normal(lemmas)),
    )


def clash(key: Key, other: Profile) -> bool:
    """Whether both could answer one question.

    That is: one word or family, synonyms in any sense, one translation, one defined by the other (its hyponym),
    or nearly one definition.
    """
    mine = key.profile
    return (
        bool(mine.names & other.names)
        or bool(mine.translations & other.translations)
        or bool(key.forms & other.defined or other.lemma in key.mentioned)
        or _related(mine.lemma, other.lemma)
        or _alike(mine.defined, other.defined)
    )


def content_words(text: str) -> frozenset[str]:
    """The words of a definition that carry meaning."""
    return frozenset(_normal(text.replace("-", " ").split())) - FUNCTION_WORDS - {""}


def _translations(senses: Iterable[Sense]) -> Iterable[tuple[str, str]]:
    for sense in senses:
        for language, words in sense.translations.items():
            yield from ((language, normalise(word)) for word in words)


def _normal(words: Iterable[str]) -> Iterable[str]:
    return map(normalise, words)


def _related(one: str, other: str) -> bool:
    alike = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        alike += 1
    return alike >= FAMILY and min(len(one), len(other)) - alike <= 1


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) / len(one | other) >= OVERLAP
