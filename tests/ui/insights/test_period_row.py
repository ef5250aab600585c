"""Which days are chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QSize, Qt

from attach_desktop.insights.period import ALL, KEYS, OWN, Period
from attach_desktop.ui.insights.period_row import PeriodRow
from tests.ui.hands import press

TODAY = date(2026, 11, 8)


@pytest.fixture
def row(on_screen: Callable[..., None]) -> PeriodRow:
    made = PeriodRow(lambda: TODAY, lambda: date(2024, 2, 3))
    on_screen(made, QSize(700, 60))
    return made


def test_it_begins_with_three_months(row: PeriodRow) -> None:
    assert row.period() == Period("months", TODAY - timedelta(days=89), TODAY)


@pytest.mark.parametrize(("key", "days"), [("weeks", 14), ("month", 30), ("months", 90), ("year", 365)])
def test_rolling_periods_end_today(row: PeriodRow, key: str, days: int) -> None:
    row.show_period(key)
    assert row.period().end == TODAY
    assert row.period().days == days


def test_everything_begins_with_the_first_record(row: PeriodRow) -> None:
    row.show_period(ALL)
    assert row.period() == Period(ALL, date(2024, 2, 3), TODAY)


def test_everything_of_nothing_is_today(qapp: object) -> None:
    row = PeriodRow(lambda: TODAY, lambda: None)
    row.show_period(ALL)
    assert row.period() == Period(ALL, TODAY, TODAY)


def test_records_that_begin_tomorrow_are_no_trouble(qapp: object) -> None:
    row = PeriodRow(lambda: TODAY, lambda: date(2027, 1, 1))
    row.show_period(ALL)
    assert row.period() == Period(ALL, TODAY, TODAY)


def test_own_dates_appear_when_they_are_wanted(row: PeriodRow) -> None:
    assert not row.begin.isVisible()
    row.choice.setFocus()
    for _ in range(len(KEYS)):
        press(Qt.Key.Key_Down)
    assert row.key == OWN
    assert row.begin.isVisible()
    assert row.period() == Period(OWN, TODAY - timedelta(days=29), TODAY)


def test_own_dates_the_wrong_way_round_are_turned_round(row: PeriodRow) -> None:
    changes: list[None] = []
    row.show_period(OWN)
    row.changed.connect(lambda: changes.append(None))
    row.begin.setDate(QDate(2026, 11, 20))
    row.end.setDate(QDate(2026, 11, 10))
    assert row.period() == Period(OWN, date(2026, 11, 10), date(2026, 11, 20))
    assert len(changes) == 2


def test_days_can_be_handed_in(row: PeriodRow) -> None:
    row.show_period(OWN, date(2025, 1, 1), date(2025, 2, 1))
    assert row.period() == Period(OWN, date(2025, 1, 1), date(2025, 2, 1))
