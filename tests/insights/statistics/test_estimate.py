from __future__ import annotations

import pytest

from attach_desktop.insights.statistics.estimate import Estimate, Interval, Level, Shift, level_of


@pytest.mark.parametrize(
    ("count", "level"),
    [(0, Level.NONE), (1, Level.DOTS), (5, Level.DOTS), (6, Level.EARLY), (14, Level.EARLY), (15, Level.FULL)],
)
def test_the_number_of_values_decides_what_may_be_said(count: int, level: Level) -> None:
    assert level_of(count) is level
    assert Estimate(3, count).level is level


@pytest.mark.parametrize(("low", "high", "clear"), [(0.5, 1, True), (-2, -1, True), (0, 1, False), (-1, 1, False)])
def test_a_shift_is_clear_where_zero_lies_outside(low: float, high: float, clear: bool) -> None:
    assert Shift(0.5, 20, 20, Interval(low, high, 0.95), 0.02).clear is clear
