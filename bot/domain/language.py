"""Words as the tutor sees them: lemmas, senses, and the lexicon that knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

PartOfSpeech = Literal[
    "noun", "verb", "adjective", "adverb", "preposition", "conjunction",
    "determiner", "pronoun", "number", "interjection", "phrase",
]  # fmt: skip

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


@dataclass(frozen=True, slots=True)
class Lemma:
    """A dictionary form and its part of speech."""

    text: str
    pos: PartOfSpeech


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a lemma.

    `key` is stable for ever: `lemma.pos.n` in our own list, `wn30:<offset>-<pos>` in WordNet.
    `translations` maps a language code ("es") to words in dictionary form, best first.
    """

    key: str
    lemma: str
    pos: PartOfSpeech
    definition: str
    examples: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    antonyms: tuple[str, ...] = ()
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Lexicon(Protocol):
    """What is known about English words; synchronous, at most 0.1 ms a call.

    Words go in as people write them (any case) and come out in dictionary form.
    """

    def zipf(self, word: str) -> float:
        """How common the form is, on the Zipf scale (about 1 rare … 7 commonest); 0 if unknown."""
        ...

    def level(self, lemma: str, pos: PartOfSpeech | None = None) -> float | None:
        """The word's CEFR level, 0 = A1 … 5 = C2; None if no list has it."""
        ...

    def lemmas(self, form: str) -> Sequence[Lemma]:
        """What `form` can be a form of, likeliest first; empty if the word is unknown."""
        ...

    def forms(self, lemma: str, pos: PartOfSpeech) -> Sequence[str]:
        """All inflected forms of the lemma, itself first."""
        ...

    def senses(self, lemma: str, pos: PartOfSpeech | None = None) -> Sequence[Sense]:
        """The meanings of the lemma, our own list first, then commonest first; blocked words left out."""
        ...

    def sense(self, key: str, lemma: str = "") -> Sense | None:
        """The meaning with that key; for that lemma, the one of our own list that covers it, where there is one."""
        ...

    def suggestions(self, word: str) -> Sequence[str]:
        """Known words that `word` may be a typing slip for, likeliest first."""
        ...

    def pronunciation(self, lemma: str) -> str | None:
        """The word in IPA without slashes ("rɪˈlʌktənt"); None if no source has it."""
        ...

    def neighbours(self, lemma: str, pos: PartOfSpeech, limit: int = 20) -> Sequence[str]:
        """Other lemmas of that part of speech, nearest in frequency first: raw material for distractors."""
        ...
