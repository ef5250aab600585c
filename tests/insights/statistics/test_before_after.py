from __future__ import annotations

import random
import statistics
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from attach_desktop.insights.statistics.before_after import change_estimate, signed_rank, signed_rank_weights


@pytest.mark.parametrize(
    ("changes", "value", "low", "high", "coverage"),
    [
        ([-3, -1, -2, 0, -4, 1, -2], -1.5, -3, 0, 0.953),
        ([-2, -2, -1, -3, 0, -1], -1.5, -3, 0, 0.969),
        ([1, -1, 2, -2, 0, 1, -1, 0], 0, -1, 1, 0.961),
        ([-5, -3, -4, -2, -1, -3, -2, 0, -4, -1], -2.5, -3.5, -1.5, 0.951),
    ],
)
def test_the_worked_examples(changes: list[int], value: float, low: float, high: float, coverage: float) -> None:
    found = change_estimate(changes)
    assert found is not None
    assert found.interval is not None
    assert (found.value, found.interval.low, found.interval.high) == (value, low, high)
    assert found.interval.coverage == pytest.approx(coverage, abs=5e-4)
    assert not found.interval.exact  # ties and zeros


@given(st.lists(st.integers(-10, 10), min_size=1, max_size=40))
def test_it_is_the_median_of_the_walsh_averages(changes: list[int]) -> None:
    found = change_estimate(changes)
    assert found is not None
    assert found.value == statistics.median((a + b) / 2 for a, b in combinations_with_replacement(changes, 2))


@given(st.lists(st.integers(-10, 10), min_size=6, max_size=90), st.integers(-5, 5))
def test_a_shift_of_all_shifts_the_answer(changes: list[int], by: int) -> None:
    one, two = change_estimate(changes), change_estimate([change + by for change in changes])
    assert one is not None
    assert two is not None
    assert one.interval is not None
    assert two.interval is not None
    assert two.value == one.value + by
    assert (two.interval.low, two.interval.high) == (one.interval.low + by, one.interval.high + by)
    assert one.interval.low <= one.value <= one.interval.high


@pytest.mark.parametrize("count", [6, 9, 15, 25, 40])
def test_the_interval_is_where_the_signed_rank_test_turns(count: int) -> None:
    chance = random.Random(count)
    changes = [chance.gauss(-1, 2) for _ in range(count)]
    found = change_estimate(changes)
    assert found is not None
    assert found.interval is not None
    assert found.interval.exact

    def p(hypothesis: float) -> float:
        return float(stats.wilcoxon([change - hypothesis for change in changes], method="exact").pvalue)

    for end, outward in ((found.interval.low, -1e-9), (found.interval.high, 1e-9)):
        assert p(end - outward) > 1 - found.interval.coverage - 1e-9
        assert p(end + outward) == pytest.approx(1 - found.interval.coverage, abs=1e-9)
    assert found.interval.coverage >= 0.95


def test_the_signs_are_all_counted() -> None:
    assert signed_rank_weights(3) == [1, 1, 1, 2, 1, 1, 1]
    assert sum(signed_rank_weights(30)) == 2**30


def test_many_changes_go_by_the_normal_distribution() -> None:
    weights = signed_rank_weights(61)
    rank, coverage = signed_rank(61)
    assert coverage == pytest.approx(1 - 2 * sum(weights[:rank]) / 2**61, abs=1e-3)
    assert coverage >= 0.95


def test_few_changes_have_no_interval_and_none_no_answer() -> None:
    found = change_estimate([-2, -1, 0, 1, 2])
    assert found is not None
    assert (found.value, found.interval) == (0, None)
    assert change_estimate([]) is None
