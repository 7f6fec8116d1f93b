"""Where the coefficients of `bot.domain.level` come from, and how good they are.

`python -m tests.bench.level --data FOLDER` fits both our model and a ridge on three usual features to pseudo-documents
of the CEFR-SP training and development sentences, and judges both on those of the test sentences. A1 is left out of fit and judgement:
the data has hardly any.
"""

import argparse
import json
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np

from bot.adapters.dictionary import open_dictionary
from bot.domain import level
from bot.domain.language import LEVELS, Lexicon
from bot.domain.vocabulary import Vocabulary, vocabulary
from tests.bench import cefr_sp, flesch
from tests.bench.fitting import Line, Vector, judge, ridge
from tests.bench.remembering import Remembering

TAUGHT = range(1, len(LEVELS))
FITTED = 800  # texts a level
JUDGED = 300
RESAMPLED = 60
FOLDS = 5


def ours(sentences: list[list[str]], words: Vocabulary) -> list[float]:
    """The product's own features."""
    return list(level.count(sentences, words).values())


def usual(sentences: list[list[str]], words: Vocabulary) -> list[float]:
    """Flesch-Kincaid grade, mean Zipf of the content words, mean level of the listed ones."""
    zipf = [word.zipf for word in words.content]
    listed = [word.spread for word in words.content if word.listed]
    return [flesch.grade(sentences), float(np.mean(zipf or [5])), float(np.mean(listed or [0]))]


MODELS = {"ours": ours, "usual": usual}


def features_of(texts: Sequence[cefr_sp.Labelled], lexicon: Lexicon) -> tuple[dict[str, Vector], Vector]:
    """The features of each text, a row each, for both models; and the texts' levels."""
    cut = [level.cut(text.text) for text in texts]
    pairs = [(sentences, vocabulary(sentences, lexicon)) for sentences in cut]
    models = {name: np.array([count(*pair) for pair in pairs]) for name, count in MODELS.items()}
    return models, np.array([float(text.level) for text in texts])


def fit(
    sentences: Sequence[cefr_sp.Labelled], lexicon: Lexicon, rng: random.Random
) -> tuple[dict[str, Line], dict[str, float]]:
    """Both lines, fitted on these sentences; and our mean features at A2, which the reasons are measured from."""
    texts = cefr_sp.glue(sentences, TAUGHT, FITTED, rng)
    features, levels = features_of(texts, lexicon)
    plain = features["ours"][levels == TAUGHT[0]].mean(axis=0)
    lines = {name: ridge(rows, levels) for name, rows in features.items()}
    return lines, dict(zip(level.COEFFICIENTS, map(float, plain), strict=True))


def trial(
    sentences: Sequence[cefr_sp.Labelled], each: int, lines: dict[str, Line], lexicon: Lexicon, rng: random.Random
) -> dict[str, dict[str, float]]:
    """The figures of both models on texts glued from these sentences, and by how much ours differs."""
    features, levels = features_of(cefr_sp.glue(sentences, TAUGHT, each, rng), lexicon)
    found = {name: judge(line(features[name]), levels, TAUGHT) for name, line in lines.items()}
    found["difference"] = {figure: value - found["usual"][figure] for figure, value in found["ours"].items()}
    return found


def cross_validate(sentences: Sequence[cefr_sp.Labelled], lexicon: Lexicon, rng: random.Random) -> dict[str, Any]:
    """The mean figures of five folds: each fifth of the sentences is judged by lines fitted on the others."""
    shuffled = rng.sample(sentences, len(sentences))
    trials = []
    for fold in range(FOLDS):
        others = [sentence for place, sentence in enumerate(shuffled) if place % FOLDS != fold]
        lines, _ = fit(others, lexicon, rng)
        trials.append(trial(shuffled[fold::FOLDS], JUDGED, lines, lexicon, rng))
    return {
        name: {figure: float(np.mean([one[name][figure] for one in trials])) for figure in figures}
        for name, figures in trials[0].items()
    }


def intervals(trials: Sequence[dict[str, dict[str, float]]]) -> dict[str, dict[str, list[float]]]:
    """The middle 95 % of each figure over bootstrap trials."""
    return {
        name: {
            figure: [float(edge) for edge in np.percentile([one[name][figure] for one in trials], [2.5, 97.5])]
            for figure in figures
        }
        for name, figures in trials[0].items()
    }


def report(folder: Path, lexicon: Lexicon, resamples: int) -> dict[str, object]:
    """Coefficients and figures; the bootstrap draws the test sentences anew, then the texts made of them."""
    rng = random.Random(2022)
    training = [*cefr_sp.load(folder, "train"), *cefr_sp.load(folder, "dev")]
    lines, plain = fit(training, lexicon, rng)
    test = cefr_sp.load(folder, "test")
    trials = [trial(cefr_sp.resample(test, TAUGHT, rng), RESAMPLED, lines, lexicon, rng) for _ in range(resamples)]
    mine = lines["ours"]
    return {
        "coefficients": dict(zip(level.COEFFICIENTS, map(float, mine.slopes), strict=True)),
        "intercept": mine.intercept,
        "plain": plain,
        "cross-validated": cross_validate(training, lexicon, rng),
        "test": trial(test, JUDGED, lines, lexicon, rng),
        "intervals": intervals(trials),
    }


def write(found: dict[str, Any]) -> None:
    """Print the report for people."""
    for name in ("coefficients", "intercept", "plain"):
        print(f"{name}: {found[name]}")
    for name, figures in found["test"].items():
        print(f"\n{name}")
        for figure, value in figures.items():
            low, high = found["intervals"][name][figure]
            folds = found["cross-validated"][name][figure]
            print(f"  {figure:<10} {value:.3f}  ({low:.3f} to {high:.3f})   cross-validated {folds:.3f}")


def main() -> None:
    """Fit, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the CEFR-SP files (…_train.txt, …_test.txt)"
    )
    parser.add_argument("--resamples", type=int, default=200, help="bootstrap samples (default 200)")
    parser.add_argument("--json", action="store_true", help="machine-readable")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lexicon = cast(Lexicon, Remembering(open_dictionary(Path(folder) / "words.sqlite")))
        found = report(given.data, lexicon, given.resamples)
    if given.json:
        print(json.dumps(found))
    else:
        write(found)


if __name__ == "__main__":
    main()
