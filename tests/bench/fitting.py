"""Straight lines through labelled texts, and how well they tell levels apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.domain.language import LEVELS

Vector = NDArray[np.float64]
PENALTY = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """A fitted straight line: what one unit of each feature adds, and the value where all are 0."""

    slopes: Vector
    intercept: float

    def __call__(self, features: Vector) -> Vector:
        """The predicted levels of texts, a row each."""
        values: Vector = features @ self.slopes + self.intercept
        return values


def ridge(features: Vector, levels: Vector, penalty: float = PENALTY) -> Line:
    """The line with the least squared error, slopes of standardised features being held small."""
    middle, width = features.mean(axis=0), features.std(axis=0)
    scaled = (features - middle) / width
    inner = scaled.T @ scaled + penalty * np.eye(features.shape[1])
    slopes = np.linalg.solve(inner, scaled.T @ (levels - levels.mean())) / width
    return Line(slopes, float(levels.mean() - middle @ slopes))


def judge(predicted: Vector, levels: Vector, taught: Sequence[int]) -> dict[str, float]:
    """Share right, share within one level, root mean squared error, and how well neighbours are told apart (AUC)."""
    nearest = np.clip(np.floor(predicted + 0.5), 0, len(LEVELS) - 1)
    figures = {
        "accuracy": float(np.mean(nearest == levels)),
        "within one": float(np.mean(np.abs(nearest - levels) <= 1)),
        "RMSE": float(np.sqrt(np.mean((np.clip(predicted, 0, 5) - levels) ** 2))),
    }
    for low in taught[:-1]:
        easier, harder = predicted[levels == low], predicted[levels == low + 1]
        wins = np.mean(harder[:, None] > easier) + np.mean(harder[:, None] == easier) / 2
        figures[f"AUC {LEVELS[low]}/{LEVELS[low + 1]}"] = float(wins)
    return figures
