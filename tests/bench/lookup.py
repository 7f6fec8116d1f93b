"""How fast the dictionary is, what it costs, and how much of English it covers.

`python -m tests.bench.lookup` compiles it afresh, then looks up 1,000 words, common ones (Zipf 3 and more), drawn from
the list of levels so that each level counts the same.
"""

import gzip
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bot.adapters.dictionary import Dictionary, open_dictionary
from bot.adapters.lexicon import sources
from bot.domain.language import LEVELS

T = TypeVar("T")
EACH = 167
COMMON = 3.0
KINDS = ("defined", "pronounced", "with a level")
SLIPS = ("recieve", "becuase", "definately", "seperate", "nesesary", "langwage", "tecnology", "qwrtzk", "selfys")


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dictionary.sqlite"
        seconds, dictionary = timed(lambda: open_dictionary(path))
        print(f"compiled in {seconds:.1f} s, {path.stat().st_size / 1e6:.1f} MB, peak memory {peak():.0f} MB")
        dictionary.close()
        seconds, dictionary = timed(lambda: open_dictionary(path))
        print(f"opened again in {seconds * 1e3:.1f} ms")
        words = sample(random.Random(1))
        cover(dictionary, words)
        race(dictionary, words)
        dictionary.close()


def sample(dice: random.Random) -> list[str]:
    """Common words without names (lemminflect's table writes those with capitals), as many of each level."""
    table = gzip.decompress((sources.folder("lemminflect") / "resources" / "infl_lu.csv.gz").read_bytes()).decode()
    plain = {lemma for lemma in (line.partition(",")[0] for line in table.splitlines()) if lemma.islower()}
    zipf = sources.frequencies()
    by_level: dict[int, set[str]] = {}
    for (word, _), level in sources.levels().items():
        if word in plain and zipf.get(word, 0.0) >= COMMON:
            by_level.setdefault(round(level), set()).add(word)
    return [word for level in sorted(by_level) for word in dice.sample(sorted(by_level[level]), EACH)]


def cover(dictionary: Dictionary, words: Sequence[str]) -> None:
    """For each level, the share of words with a lemma, a meaning, a pronunciation."""
    for number, name in enumerate(LEVELS):
        chosen = words[number * EACH : (number + 1) * EACH]
        lemmas = {word: dictionary.lemmas(word) for word in chosen}
        meant = [word for word in chosen if any(dictionary.senses(lemma.text) for lemma in lemmas[word])]
        said = [word for word in chosen if dictionary.pronunciation(word)]
        rated = [word for word in chosen if any(dictionary.level(lemma.text) is not None for lemma in lemmas[word])]
        shares = (100 * len(found) / len(chosen) for found in (meant, said, rated))
        print(f"{name}: " + ", ".join(f"{share:.1f} % {kind}" for share, kind in zip(shares, KINDS, strict=True)))
        print(f"    without meaning: {', '.join(sorted(set(chosen) - set(meant))[:12])}")


def race(dictionary: Dictionary, words: Sequence[str]) -> None:
    """Microseconds a call, each over all words."""
    calls: dict[str, Callable[[str], object]] = {
        "zipf": dictionary.zipf,
        "level": dictionary.level,
        "lemmas": dictionary.lemmas,
        "forms": lambda word: dictionary.forms(word, "verb"),
        "senses": dictionary.senses,
        "pronunciation": dictionary.pronunciation,
        "neighbours": lambda word: dictionary.neighbours(word, "noun"),
    }
    for name, call in calls.items():
        seconds, _ = timed(lambda call=call: [call(word) for word in words])  # type: ignore[misc]
        print(f"{name}: {seconds / len(words) * 1e6:.0f} µs a call")
    for slip in SLIPS:
        seconds, found = timed(lambda slip=slip: dictionary.suggestions(slip))  # type: ignore[misc]
        print(f"suggestions({slip}): {seconds * 1e3:.1f} ms, {', '.join(found[:3])}")
    print(f"memory {peak():.0f} MB at most")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds, and the result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def peak() -> float:
    """The most memory that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
