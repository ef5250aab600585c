"""A row of numbered points: digits, ten, arrows, nothing at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.scale_row import ScaleRow
from tests.ui.hands import SHIFT, click, focus, press, spoken_name, write


@pytest.fixture
def row(theme: Theme, on_screen: Callable[..., None]) -> ScaleRow:
    """A row of 0 to 10 with the focus, between two other controls."""
    return shown(theme, on_screen, ScaleRow(theme, "Strength", 0, 10, ("faint", "all of me")))


def shown(theme: Theme, on_screen: Callable[..., None], made: ScaleRow) -> ScaleRow:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in (QLineEdit("before"), made, QLineEdit("after")):
        column.addWidget(widget)
    on_screen(window)
    column.itemAt(0).widget().setFocus()  # type: ignore[union-attr]
    press(Qt.Key.Key_Tab)
    return made


def test_nothing_is_chosen_until_somebody_does(row: ScaleRow) -> None:
    assert row.value() is None


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses(row: ScaleRow, digit: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.changed):
        write(str(digit))
    assert row.value() == digit
    assert spoken_name(focus()) == f"Strength: {digit} of 10"


def test_one_and_nought_is_ten(row: ScaleRow) -> None:
    write("10")
    assert row.value() == 10
    write("3")
    assert row.value() == 3
    write("0")
    assert row.value() == 0


def test_where_there_is_no_ten_one_and_nought_are_two_answers(theme: Theme, on_screen: Callable[..., None]) -> None:
    row = shown(theme, on_screen, ScaleRow(theme, "Small", 1, 5))
    write("10")
    assert row.value() == 1
    write("9")
    assert row.value() == 1
    assert [label.text() for label in row.findChildren(QLabel)] == []


def test_arrows_walk_and_stop_at_the_ends(row: ScaleRow) -> None:
    write("5")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Up)
    assert row.value() == 7
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    assert row.value() == 5
    press(Qt.Key.Key_Right, times=9)
    assert row.value() == 10
    press(Qt.Key.Key_Left, times=12)
    assert row.value() == 0


def test_backspace_and_delete_choose_nothing(row: ScaleRow, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        write("7")
        with qtbot.waitSignal(row.changed):
            press(key)
        assert row.value() is None


def test_signs_that_only_look_like_digits_are_left_alone(row: ScaleRow) -> None:
    write("4")
    for sign in ("²", "½", "x"):
        QTest.keyClicks(focus(), sign)
    assert row.value() == 4


def test_values_come_back(row: ScaleRow) -> None:
    for value in (0, 10, None, 5, None):
        row.set_value(value)
        assert row.value() == value


def test_it_is_one_tab_stop_whatever_is_chosen(row: ScaleRow) -> None:
    for value in (None, 0, 10, 4):
        row.set_value(value)
        before = row.window().findChildren(QLineEdit)[0]
        before.setFocus()
        press(Qt.Key.Key_Tab)
        assert spoken_name(focus()) == f"Strength: {value or 0} of 10"
        press(Qt.Key.Key_Tab)
        after = focus()
        assert isinstance(after, QLineEdit)
        assert after.text() == "after"
        press(Qt.Key.Key_Backtab, SHIFT)
        assert row.isAncestorOf(focus())


def test_a_click_chooses(row: ScaleRow) -> None:
    point = next(one for one in row.findChildren(QRadioButton) if one.accessibleName() == "Strength: 8 of 10")
    click(point)
    assert row.value() == 8


def test_the_ends_are_named(row: ScaleRow) -> None:
    assert [label.text() for label in row.findChildren(QLabel)] == ["faint", "all of me"]
    assert row.accessibleName() == "Strength"


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_a_chosen_point_looks_different(row: ScaleRow, theme: Theme, choice: str) -> None:
    theme.choose(choice)
    point = row.findChildren(QRadioButton)[6]
    plain = point.grab().toImage()
    row.set_value(6)
    chosen = point.grab().toImage()
    point.setFocus()
    assert len({plain.cacheKey(), chosen.cacheKey()}) == 2
    assert plain != chosen
    assert chosen != point.grab().toImage()
