"""Change within pairs: after minus before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from attach_desktop.insights.statistics.estimate import LEAST_FOR_INTERVAL, Estimate, Interval
from attach_desktop.insights.statistics.ordered import Ordered, rank_by_normal, rank_by_tail

#: Up to so many pairs the distribution of the signed ranks is counted out; beyond, the normal one is closer than 0.1 %.
MOST_COUNTED_OUT = 60


def change_estimate(changes: Sequence[float]) -> Estimate | None:
    """The Hodges–Lehmann median of changes, of all Walsh averages (Hodges & Lehmann 1963), with its interval.

    From 6 changes on, the interval of Tukey by the signed-rank distribution (Hollander & Wolfe 1999): from
    the k-th lowest to the k-th highest Walsh average. Zeros and equal changes make it approximate. None without a
    change.
    """
    return counted_change(Counter(changes))


def counted_change(times: Mapping[float, int]) -> Estimate | None:
    """The same where changes are already counted: how often each stands there, at least once."""
    if not times:
        return None
    count, walsh = sum(times.values()), Ordered(_walsh(times))
    if count < LEAST_FOR_INTERVAL:
        return Estimate(walsh.median, count)
    rank, coverage = signed_rank(count)
    low, high = walsh.between(rank)
    exact = count <= MOST_COUNTED_OUT and _differ(times, count)
    return Estimate(walsh.median, count, Interval(low, high, coverage, exact))


def _differ(times: Mapping[float, int], count: int) -> bool:
    """Whether none is zero and no two are of the same size."""
    sizes = {abs(change) for change in times}
    return 0 not in sizes and len(sizes) == count


def _walsh(times: Mapping[float, int]) -> Counter[float]:
    """(a + b) / 2 of every pair, each value with itself included, with how often it stands there."""
    averages: Counter[float] = Counter()
    for value, count in times.items():
        averages[value] += count * (count + 1) // 2
    for (one, first), (two, second) in combinations(times.items(), 2):
        averages[(one + two) / 2] += first * second
    return averages


@cache
def signed_rank(count: int) -> tuple[int, float]:
    """From which Walsh average from below and above the interval goes, and its true coverage: 1 − 2 P(T < k)."""
    if count <= MOST_COUNTED_OUT:
        return rank_by_tail(signed_rank_weights(count), 2**count)
    return rank_by_normal(count * (count + 1) / 4, count * (count + 1) * (2 * count + 1) / 24)


def signed_rank_weights(count: int) -> list[int]:
    """How many of the 2^count signs of the ranks 1 to ``count`` give the sum of positive ranks 0, 1, 2 …"""
    weights = [1]
    for rank in range(1, count + 1):
        longer = weights + [0] * rank
        for at, weight in enumerate(weights):
            longer[at + rank] += weight
        weights = longer
    return weights
