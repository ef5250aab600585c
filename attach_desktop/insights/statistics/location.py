"""The middle of values, with an interval that holds whatever their distribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from attach_desktop.insights.statistics.estimate import LEAST_FOR_INTERVAL, Estimate, Interval
from attach_desktop.insights.statistics.ordered import rank_by_normal, rank_by_tail


def median(values: Iterable[float]) -> float:
    """The middle value, or half-way between the two in the middle. At least one value."""
    return _middle(sorted(values))


def _middle(ordered: Sequence[float]) -> float:
    count = len(ordered)
    return (ordered[(count - 1) // 2] + ordered[count // 2]) / 2


def median_estimate(values: Sequence[float], inflation: float = 1.0) -> Estimate | None:
    """The median, with its interval from 6 values on; None where there is no value.

    The interval goes from the k-th lowest to the k-th highest value, k by the binomial distribution with one half
    (Lehmann 1975, pages 182 and 183): at least 95 %, whatever the distribution, for independent values.
    ``inflation`` (1 and more) is how many times greater the variance is because neighbours resemble each other
    (``time_series.py``); the interval is then wider and approximate.
    """
    if not values:
        return None
    ordered = sorted(values)
    count = len(ordered)
    middle = _middle(ordered)
    if count < LEAST_FOR_INTERVAL:
        return Estimate(middle, count)
    rank, coverage = median_rank(count) if inflation <= 1 else _inflated_rank(count, inflation)
    return Estimate(middle, count, Interval(ordered[rank - 1], ordered[-rank], coverage, exact=inflation <= 1))


@cache
def median_rank(count: int) -> tuple[int, float]:
    """From which value from below and above the median's interval goes, and its true coverage: 1 − 2 P(B < k)."""
    return rank_by_tail(_binomial(count), 2**count)


def _binomial(count: int) -> Iterator[int]:
    ways = 1
    for chosen in range(count + 1):
        yield ways
        ways = ways * (count - chosen) // (chosen + 1)


@lru_cache(maxsize=1024)
def _inflated_rank(count: int, inflation: float) -> tuple[int, float]:
    rank, coverage = rank_by_normal(count / 2, count * inflation / 4)
    exact_rank, exact_coverage = median_rank(count)
    return (rank, min(coverage, exact_coverage)) if rank < exact_rank else (exact_rank, min(coverage, exact_coverage))
