"""A calendar to jump with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.day_calendar import DayCalendar
from tests.ui.hands import settle, spoken_name

DAY = date(2026, 11, 8)


@pytest.fixture
def calendar(theme: Theme, on_screen: Callable[..., None]) -> DayCalendar:
    """A calendar opened at 8 November 2026; 3 November and 31 October hold something."""
    owner = QPushButton("Calendar")
    on_screen(owner)
    made = DayCalendar(owner)
    made.open_at(QPoint(10, 10), DAY, {date(2026, 11, 3), date(2026, 10, 31)})
    settle()
    return made


def inner(calendar: DayCalendar) -> QCalendarWidget:
    return calendar.findChildren(QCalendarWidget)[0]


def key(calendar: DayCalendar, key: Qt.Key) -> None:
    target = QApplication.focusWidget() or inner(calendar)
    QTest.keyClick(target, key)


def test_it_opens_on_the_day_with_the_focus(calendar: DayCalendar) -> None:
    assert calendar.isVisible()
    assert inner(calendar).selectedDate() == QDate(2026, 11, 8)
    assert calendar.isAncestorOf(QApplication.focusWidget() or calendar)
    assert spoken_name(inner(calendar)) == "Go to a day"


def test_days_that_hold_something_are_bold_and_no_day_is_red(calendar: DayCalendar) -> None:
    def weight(day: date) -> int:
        return int(inner(calendar).dateTextFormat(QDate(day.year, day.month, day.day)).fontWeight())

    assert weight(date(2026, 11, 3)) > weight(date(2026, 11, 4))
    assert weight(date(2026, 10, 31)) > weight(date(2026, 11, 4))
    for weekday in Qt.DayOfWeek:
        assert not inner(calendar).weekdayTextFormat(weekday).hasProperty(0x820)  # QTextFormat.ForegroundBrush


def test_a_day_chosen_by_keyboard_is_told_and_closes_it(calendar: DayCalendar, qtbot: QtBot) -> None:
    key(calendar, Qt.Key.Key_Left)
    with qtbot.waitSignal(calendar.day_chosen) as told:
        key(calendar, Qt.Key.Key_Return)
    assert told.args == [date(2026, 11, 7)]
    assert not calendar.isVisible()


def test_a_click_chooses_too(calendar: DayCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.day_chosen) as told:
        inner(calendar).clicked.emit(QDate(2026, 11, 3))
    assert told.args == [date(2026, 11, 3)]


def test_escape_closes_it_and_chooses_nothing(calendar: DayCalendar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(calendar.day_chosen):
        key(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()


def test_another_month_is_marked_as_well(calendar: DayCalendar) -> None:
    inner(calendar).showPreviousMonth()
    format_of = inner(calendar).dateTextFormat
    assert format_of(QDate(2026, 10, 31)).fontWeight() > format_of(QDate(2026, 10, 30)).fontWeight()


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
def test_any_day_of_the_calendar_can_be_opened(calendar: DayCalendar, day: date) -> None:
    calendar.open_at(QPoint(0, 0), day, {day})
    assert inner(calendar).selectedDate() == QDate(day.year, day.month, day.day)


def test_it_stays_on_the_screen(calendar: DayCalendar) -> None:
    screen = calendar.screen().availableGeometry()
    for corner in (QPoint(screen.right() + 500, screen.bottom() + 500), QPoint(-900, -900)):
        calendar.open_at(corner, DAY, frozenset())
        assert screen.adjusted(-1, -1, 1, 1).contains(calendar.geometry())
