"""Which days: rolling periods, since the last summary, and own dates whichever way round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate

from attach_desktop.summary.last import PERIODS, SINCE
from attach_desktop.ui.summary.period_field import PeriodField
from tests.ui.eyes import read

TODAY = date(2026, 11, 8)


@pytest.fixture
def field(on_screen: Callable[..., None]) -> PeriodField:
    made = PeriodField((date(2026, 11, 2), TODAY), TODAY)
    on_screen(made)
    return made


def test_before_the_first_summary_it_says_why_these_days(on_screen: Callable[..., None]) -> None:
    field = PeriodField((date(2026, 10, 26), TODAY), TODAY, first=True)
    on_screen(field)
    assert "26 October – 8 November: there was none yet, so two weeks" in read(field)
    choose(field, "weeks")
    assert "26 October – 8 November" in read(field)


def choose(field: PeriodField, key: str) -> None:
    field.choice.setCurrentIndex(PERIODS.index(key))
    field.choice.activated.emit(PERIODS.index(key))


@pytest.mark.parametrize(
    ("key", "days", "words"),
    [
        (SINCE, (date(2026, 11, 2), TODAY), "2–8 November"),
        ("weeks", (date(2026, 10, 26), TODAY), "26 October – 8 November"),
        ("months", (date(2026, 8, 11), TODAY), "11 August – 8 November"),
    ],
)
def test_a_period_says_its_days(field: PeriodField, key: str, days: tuple[date, date], words: str) -> None:
    choose(field, key)
    assert field.days() == days
    assert words in read(field)
    assert words in field.choice.accessibleDescription()


def test_own_dates_come_up_where_they_are_wanted_and_begin_with_the_days_before(field: PeriodField) -> None:
    assert not field.begin.isVisible()
    choose(field, "own")
    assert field.begin.isVisible()
    assert field.days() == (date(2026, 11, 2), TODAY)


def test_own_dates_the_wrong_way_round_are_turned_round(field: PeriodField) -> None:
    choose(field, "own")
    field.begin.setDate(QDate(2026, 12, 24))
    assert field.days() == (TODAY, date(2026, 12, 24))


def test_each_choice_and_each_date_is_a_change(field: PeriodField) -> None:
    told: list[tuple[date, date]] = []
    field.changed.connect(lambda: told.append(field.days()))
    choose(field, "own")
    field.end.setDate(QDate(2026, 11, 5))
    assert told == [(date(2026, 11, 2), TODAY), (date(2026, 11, 2), date(2026, 11, 5))]
