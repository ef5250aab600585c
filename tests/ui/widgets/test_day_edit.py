"""A field for a day: what is set is shown without a word, what is typed is told, and the wheel is not its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.widgets.day_edit import DayEdit
from tests.ui.hands import press


@pytest.fixture
def edit(on_screen: Callable[..., None]) -> DayEdit:
    made = DayEdit("From")
    on_screen(made)
    made.set_day(date(2026, 11, 8))
    made.setFocus()
    return made


def test_what_is_set_is_told_to_nobody_and_what_is_typed_is(edit: DayEdit) -> None:
    told: list[date] = []
    edit.dateChanged.connect(lambda _: told.append(edit.day()))
    edit.set_day(date(2026, 11, 9))
    assert edit.day() == date(2026, 11, 9)
    assert told == []
    press(Qt.Key.Key_Up)
    assert told == [date(2026, 11, 10)]


def test_the_wheel_is_left_to_what_is_around_it(edit: DayEdit) -> None:
    at, turn, none = QPointF(edit.rect().center()), QPoint(0, 120), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, edit.mapToGlobal(at), turn, turn, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(edit, wheel)
    assert not wheel.isAccepted()
    assert edit.day() == date(2026, 11, 8)


def test_it_has_a_name_and_goes_back_far_enough(edit: DayEdit) -> None:
    assert edit.accessibleName() == "From"
    edit.setDate(QDate(1600, 1, 1))
    assert edit.day() == date(1600, 1, 1)


def test_it_begins_with_a_day_and_is_as_wide_for_every_other(on_screen: Callable[..., None]) -> None:
    edit = DayEdit("Day", date(2028, 2, 29))
    on_screen(edit)
    assert edit.day() == date(2028, 2, 29)
    width = edit.minimumSizeHint().width()
    for month in range(1, 13):
        edit.set_day(date(2028, month, 28))
        assert edit.minimumSizeHint().width() == width <= edit.width()
