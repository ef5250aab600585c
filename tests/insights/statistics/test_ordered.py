from __future__ import annotations

import statistics
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.insights.statistics.ordered import Ordered, rank_by_normal, rank_by_tail

VALUES = st.lists(st.integers(-10, 10).map(lambda whole: whole / 2), min_size=1, max_size=60)


@given(VALUES)
def test_it_is_the_sorted_list_without_writing_it_out(values: list[float]) -> None:
    ordered = Ordered.of(values)
    assert [ordered.at(rank) for rank in range(1, ordered.total + 1)] == sorted(values)
    assert ordered.median == statistics.median(values)


@given(VALUES, st.integers(1, 60))
def test_the_ends_of_an_interval_are_counted_from_both_sides(values: list[float], rank: int) -> None:
    rank = min(rank, len(values))
    assert Ordered.of(values).between(rank) == (sorted(values)[rank - 1], sorted(values)[-rank])


@given(VALUES, st.integers(1, 60))
def test_rounded_values_are_spread_over_their_steps(values: list[float], rank: int) -> None:
    ordered, rank = Ordered.of(values), min(rank, (len(values) + 1) // 2)
    low, high = ordered.spread(rank, 1)
    plain_low, plain_high = ordered.between(rank)
    assert abs(low - plain_low) <= 0.5 + 1e-9
    assert abs(high - plain_high) <= 0.5 + 1e-9
    assert low <= ordered.spread_median(1) + 1e-9
    assert ordered.spread_median(1) <= high + 1e-9


def test_the_middle_of_rounded_values_is_that_of_grouped_data() -> None:
    # Of ten values, three lie below the step at 3 (2.5 to 3.5), which holds four: 2.5 + (5 − 3) / 4.
    assert Ordered.of([1, 2, 2, 3, 3, 3, 3, 4, 4, 5]).spread_median(1) == pytest.approx(3.0)
    assert Ordered.of([2, 3, 3, 3, 3, 3, 4, 4, 4, 4]).spread_median(1) == pytest.approx(3.3)
    # Where half steps overlap the whole ones: 2.5 to 3.5 and 3 to 4.
    assert Ordered.of([3, 3.5]).spread_median(1) == pytest.approx(3.25)
    assert Ordered.of([3, 3, 3]).spread(1, 1) == pytest.approx((2.5 + 1 / 6, 3.5 - 1 / 6))
    assert Ordered.of([1, 5]).spread(1, 1) == pytest.approx((1, 5))


@given(VALUES)
def test_quartiles_are_those_of_the_averaged_inverse(values: list[float]) -> None:
    expected = np.percentile(values, [25, 75], method="averaged_inverted_cdf")
    assert Ordered.of(values).quartiles() == pytest.approx(tuple(expected), abs=1e-9)


def test_the_rank_is_the_highest_that_still_holds() -> None:
    weights = [comb(20, chosen) for chosen in range(21)]
    assert rank_by_tail(weights, 2**20, 0.95) == pytest.approx((6, 1 - 2 * sum(weights[:6]) / 2**20))
    assert rank_by_tail(weights, 2**20, 0.99) == pytest.approx((4, 1 - 2 * sum(weights[:4]) / 2**20))


def test_where_nothing_holds_it_is_the_whole_range_with_what_it_reaches() -> None:
    assert rank_by_tail([1, 4, 6, 4, 1], 16, 0.95) == (1, 0.875)


def test_the_normal_rank_comes_close_to_the_counted_one() -> None:
    rank, coverage = rank_by_normal(500, 250)
    exact = rank_by_tail((comb(1000, chosen) for chosen in range(1001)), 2**1000)
    assert (rank, coverage) == pytest.approx(exact, abs=1e-3)
