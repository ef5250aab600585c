"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest

from attach_desktop.clock import Moment
from attach_desktop.days import Days, DayText
from tests.support import NOW, ZONE

DAYS = Days()


def test_days_are_written_short_and_full() -> None:
    days = DayText(tuple("abcdefghijkl"))
    assert days.short(date(2026, 11, 8)) == "8 k 26"
    assert days.short(date(2004, 1, 31)) == "31 a 04"
    assert days.full(date(2026, 12, 8)) == "8 l 2026"


def test_a_day_is_said_as_people_write_it() -> None:
    day = date(2026, 11, 8)
    assert DAYS.full(day) == "Sunday, 8 November 2026"
    assert DAYS.day(day) == "8 November 2026"
    assert DAYS.day_month(day) == "8 November"
    assert DAYS.text.full(day) == "8 Nov 2026"


@pytest.mark.parametrize(
    ("begin", "end", "told"),
    [
        (date(2026, 11, 2), date(2026, 11, 15), "2–15 November 2026"),
        (date(2026, 10, 20), date(2026, 11, 2), "20 October – 2 November 2026"),
        (date(2025, 11, 2), date(2026, 11, 2), "2 November 2025 – 2 November 2026"),
        (date(2026, 11, 2), date(2026, 11, 2), "2 November 2026"),
    ],
)
def test_a_period_says_once_what_both_ends_share(begin: date, end: date, told: str) -> None:
    assert DAYS.between(begin, end) == told


def test_a_time_after_midnight_says_which_night_it_belongs_to() -> None:
    late = Moment.from_datetime(NOW.replace(day=9, hour=1, minute=20), ZONE)
    assert DAYS.time(late, date(2026, 11, 9)) == "01:20"
    assert DAYS.time(late, date(2026, 11, 8)) == "01:20 (in the night to 9 November)"


def test_a_moment_without_a_time_says_so() -> None:
    assert DAYS.time(Moment(date(2026, 11, 8), None, None), date(2026, 11, 8)) == "No time noted"
