"""By how much one group lies above another: all differences between the two, and their median.

Groups may come in strata, where only values of the same stratum are compared. That is how coping cards are compared
among times that began equally strong: feelings at a peak ease anyway, and a card that is only taken out at peaks would
look helpful without helping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import erfc, sqrt

from attach_desktop.insights.statistics.estimate import Interval, Shift
from attach_desktop.insights.statistics.ordered import Ordered, rank_by_normal, rank_by_tail

#: A stratum: the values of the one group, and of the other.
Stratum = tuple[Sequence[float], Sequence[float]]
#: Up to so many pairs without ties the distribution is counted out; beyond, the normal one is as good.
MOST_COUNTED_OUT = 400


def shift(one: Sequence[float], other: Sequence[float], inflation: float = 1.0, *, step: float = 0.0) -> Shift | None:
    """The Hodges–Lehmann shift of ``one`` above ``other``, with its interval and p; None where a group is empty.

    The median of all differences (Hodges & Lehmann 1963); the interval of Moses by the Mann–Whitney distribution
    (Hollander & Wolfe 1999, section 4.3). ``inflation`` widens it where neighbouring days resemble each other.

    ``step`` is what values were rounded to (1 for moods and intensities; 0 for not at all). Differences are then taken
    to lie evenly within half a step: without it, a true shift of 0.4 would be told as "0, from 0 to 0".
    """
    return stratified_shift([(one, other)], inflation, step=step)


def stratified_shift(strata: Iterable[Stratum], inflation: float = 1.0, *, step: float = 0.0) -> Shift | None:
    """The same over strata: the differences within each, pooled (Lehmann 1975, Nonparametrics, section 3.3).

    The Mann–Whitney counts of the strata are added up; their distribution under "no shift" is that of the sum. Strata
    in which a group is empty say nothing and are left out. None where all are.
    """
    both = [(one, other) for one, other in strata if one and other]
    if not both:
        return None
    differences: Counter[float] = Counter()
    for one, other in both:
        right = Counter(other).items()
        for value, count in Counter(one).items():
            for minus, times in right:
                differences[value - minus] += count * times
    ordered = Ordered(differences)
    tied = any(len({*one, *other}) < len(one) + len(other) for one, other in both)
    counted_out = ordered.total <= MOST_COUNTED_OUT and inflation <= 1
    if counted_out:
        weights = rank_sum_weights(tuple((len(one), len(other)) for one, other in both))
        rank, coverage = rank_by_tail(weights, sum(weights))
    else:
        rank, coverage = rank_by_normal(ordered.total / 2, inflation * _variance(both, ties=False))
    low, high = ordered.spread(rank, step) if step else ordered.between(rank)
    above = sum(count for value, count in differences.items() if value > 0) + differences[0.0] / 2
    return Shift(
        value=ordered.spread_median(step) if step else ordered.median,
        count=sum(len(one) for one, _ in both),
        other=sum(len(other) for _, other in both),
        interval=Interval(low, high, coverage, exact=counted_out and not tied),
        p=_exact_p(weights, above) if counted_out and not tied else _normal_p(both, above, inflation),
        below=1 - above / ordered.total,
        inflation=inflation,
    )


@lru_cache(maxsize=64)
def rank_sum_weights(sizes: tuple[tuple[int, int], ...]) -> list[int]:
    """How many of the equally likely orders give the Mann–Whitney count 0, 1, 2 …, summed over strata of these sizes.

    The generating function of one stratum is the Gaussian binomial (Mann & Whitney 1947); sums multiply.
    """
    weights = [1]
    for one, other in sizes:
        less, more = sorted((one, other))
        length = len(weights) + one * other
        weights += [0] * (length - len(weights))
        for step in range(1, less + 1):
            for at in range(length - 1, more + step - 1, -1):
                weights[at] -= weights[at - more - step]
            for at in range(step, length):
                weights[at] += weights[at - step]
    return weights


def _variance(strata: Sequence[Stratum], *, ties: bool) -> float:
    """The variance of the summed Mann–Whitney counts, with or without the correction for ties (Lehmann 1975, 1.4)."""
    total = 0.0
    for one, other in strata:
        both = len(one) + len(other)
        same = sum(count**3 - count for count in Counter([*one, *other]).values()) if ties else 0
        total += len(one) * len(other) / 12 * (both + 1 - same / (both * (both - 1)))
    return total


def _exact_p(weights: Sequence[int], above: float) -> float:
    least = min(int(above), len(weights) - 1 - int(above))
    return min(1.0, 2 * sum(weights[: least + 1]) / sum(weights))


def _normal_p(strata: Sequence[Stratum], above: float, inflation: float) -> float:
    """Two-sided, with half a step of continuity."""
    variance = inflation * _variance(strata, ties=True)
    if variance <= 0:
        return 1.0
    mean = sum(len(one) * len(other) for one, other in strata) / 2
    distance = max(0.0, abs(above - mean) - 0.5) / sqrt(variance)
    return erfc(distance / sqrt(2))
