"""Marks of a date axis: in order, inside, no more than there is room for."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.ui.charts.dates import ticks
from tests.ui.charts.made import MONTHS


@given(st.dates(date(1, 1, 1), date(9900, 1, 1)), st.integers(1, 36500), st.integers(0, 40))
def test_they_are_in_order_inside_and_few_enough(first: date, days: int, most: int) -> None:
    last = first + timedelta(days=days - 1)
    found = ticks(first, last, most, MONTHS)
    assert len(found) <= max(1, most)
    assert [day for day, _ in found] == sorted({day for day, _ in found})
    assert all(first <= day <= last for day, _ in found)


def test_days_of_two_weeks() -> None:
    found = ticks(date(2026, 10, 26), date(2026, 11, 8), 7, MONTHS)
    assert [label for _, label in found] == ["26 Oct", "28 Oct", "30 Oct", "1 Nov", "3 Nov", "5 Nov", "7 Nov"]


def test_weeks_begin_on_mondays() -> None:
    found = ticks(date(2026, 9, 3), date(2026, 10, 20), 8, MONTHS)
    assert {day.weekday() for day, _ in found} == {0}


def test_months_of_a_year_name_the_year_in_january() -> None:
    found = ticks(date(2025, 11, 9), date(2026, 11, 8), 12, MONTHS)
    assert [label for _, label in found][:3] == ["Dec", "Jan 2026", "Feb"]


def test_years_of_many() -> None:
    found = ticks(date(2001, 5, 1), date(2026, 11, 8), 6, MONTHS)
    assert [label for _, label in found] == ["2005", "2010", "2015", "2020", "2025"]


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    assert ticks(date(9999, 12, 20), date(9999, 12, 31), 20, MONTHS)[-1][0] == date(9999, 12, 31)
