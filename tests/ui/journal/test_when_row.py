"""When it happened: now, unless somebody says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QTimeEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.clock import Moment
from attach_desktop.ui.journal.when_row import WhenRow
from attach_desktop.ui.theme.theme import Theme
from tests.support import NOW, ZONE, FixedClock
from tests.ui.hands import focus, press, spoken_name, tab_to
from tests.ui.journal.entries import moment

HOUR = timedelta(hours=1)


@pytest.fixture
def row(theme: Theme, clock: FixedClock, on_screen: Callable[..., None]) -> WhenRow:
    window = QWidget()
    column = QVBoxLayout(window)
    made, after = WhenRow(clock), QLineEdit()
    after.setAccessibleName("after")
    for widget in (made, after):
        column.addWidget(widget)
    on_screen(window)
    return made


def open_it(row: WhenRow) -> tuple[QDateEdit, QTimeEdit, QCheckBox]:
    if not row.findChildren(QTimeEdit) or row.findChildren(QTimeEdit)[0].isHidden():
        after = row.window().findChildren(QLineEdit)[-1]
        after.setFocus()
        tab_to("", 1)
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        press(Qt.Key.Key_Space)
    times = row.findChildren(QTimeEdit)
    days = [edit for edit in row.findChildren(QDateEdit) if spoken_name(edit).startswith("Day")]
    return days[0], times[0], row.findChildren(QCheckBox)[0]


def test_it_is_now_and_now_goes_on(row: WhenRow, clock: FixedClock) -> None:
    assert row.moment() == moment()
    assert row.given() is None
    clock.advance(timedelta(minutes=20))
    assert row.moment() == Moment.from_datetime(NOW + timedelta(minutes=20), ZONE)


def test_another_time_can_be_chosen_by_keyboard(row: WhenRow, qtbot: QtBot) -> None:
    day, at, _ = open_it(row)
    assert day.isVisible()
    assert (day.date(), at.time()) == (QDate(2026, 11, 8), QTime(20, 40))
    tab_to("Day it happened")
    with qtbot.waitSignal(row.changed):
        press(Qt.Key.Key_Down)
    tab_to("Time it happened")
    press(Qt.Key.Key_Down)
    assert row.moment() == Moment.from_datetime(NOW - timedelta(hours=25), ZONE)
    assert row.given() == row.moment()


def test_tab_goes_from_the_button_through_the_day_the_time_and_on(row: WhenRow) -> None:
    open_it(row)
    passed: list[str] = []
    while "after" not in passed:
        press(Qt.Key.Key_Tab)
        if spoken_name(focus()) not in passed:  # within a date, Tab goes from the day to the month to the year
            passed.append(spoken_name(focus()))
    assert passed == ["Day it happened", "Time it happened", "The time of day is not known", "after"]


def test_a_day_without_a_time(row: WhenRow) -> None:
    day, at, unknown = open_it(row)
    day.setDate(QDate(2026, 11, 1))
    unknown.setChecked(True)
    assert not at.isEnabled()
    assert row.moment() == Moment.on(date(2026, 11, 1), ZONE)
    unknown.setChecked(False)
    assert row.moment() == Moment.from_datetime(datetime(2026, 11, 1, 20, 40, tzinfo=ZoneInfo(ZONE)), ZONE)


def test_back_to_now(row: WhenRow, qtbot: QtBot, clock: FixedClock) -> None:
    day, _, _ = open_it(row)
    day.setDate(QDate(2020, 1, 1))
    clock.advance(HOUR)
    tab_to("Set the time to now")
    with qtbot.waitSignal(row.changed):
        press(Qt.Key.Key_Space)
    assert row.moment() == Moment.now(clock)
    assert row.given() is None
    assert not day.isVisible()


@pytest.mark.parametrize(
    "given",
    [
        Moment(date(2026, 8, 1), time(9, 30, 17), timedelta(hours=5, minutes=45), "Asia/Kathmandu"),
        Moment(date(2026, 11, 8), time(3, 0), timedelta(hours=-3), ""),
        Moment(date(2026, 10, 25), time(2, 30), HOUR, ZONE),  # the second of the two
        Moment.on(date(1999, 12, 31), "Europe/Lisbon"),
        Moment.on(date.min),
        Moment(date.max, time(23, 59, 59), timedelta(0), "UTC"),
        Moment(date(1, 1, 1), time(0, 0), timedelta(0), ""),
        Moment(date(1582, 10, 10), time(12, 0), timedelta(0), ""),
    ],
)
def test_a_moment_left_alone_comes_back_with_its_zone_offset_and_seconds(row: WhenRow, given: Moment) -> None:
    row.set_moment(given)
    assert row.moment() == given
    assert row.given() == given


def test_a_changed_time_is_of_the_zone_it_was_given_in(row: WhenRow) -> None:
    row.set_moment(Moment(date(2026, 8, 1), time(9, 30), timedelta(hours=1), "Europe/Lisbon"))
    _, at, _ = open_it(row)
    at.setTime(QTime(10, 15))
    assert row.moment() == Moment(date(2026, 8, 1), time(10, 15), timedelta(hours=1), "Europe/Lisbon")
    at.setTime(QTime(9, 30))
    assert row.moment() == Moment(date(2026, 8, 1), time(9, 30), timedelta(hours=1), "Europe/Lisbon")


def test_a_time_that_summer_time_skips_is_taken_as_before_the_change(row: WhenRow) -> None:
    day, at, _ = open_it(row)
    day.setDate(QDate(2026, 3, 29))
    at.setTime(QTime(2, 30))
    assert row.moment() == Moment(date(2026, 3, 29), time(2, 30), HOUR, ZONE)


def test_the_hour_that_comes_twice_is_its_first(row: WhenRow) -> None:
    day, at, _ = open_it(row)
    day.setDate(QDate(2026, 10, 25))
    at.setTime(QTime(2, 30))
    assert row.moment() == Moment(date(2026, 10, 25), time(2, 30), 2 * HOUR, ZONE)


def test_showing_a_moment_tells_nobody(row: WhenRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.changed):
        row.set_moment(moment(30))
        row.set_moment(moment(90))
        row.set_moment(None)
    assert row.given() is None


def test_a_moment_without_a_time_can_get_one(row: WhenRow) -> None:
    row.set_moment(Moment.on(date(2026, 11, 1), ZONE))
    _, at, unknown = open_it(row)
    unknown.setChecked(False)
    at.setTime(QTime(8, 5))
    assert row.moment() == Moment.from_datetime(datetime(2026, 11, 1, 8, 5, tzinfo=ZoneInfo(ZONE)), ZONE)


def test_the_time_opened_but_left_alone_is_given(row: WhenRow, clock: FixedClock) -> None:
    open_it(row)
    clock.advance(timedelta(hours=2))
    assert row.moment() == moment()
