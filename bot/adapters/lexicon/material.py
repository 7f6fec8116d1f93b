"""All that the compiler works on, gathered from the packages and from our own lists."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from bot.adapters.lexicon import sources, wordnet
from bot.adapters.lexicon.inflection import regular_forms
from bot.domain.language import PartOfSpeech
from bot.library.entries import Entry

Word = tuple[str, PartOfSpeech]

_SLURS = frozenset({"06718862-n", "06717170-n", "07124340-n"})
_SLUR_GLOSSES = (
    "(ethnic slur)",
    "obscene term",
    "vulgar term",
    "offensive term",
    "offensive name",
    "disparaging term",
    "vulgar slang",
    "vulgar expression",
    "slang for sexual",
    "slang for fellatio",
    "slang for masturbation",
)
_TAGGED_WORDS = 700_000
_OWN_SHARE = 0.3
_TWIN_SHARE = 0.5
_UNTAGGED = 0.5
_SHORT = 3
_SPELLINGS = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("ae", "e"), ("oe", "e"), ("ll", "l"), ("ogue", "og"), ("c", "s"),
    ("tre", "ter"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Material:
    """The raw word data; words are case folded, levels 0 to 5, blocked holds lemmas and synsets, sounds our own IPA."""

    entries: list[Entry]
    blocked: frozenset[str]
    synsets: dict[str, wordnet.Synset]
    senses: dict[Word, list[tuple[str, int]]]
    exceptions: list[tuple[str, PartOfSpeech, str]]
    zipf: dict[str, float]
    levels: dict[Word, float]
    inflected: dict[Word, tuple[str, ...]]
    sounds: dict[str, str]

    def forms(self, word: Word) -> tuple[str, ...]:
        """The inflected forms of one word, by table or by rule."""
        listed = self.inflected.get(word)
        return regular_forms(*word) if listed is None else listed

    def is_blocked(self, text: str) -> bool:
        """Whether we never show the lemma."""
        folded = text.casefold()
        return folded in self.blocked or (" " in folded and not self.blocked.isdisjoint(folded.split()))


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What we wrote ourselves: senses, what we never show (lemmas, synsets), and IPA of words with two readings."""

    entries: list[Entry]
    blocked: frozenset[str]
    sounds: dict[str, str]


def gather(own: OwnWords) -> Material:
    """Read everything; raises SourceMissing."""
    zipf, inflected, levels = sources.frequencies(), sources.inflections(), sources.levels()
    words = zipf.keys() | {lemma for lemma, _ in inflected} | {word for (word, _), level in levels.items() if level < 5}
    folder = sources.wordnet()
    senses = {
        word: found for word, found in wordnet.read_senses(folder).items() if _is_asked_for(word[0], found, words)
    }
    synsets = wordnet.read_synsets(folder, {key for found in senses.values() for key, _ in found})
    spelt = {lemma for lemma, _ in senses} | {form for forms in inflected.values() for form in forms}
    return Material(
        entries=own.entries,
        blocked=own.blocked | {key for key, synset in synsets.items() if _is_slur(synset)},
        synsets=synsets,
        senses=senses,
        exceptions=list(wordnet.read_exceptions(folder)),
        zipf=zipf | twins(zipf, spelt),
        levels=levels,
        inflected=inflected,
        sounds=own.sounds,
    )


def _is_asked_for(lemma: str, senses: list[tuple[str, int]], words: Container[str]) -> bool:
    """Whether anybody but a botanist looks it up: no genus Cananga, of which no list of words knows a part."""
    parts = lemma.replace("'s", "").replace("-", " ").split()
    return lemma in words or senses[0][1] > 0 or all(part in words or len(part) < _SHORT for part in parts)


def weights(material: Material) -> dict[Word, float]:
    """How often each word is met as that part of speech, in the measure of WordNet's tagged text."""
    met = {word: sum(count for _, count in senses) for word, senses in material.senses.items()}
    spelt = {(_one_spelling(lemma), pos): count for (lemma, pos), count in met.items() if count}
    found = {
        (lemma, pos): _UNTAGGED + (count or _TWIN_SHARE * spelt.get((_one_spelling(lemma), pos), 0))
        for (lemma, pos), count in met.items()
    }
    for entry in material.entries:
        word = entry.sense.lemma.casefold(), entry.sense.pos
        if word not in found or not entry.wordnet:
            found[word] = max(found.get(word, _UNTAGGED), _OWN_SHARE * expected_count(material.zipf, word[0]))
    return found


def expected_count(zipf: Mapping[str, float], word: str) -> float:
    """How often a word of that frequency would be met in a text as long as WordNet's tagged one."""
    return float(10 ** (zipf.get(word, 0.0) - 9)) * _TAGGED_WORDS


def twins(zipf: Mapping[str, float], words: Iterable[str]) -> dict[str, float]:
    """The words that the counts lack but hold in the other spelling (they have neighbour only), with its frequency."""
    spelt: dict[str, float] = {}
    for word, value in zipf.items():
        spelling = _one_spelling(word)
        spelt[spelling] = max(value, spelt.get(spelling, 0.0))
    lacking = (word for word in words if word not in zipf and len(word) > _SHORT and " " not in word)
    pairs = ((word, spelt.get(_one_spelling(word))) for word in lacking)
    return {word: value for word, value in pairs if value is not None}


def _one_spelling(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word


def covered(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """(Synset, lemma) → the key of the first sense of our own that covers it: other words of the synset keep it."""
    found: dict[tuple[str, str], str] = {}
    for entry in entries:
        for synset in entry.wordnet:
            found.setdefault((synset, entry.sense.lemma.casefold()), entry.sense.key)
    return found


def _is_slur(synset: wordnet.Synset) -> bool:
    return not _SLURS.isdisjoint(synset.usages) or any(mark in synset.gloss for mark in _SLUR_GLOSSES)
