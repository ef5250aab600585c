"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest

from attach_desktop.ui.finding.day_words import DayWords

WORDS = DayWords(lambda: date(2026, 11, 8))


@pytest.mark.parametrize(
    ("day", "said", "short"),
    [
        (date(2026, 11, 8), "Today, Sunday, 8 November", "8 November"),
        (date(2026, 11, 7), "Yesterday, Saturday, 7 November", "7 November"),
        (date(2026, 1, 1), "Thursday, 1 January", "1 January"),
        (date(2025, 11, 8), "Saturday, 8 November 2025", "8 November 2025"),
        (date(1, 1, 1), "Monday, 1 January 0001", "1 January 0001"),
    ],
)
def test_days_nearby_go_by_name_and_those_of_other_years_with_their_year(day: date, said: str, short: str) -> None:
    assert WORDS.day(day) == said
    assert WORDS.short(day) == short


def test_a_date_stands_alone() -> None:
    assert WORDS.date(date(2026, 11, 8), with_year=True) == "Sunday, 8 November 2026"
    assert WORDS.date(date(2026, 11, 8), with_year=False) == "Sunday, 8 November"
