"""By how much one group lies above another: all differences between the two, and their median.

Groups may come in strata, where only values of the same stratum are compared. That is how coping cards are compared
among times that began equally strong: feelings at a peak ease anyway, and a card that is only taken out at peaks would
look helpful without helping.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from math import erfc, sqrt

from attach_desktop.insights.statistics.estimate import Interval, Shift
from attach_desktop.insights.statistics.ordered import Ordered, rank_by_normal, rank_by_tail

#: A stratum: how often each value stands in the one group, and in the other.
CountedStratum = tuple[Mapping[float, int], Mapping[float, int]]
#: Up to so many pairs without ties the distribution is counted out; beyond, the normal one is as good.
MOST_COUNTED_OUT = 400


def shift(one: Sequence[float], other: Sequence[float], inflation: float = 1.0, *, step: float = 0.0) -> Shift | None:
    """The Hodges–Lehmann shift of ``one`` above ``other``, with its interval and p; None where a group is empty.

    The median of all differences (Hodges & Lehmann 1963); the interval of Moses by the Mann–Whitney distribution
    (Hollander & Wolfe 1999). ``inflation`` widens it where neighbouring days resemble each other.

    ``step`` is what values were rounded to (1 for moods and intensities; 0 for not at all). Differences are then taken
    to lie evenly within half a step: without it, a true shift of 0.4 would be told as "0, from 0 to 0".
    """
    return counted_shift([(Counter(one), Counter(other))], inflation, step=step)


def counted_shift(strata: Iterable[CountedStratum], inflation: float = 1.0, *, step: float = 0.0) -> Shift | None:
    """The same over strata, with values already counted: the differences within each, pooled.

    The Mann–Whitney counts of the strata are added up; their distribution under "no shift" is that of the sum (van
    Elteren 1960; Lehmann 1975). Strata in which a group is empty say nothing and are left out. None where all are.
    """
    both = [(one, other) for one, other in strata if one and other]
    if not both:
        return None
    sizes = tuple((sum(one.values()), sum(other.values())) for one, other in both)
    differences = _differences(both)
    ordered = Ordered(differences)
    tied = any(len(one.keys() | other.keys()) < sum(size) for (one, other), size in zip(both, sizes, strict=True))
    counted_out = ordered.total <= MOST_COUNTED_OUT and inflation <= 1
    if counted_out:
        rank, coverage = _counted_out_rank(sizes)
    else:
        rank, coverage = rank_by_normal(ordered.total / 2, inflation * _variance(sizes, repeat(0)))
    low, high = ordered.spread(rank, step) if step else ordered.between(rank)
    above = sum([count for value, count in differences.items() if value > 0]) + differences.get(0.0, 0) / 2
    return Shift(
        value=ordered.spread_median(step) if step else ordered.median,
        count=sum(one for one, _ in sizes),
        other=sum(other for _, other in sizes),
        interval=Interval(low, high, coverage, exact=counted_out and not tied),
        p=_exact_p(sizes, above)
        if counted_out and not tied
        else _normal_p(ordered.total / 2, above, inflation * _variance(sizes, _ties(both))),
        below=1 - above / ordered.total,
        inflation=inflation,
    )


def _differences(strata: Iterable[CountedStratum]) -> dict[float, int]:
    """Every value of the one group minus every value of the other, within each stratum, with how often it stands."""
    found: dict[float, int] = {}
    for one, other in strata:
        right = list(other.items())
        for value, count in one.items():
            for minus, times in right:
                difference = value - minus
                found[difference] = found.get(difference, 0) + count * times
    return found


@lru_cache(maxsize=64)
def rank_sum_weights(sizes: tuple[tuple[int, int], ...]) -> list[int]:
    """How many of the equally likely orders give the Mann–Whitney count 0, 1, 2 …, summed over strata of these sizes.

    Those of one stratum follow the recurrence of Mann & Whitney 1947, whose generating function is the Gaussian
    binomial; those of sums multiply.
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


@lru_cache(maxsize=64)
def _counted_out_rank(sizes: tuple[tuple[int, int], ...]) -> tuple[int, float]:
    weights = rank_sum_weights(sizes)
    return rank_by_tail(weights, sum(weights))


def _variance(sizes: Iterable[tuple[int, int]], ties: Iterable[int]) -> float:
    """The variance of the summed Mann–Whitney counts, with the correction for ties (Lehmann 1975)."""
    total = 0.0
    for (one, other), same in zip(sizes, ties, strict=False):
        both = one + other
        total += one * other / 12 * (both + 1 - same / (both * (both - 1)))
    return total


def _ties(strata: Iterable[CountedStratum]) -> Iterator[int]:
    """What equal values weigh in each stratum: the sum of t³ − t over every value that stands there t times."""
    for one, other in strata:
        of_other = other.get
        same = sum([(times := count + of_other(value, 0)) ** 3 - times for value, count in one.items()])
        yield same + sum([count**3 - count for value, count in other.items() if value not in one])


def _exact_p(sizes: tuple[tuple[int, int], ...], above: float) -> float:
    weights = rank_sum_weights(sizes)
    least = min(int(above), len(weights) - 1 - int(above))
    return min(1.0, 2 * sum(weights[: least + 1]) / sum(weights))


def _normal_p(mean: float, above: float, variance: float) -> float:
    """Two-sided, with half a step of continuity."""
    if variance <= 0:
        return 1.0
    distance = max(0.0, abs(above - mean) - 0.5) / sqrt(variance)
    return erfc(distance / sqrt(2))
