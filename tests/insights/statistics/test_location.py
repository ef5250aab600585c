from __future__ import annotations

import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from attach_desktop.insights.statistics.estimate import Interval
from attach_desktop.insights.statistics.location import median, median_estimate, median_rank


@pytest.mark.parametrize(
    ("count", "rank", "coverage"), [(6, 1, 0.969), (9, 2, 0.961), (12, 3, 0.961), (15, 4, 0.965), (20, 6, 0.959)]
)
def test_the_worked_examples(count: int, rank: int, coverage: float) -> None:
    assert median_rank(count) == pytest.approx((rank, coverage), abs=5e-4)
    found = median_estimate([float(value) for value in range(1, count + 1)])
    assert found is not None
    assert found.interval == Interval(rank, count + 1 - rank, median_rank(count)[1])


@pytest.mark.parametrize("count", [6, 7, 8, 30, 90, 365, 1500, 3650])
def test_the_coverage_is_that_of_the_binomial(count: int) -> None:
    rank, coverage = median_rank(count)
    assert coverage == pytest.approx(1 - 2 * stats.binom.cdf(rank - 1, count, 0.5), abs=1e-9)
    assert 1 - 2 * stats.binom.cdf(rank, count, 0.5) < 0.95 <= coverage


def test_scipy_gives_the_same_interval() -> None:
    chance = random.Random(7)
    values = [chance.gauss(0, 1) for _ in range(41)]
    found = median_estimate(values)
    theirs = stats.quantile_test(values, p=0.5).confidence_interval(confidence_level=0.95)
    assert found is not None
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_below_six_there_is_no_interval() -> None:
    assert median_estimate([]) is None
    found = median_estimate([1, 2, 3, 4, 5])
    assert found is not None
    assert (found.value, found.count, found.interval) == (3, 5, None)


@given(st.lists(st.integers(2, 10).map(lambda whole: whole / 2), min_size=6, max_size=80), st.floats(1, 9))
def test_resemblance_only_ever_widens(values: list[float], inflation: float) -> None:
    plain, wide = median_estimate(values), median_estimate(values, inflation)
    assert plain is not None
    assert wide is not None
    assert plain.interval is not None
    assert wide.interval is not None
    assert plain.value == wide.value == statistics.median(values) == median(values)
    assert wide.interval.low <= plain.interval.low <= plain.value <= plain.interval.high <= wide.interval.high
    assert wide.interval.coverage <= plain.interval.coverage


@given(st.lists(st.integers(1, 5), min_size=6, max_size=40), st.randoms())
def test_order_does_not_matter_and_mirroring_mirrors(values: list[int], chance: random.Random) -> None:
    shuffled = list(values)
    chance.shuffle(shuffled)
    found, mirrored = median_estimate(values), median_estimate([6 - value for value in values])
    assert median_estimate(shuffled) == found
    assert found is not None
    assert mirrored is not None
    assert found.interval is not None
    assert mirrored.interval is not None
    assert (mirrored.interval.low, mirrored.interval.high) == (6 - found.interval.high, 6 - found.interval.low)


def test_too_few_days_that_resemble_each_other_tell_what_the_whole_range_is_worth() -> None:
    found = median_estimate([1, 2, 3, 4, 5, 4, 3], inflation=3)
    assert found is not None
    assert found.interval is not None
    assert (found.interval.low, found.interval.high, found.interval.exact) == (1, 5, False)
    assert 0.8 < found.interval.coverage < 0.95
