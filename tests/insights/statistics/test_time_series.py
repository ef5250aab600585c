from __future__ import annotations

import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.insights.statistics.time_series import effective_count, inflation, lag_one
from tests.insights.statistics import plain


def _series(rho: float, count: int, seed: int) -> dict[int, float]:
    chance, value, found = random.Random(seed), 0.0, {}
    for day in range(count):
        value = rho * value + chance.gauss(0, (1 - rho * rho) ** 0.5)
        found[day] = value
    return found


def test_the_worked_example() -> None:
    assert effective_count(30, 0.5) == pytest.approx(10, abs=1e-9)


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.6])
def test_it_finds_how_far_days_resemble_each_other_without_bias(rho: float) -> None:
    found = [lag_one(_series(rho, 60, seed)) for seed in range(300)]
    # Below zero is cut off, so independent days come out a little above.
    assert statistics.mean(found) == pytest.approx(rho, abs=0.07 if rho == 0 else 0.03)


@given(st.dictionaries(st.integers(0, 40), st.integers(2, 10).map(lambda whole: whole / 2)))
def test_pairs_are_found_whatever_the_gaps_and_the_order(values: dict[int, float]) -> None:
    assert lag_one(values) == pytest.approx(plain.lag_one(values), abs=1e-12)


def test_a_gap_is_not_a_pair() -> None:
    days = {day: float(day % 4 < 2) for day in range(0, 400, 2)}
    assert lag_one(days) == 0


@pytest.mark.parametrize("days", [{}, {1: 3.0}, dict.fromkeys(range(40), 3.0), {day: float(day) for day in range(9)}])
def test_where_nothing_can_be_known_they_count_as_independent(days: dict[int, float]) -> None:
    assert lag_one(days) == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_resemblance_never_makes_more_of_the_days(rho: float, other: float) -> None:
    assert 1 <= inflation(rho, other) <= inflation(rho) + 1e-12
    assert inflation(rho, 0) == 1
