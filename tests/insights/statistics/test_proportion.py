from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from attach_desktop.insights.statistics.proportion import wilson


@pytest.mark.parametrize(
    ("times", "of", "low", "high"),
    [
        (0, 4, 0, 0.490),
        (3, 5, 0.231, 0.882),
        (4, 8, 0.215, 0.785),
        (8, 10, 0.490, 0.943),
        (7, 12, 0.320, 0.807),
        (15, 20, 0.531, 0.888),
    ],
)
def test_the_worked_examples(times: int, of: int, low: float, high: float) -> None:
    found = wilson(times, of)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-4)


@given(st.integers(1, 2000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_scipy_gives_the_same(case: tuple[int, int]) -> None:
    times, of = case
    theirs = stats.binomtest(times, of).proportion_ci(0.95, method="wilson")
    found = wilson(times, of)
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)
    assert 0 <= found.low <= times / of <= found.high <= 1


@pytest.mark.parametrize(("times", "of"), [(0, 0), (-1, 3), (4, 3)])
def test_what_cannot_be_is_refused(times: int, of: int) -> None:
    with pytest.raises(ValueError, match="occasions"):
        wilson(times, of)
