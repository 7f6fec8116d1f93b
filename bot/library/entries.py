"""Our own word senses: what WordNet misses or says badly, and the words that our stories explain."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast, get_args

from bot.domain.language import LEVELS, PartOfSpeech, Sense

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Entry:
    """A sense of our own; `level` is 0 = A1 … 5 = C2, `wordnet` the synsets it covers ("00001740-n")."""

    sense: Sense
    level: float | None = None
    wordnet: tuple[str, ...] = ()


def core_entries(folder: Path = WORDS) -> list[Entry]:
    """The entries of all our word lists (`core*.toml`), each file in its own order."""
    lists = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("core*.toml")))
    return merged(entry(row) for words in lists for row in words["word"])


def entry(row: Mapping[str, Any]) -> Entry:
    """One `[[word]]` table as an entry; raises KeyError or ValueError for one that lacks something.

    Keys: key, lemma and pos (else taken from the key), level ("B1"), definition, example or examples, es, ar,
    synonyms, antonyms, wordnet. A single text may stand for a list of one.
    """
    sense = Sense(
        key=row["key"],
        lemma=row.get("lemma") or lemma_of(row["key"]),
        pos=row.get("pos") or pos_of(row["key"]),
        definition=row["definition"],
        examples=(*_texts(row.get("example")), *_texts(row.get("examples"))),
        synonyms=_texts(row.get("synonyms")),
        antonyms=_texts(row.get("antonyms")),
        translations={code: _texts(row[code]) for code in ("es", "ar") if code in row},
    )
    level = float(LEVELS.index(row["level"])) if "level" in row else None
    return Entry(sense, level, _texts(row.get("wordnet")))


def lemma_of(key: str) -> str:
    """The lemma in a key of our own: "give_up.verb.1" → "give up"."""
    return key.rsplit(".", 2)[0].replace("_", " ")


def pos_of(key: str) -> PartOfSpeech:
    """The part of speech in a key of our own: "give_up.verb.1" → "verb"."""
    found = key.rsplit(".", 2)[1]
    if found not in get_args(PartOfSpeech):
        raise ValueError(f"{key}: {found} is not a part of speech")
    return cast(PartOfSpeech, found)


def merged(entries: Iterable[Entry]) -> list[Entry]:
    """Each key once: the first one wins, with the translations and synsets of its repetitions added."""
    found: dict[str, Entry] = {}
    for one in entries:
        key = one.sense.key
        found[key] = _joined(found[key], one) if key in found else one
    return list(found.values())


def blocked(path: Path = WORDS / "blocked.txt") -> frozenset[str]:
    """What the tutor never shows of its own accord: lemmas, and single senses as "09637837-n"."""
    lines = (line.partition("#")[0].strip().casefold() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line)


def pronunciations(path: Path = WORDS / "pronunciations.toml") -> dict[str, str]:
    """Word → IPA, where the public list has the rarer of two readings first."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _joined(first: Entry, second: Entry) -> Entry:
    translations = {**second.sense.translations, **first.sense.translations}
    wordnet = tuple(dict.fromkeys((*first.wordnet, *second.wordnet)))
    return replace(first, sense=replace(first.sense, translations=translations), wordnet=wordnet)


def _texts(value: str | Sequence[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
