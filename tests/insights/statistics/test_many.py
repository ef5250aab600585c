from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from attach_desktop.insights.statistics.many import false_discovery


def test_the_worked_example() -> None:
    found = false_discovery((0.003, 0.04, 0.012, 0.20, 0.65, 0.03))
    assert found == pytest.approx([0.018, 0.06, 0.036, 0.24, 0.65, 0.06], abs=1e-9)


def test_the_worked_example_of_comparisons_that_depend_on_each_other() -> None:
    # 1 + 1/2 + 1/3 + 1/4 + 1/5 + 1/6 = 2.45 times as much, at most 1.
    found = false_discovery((0.003, 0.04, 0.012, 0.20, 0.65, 0.03), related=True)
    assert found == pytest.approx([0.0441, 0.147, 0.0882, 0.588, 1, 0.147], abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_scipy_gives_the_same(p: list[float]) -> None:
    assert false_discovery(p) == pytest.approx(list(stats.false_discovery_control(p)), abs=1e-9)
    by = stats.false_discovery_control(p, method="by")
    assert false_discovery(p, related=True) == pytest.approx(list(by), abs=1e-9)


def test_nothing_looked_at_is_nothing_found() -> None:
    assert false_discovery([]) == []
