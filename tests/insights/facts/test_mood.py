from __future__ import annotations

from datetime import date

import pytest

from attach_desktop.insights.facts.mood import DayMood


@pytest.mark.parametrize(("median", "mark"), [(1, 1), (1.5, 2), (2.5, 3), (3, 3), (3.5, 3), (4.5, 4), (5, 5)])
def test_half_a_mood_goes_toward_the_middle(median: float, mark: int) -> None:
    assert DayMood(date(2026, 11, 1), median, 1, 5, 2).mark == mark
