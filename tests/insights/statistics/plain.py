"""The same statistics in the plainest way there is: every value by itself, every sum anew. Slow, and easy to check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import erfc, sqrt

from attach_desktop.insights.statistics.estimate import Interval, Shift
from attach_desktop.insights.statistics.ordered import rank_by_normal, rank_by_tail
from attach_desktop.insights.statistics.two_groups import MOST_COUNTED_OUT, CountedStratum, rank_sum_weights

#: A stratum: the values of the one group, and of the other.
Stratum = tuple[Sequence[float], Sequence[float]]


def lag_one(values: Mapping[int, float]) -> float:
    """How far a day resembles the day before, pair by pair."""
    if len(values) <= 10:
        return 0.0
    mean = sum(values.values()) / len(values)
    pairs = [(value - mean, values[day + 1] - mean) for day, value in sorted(values.items()) if day + 1 in values]
    spread = sum((value - mean) ** 2 for value in values.values()) / len(values)
    if len(pairs) < 10 or spread <= 0:
        return 0.0
    raw = sum(one * other for one, other in pairs) / len(pairs) / spread
    return min(0.9, max(0.0, (raw + 1 / len(pairs)) / (1 - 3 / len(pairs))))


def spread_at(values: Sequence[float], position: float, step: float) -> float:
    """Where so much of the whole lies below, each value evenly within half a step: walked along from the left."""
    turns: Counter[float] = Counter()
    for value in values:
        turns[value - step / 2] += 1
        turns[value + step / 2] -= 1
    places = sorted(turns)
    reached, slope = 0.0, 0
    for at, place in enumerate(places):
        length = place - places[at - 1] if at else 0.0
        if reached + slope * length / step > position:
            return places[at - 1] + (position - reached) * step / slope
        reached += slope * length / step
        slope += turns[place]
        if reached == position and not slope and at + 1 < len(places):
            return (place + places[at + 1]) / 2
    return places[-1]


def counted(strata: Sequence[Stratum]) -> list[CountedStratum]:
    """Strata with each value told once."""
    return [(Counter(one), Counter(other)) for one, other in strata]


def stratified_shift(strata: Sequence[Stratum], inflation: float, step: float) -> Shift | None:
    """The shift over strata, every difference written out."""
    both = [(one, other) for one, other in strata if one and other]
    if not both:
        return None
    differences = sorted(value - minus for one, other in both for value in one for minus in other)
    total = len(differences)
    tied = any(len({*one, *other}) < len(one) + len(other) for one, other in both)
    counted_out = total <= MOST_COUNTED_OUT and inflation <= 1
    weights = rank_sum_weights(tuple((len(one), len(other)) for one, other in both)) if counted_out else []
    if counted_out:
        rank, coverage = rank_by_tail(weights, sum(weights))
    else:
        rank, coverage = rank_by_normal(total / 2, inflation * _variance(both, ties=False))
    if step:
        low, high = (spread_at(differences, place, step) for place in (rank - 0.5, total - rank + 0.5))
        value = spread_at(differences, total / 2, step)
    else:
        low, high = differences[rank - 1], differences[-rank]
        value = (differences[(total - 1) // 2] + differences[total // 2]) / 2
    above = sum((difference > 0) + (difference == 0) / 2 for difference in differences)
    return Shift(
        value=value,
        count=sum(len(one) for one, _ in both),
        other=sum(len(other) for _, other in both),
        interval=Interval(low, high, coverage, exact=counted_out and not tied),
        p=_exact_p(weights, above) if counted_out and not tied else _normal_p(both, above, inflation),
        below=1 - above / total,
        inflation=inflation,
    )


def _variance(strata: Sequence[Stratum], *, ties: bool) -> float:
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
    variance = inflation * _variance(strata, ties=True)
    if variance <= 0:
        return 1.0
    mean = sum(len(one) * len(other) for one, other in strata) / 2
    return erfc(max(0.0, abs(above - mean) - 0.5) / sqrt(variance) / sqrt(2))
