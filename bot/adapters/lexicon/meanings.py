"""The senses: our own, and WordNet's as far as we show them; and which word has which, in what order."""

import json
import re
from collections.abc import Iterator

from bot.adapters.lexicon import glosses
from bot.adapters.lexicon.material import Material, Word, covered
from bot.adapters.lexicon.rows import pack, pack_marked
from bot.adapters.lexicon.wordnet import Synset
from bot.domain.language import PartOfSpeech

SENSES_SHOWN = 24
SYNONYMS_SHOWN = 8
COMMON = 3.0

SenseRow = tuple[str, str, PartOfSpeech, str, str, str, str, str]
_PUNCTUATION = re.compile(r"[^\w\s-]")
_POS_ORDER: tuple[PartOfSpeech, ...] = ("verb", "noun", "adjective", "adverb")


def own_rows(material: Material) -> Iterator[SenseRow]:
    """Our own senses, with WordNet's synonyms and opposites where we name none."""
    for entry in material.entries:
        sense = entry.sense
        cover = next((material.synsets[key] for key in entry.wordnet if key in material.synsets), None)
        near = list(sense.synonyms) or (_synonyms(material, cover) if cover else [])
        far = [("", word) for word in sense.antonyms] or (_antonyms(material, cover) if cover else [])
        shown = [("", example) for example in sense.examples]
        translations = json.dumps(dict(sense.translations), ensure_ascii=False)
        yield (
            sense.key, sense.lemma, sense.pos, sense.definition,
            pack_marked(shown), pack(near), pack_marked(far), translations,
        )  # fmt: skip


def wordnet_rows(material: Material) -> Iterator[SenseRow]:
    """WordNet's senses, the blocked ones left out."""
    finite = frozenset(form for (_, pos), forms in material.inflected.items() if pos == "verb" for form in forms[:2])
    for key, synset in material.synsets.items():
        words = [word for word in synset.words if not material.is_blocked(word)]
        if words and key not in material.blocked:
            shown = glosses.examples(synset.gloss, finite)
            marked = [mark for example in shown for mark in _marked(material, synset, example)]
            yield (
                f"wn30:{key}", words[0], synset.pos, glosses.definition(synset.gloss), pack_marked(marked),
                pack(_synonyms(material, synset)), pack_marked(_antonyms(material, synset)), "",
            )  # fmt: skip


def senses_of(material: Material, known: dict[Word, float]) -> Iterator[tuple[str, list[tuple[PartOfSpeech, str]]]]:
    """Word → (part of speech, sense key) in the order in which they are shown: ours, then the commonest."""
    own: dict[str, list[tuple[PartOfSpeech, str]]] = {}
    for entry in material.entries:
        own.setdefault(entry.sense.lemma.casefold(), []).append((entry.sense.pos, entry.sense.key))
    covers = covered(material.entries)
    for word in {lemma for lemma, _ in known}:
        if not material.is_blocked(word):
            yield word, [*own.get(word, ()), *_wordnet_keys(material, word, known, covers)][:SENSES_SHOWN]


def _wordnet_keys(
    material: Material, word: str, known: dict[Word, float], covers: dict[tuple[str, str], str]
) -> list[tuple[PartOfSpeech, str]]:
    """The word's senses that our own don't cover, commonest first."""
    kinds = [pos for pos in _POS_ORDER if (word, pos) in material.senses]
    if len(kinds) > 1:
        kinds.sort(key=lambda pos: (-known[word, pos], material.levels.get((word, pos), 9.0)))
    found = [
        (count, pos, synset)
        for pos in kinds
        for synset, count in material.senses[word, pos]
        if (synset, word) not in covers and synset not in material.blocked
    ]
    if len(kinds) > 1:
        found.sort(key=lambda sense: -sense[0])
    return [(pos, f"wn30:{synset}") for _, pos, synset in found]


def _marked(material: Material, synset: Synset, example: str) -> Iterator[tuple[str, str]]:
    """The example with each word of the synset that it shows, so that every word gets its own examples."""
    text = f" {_PUNCTUATION.sub(' ', example.casefold())} "
    for word in map(str.casefold, synset.words):
        first, _, rest = word.partition(" ")
        forms = (first, *material.forms((first, synset.pos)))
        if rest in text and any(f" {form} " in text for form in forms):
            yield word, example


def _synonyms(material: Material, synset: Synset) -> list[str]:
    """The words of the same meaning; for an adjective, then the wider one that it belongs to, if that's common."""
    wider = (material.synsets[key].words[0] for key in synset.similar if key in material.synsets)
    common = [word for word in wider if material.zipf.get(word, 0.0) >= COMMON]
    words = dict.fromkeys((*synset.words, *common))
    return [word for word in words if not material.is_blocked(word)][:SYNONYMS_SHOWN]


def _antonyms(material: Material, synset: Synset) -> list[tuple[str, str]]:
    """(own word or "" for all, opposite): direct ones, else those of the adjective that this one is similar to."""
    pointers = [(word.casefold(), key, number) for word, key, number in synset.antonyms]
    if not pointers and synset.similar and synset.similar[0] in material.synsets:
        pointers = [("", key, number) for _, key, number in material.synsets[synset.similar[0]].antonyms]
    found = [(word, _word(material, key, number)) for word, key, number in pointers]
    return [(word, other) for word, other in dict.fromkeys(found) if other and not material.is_blocked(other)]


def _word(material: Material, key: str, number: int) -> str:
    synset = material.synsets.get(key)
    return synset.words[max(number - 1, 0)] if synset else ""
