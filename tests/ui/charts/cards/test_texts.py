"""How figures, days and moods are written."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from attach_desktop.insights.statistics.estimate import Estimate, Interval
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.charts.cards.texts import NO_FIGURE, Texts, between, counted, ends, figure, known

TEXTS = Texts.of(Vocabulary(), QLocale(QLocale.Language.English))


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (2.5, "2.5"), (-1.25, "−1.2"), (-2, "−2"), (0, "0"), (None, NO_FIGURE)]
)
def test_figures(value: float | None, text: str) -> None:
    assert figure(value) == text


def test_a_number_without_an_interval_is_not_told() -> None:
    dots, full = Estimate(3, 4), Estimate(3, 9, Interval(2, 4, 0.96))
    assert known(None) is None
    assert known(dots) is None
    assert known(full) is full
    assert between(None) == between(dots) == ""
    assert between(full) == "3 (2 to 4)"
    assert ends(None) == (NO_FIGURE, NO_FIGURE)
    assert ends(full.interval) == ("2", "4")


def test_days_and_months() -> None:
    assert TEXTS.day(date(2026, 11, 8)) == "8 Nov 2026"
    assert TEXTS.month(date(2026, 11, 8)) == "Nov 2026"
    months = [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert TEXTS.months_of(months) == ("Nov 25", "Dec", "Jan 26", "Feb")
    assert TEXTS.weekdays[0] == "Mon"


def test_moods_are_words_and_halves_lie_between_two() -> None:
    assert TEXTS.mood(1) == TEXTS.mood_ends[0]
    assert TEXTS.mood(5) == TEXTS.mood_ends[1]
    assert TEXTS.mood(2.5) == f"{TEXTS.moods[1]} to {TEXTS.moods[2]}"


def test_one_and_many() -> None:
    assert counted(1, "1 day", "{count} days") == "1 day"
    assert counted(1200, "1 day", "{count} days") == "1,200 days"
