"""Hold confidence against what is right: bins, calibration error, Brier score.

Expected calibration error: Naeini, Cooper and Hauskrecht (2015), "Obtaining well calibrated probabilities using Bayesian binning".
"""

import math
from collections.abc import Sequence

import attrs

BINS = 10
Sure = tuple[float, bool]
"""A confidence, and whether the statement is right."""
_NORMAL = 1.96


@attrs.frozen
class Bin:
    """How many statements there are between two confidences (the lower one included), the mean confidence, and the share that is right."""

    low: float
    high: float
    total: int
    confidence: float
    right: float

    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the share (Wilson 1927)."""
        n, p, z = self.total, self.right, _NORMAL
        centre, spread = (p + z * z / (2 * n)), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, (centre - spread) / (1 + z * z / n)), min(1.0, (centre + spread) / (1 + z * z / n))


def _bin(low: float, high: float, cases: Sequence[Sure]) -> Bin:
    total = len(cases)
    return Bin(low, high, total, sum(sure for sure, _ in cases) / total, sum(right for _, right in cases) / total)


def equal_width(cases: Sequence[Sure]) -> list[Bin]:
    """Return the bins of equal width that hold anything."""
    held: list[list[Sure]] = [[] for _ in range(BINS)]
    for sure, right in cases:
        held[min(BINS - 1, int(sure * BINS + 1e-9))].append((sure, right))
    return [_bin(number / BINS, (number + 1) / BINS, bin_) for number, bin_ in enumerate(held) if bin_]


def equal_mass(cases: Sequence[Sure]) -> list[Bin]:
    """Return bins of equally many statements; equal confidences stand in order of the text, so that ties are broken blindly."""
    ordered = sorted(cases, key=lambda case: case[0])
    parts = [ordered[len(ordered) * number // BINS : len(ordered) * (number + 1) // BINS] for number in range(BINS)]
    return [_bin(part[0][0], part[-1][0], part) for part in parts if part]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: how far confidence and share are apart, on average over statements."""
    return sum(one.total * abs(one.confidence - one.right) for one in bins) / sum(one.total for one in bins)


def brier(cases: Sequence[Sure]) -> float:
    """Return the mean square of what confidence is off by."""
    return sum((sure - right) ** 2 for sure, right in cases) / len(cases)
