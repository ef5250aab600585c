"""Days in a row: how far neighbours resemble each other, and how many independent days they are worth."""

from __future__ import annotations

from collections.abc import Mapping
from operator import mul

#: With fewer pairs of neighbouring days nothing is known of how far they resemble each other.
LEAST_PAIRS = 10
_MOST = 0.9


def lag_one(values: Mapping[int, float]) -> float:
    """How far a day resembles the day before: the autocorrelation at lag one, 0 to 0.9.

    ``values`` by day number; only neighbours that are both there count as a pair. The small-sample bias is taken out,
    which is about −(1 + 3ρ)/n: a test holds that, and Solanas, Manolov & Sierra 2010 compare such estimators. Below
    zero, with too few pairs, or where nothing varies, it is 0.
    """
    return lag_one_of(list(values), list(values.values()))


def lag_one_of(days: list[int], values: list[float]) -> float:
    """The same for day numbers and their values, side by side."""
    if len(values) <= LEAST_PAIRS:
        return 0.0
    mean = sum(values) / len(values)
    aside = [value - mean for value in values]
    spread: float = sum(map(mul, aside, aside)) / len(aside)
    products = _products(days, aside)
    pairs = len(products)
    if pairs < LEAST_PAIRS or spread <= 0:
        return 0.0
    raw: float = sum(products) / pairs / spread
    return min(_MOST, max(0.0, (raw + 1 / pairs) / (1 - 3 / pairs)))


def _products(days: list[int], aside: list[float]) -> list[float]:
    """Each day's distance from the mean times that of the next day, where both are there."""
    if sorted(days) != days:
        aside = [distance for _, distance in sorted(zip(days, aside, strict=True))]
        days = sorted(days)
    if days[-1] - days[0] == len(days) - 1:
        return list(map(mul, aside, aside[1:]))
    neighbours = zip(days, days[1:], aside, aside[1:], strict=False)
    return [one * two for day, following, one, two in neighbours if following - day == 1]


def effective_count(count: int, rho: float) -> float:
    """How many independent values so many in a row are worth: n (1 − ρ) / (1 + ρ) (Bayley & Hammersley 1946)."""
    return count / inflation(rho)


def inflation(rho: float, other: float = 1.0) -> float:
    """How many times greater the variance of a mean is than for independent values: (1 + ρ) / (1 − ρ), at least 1.

    With ``other``, the same for the comparison of a series by a second one of lag-one autocorrelation ``other``, such
    as "a day with the trigger": (1 + ρ₁ρ₂) / (1 − ρ₁ρ₂) (Quenouille 1948).
    """
    product = min(_MOST, max(0.0, rho * other))
    return (1 + product) / (1 - product)
