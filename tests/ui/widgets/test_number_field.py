"""A whole number, or nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.number_field import NumberField
from tests.ui.hands import CTRL, focus, press, spoken_name, write


@pytest.fixture
def field(theme: Theme, on_screen: Callable[..., None]) -> NumberField:
    window = QWidget()
    column = QVBoxLayout(window)
    made = NumberField("How much", 100, " %", 5)
    for widget in (made, QLineEdit("after")):
        column.addWidget(widget)
    on_screen(window)
    made.setFocus()
    return made


def test_it_is_empty_until_somebody_writes(field: NumberField) -> None:
    assert field.number() is None
    assert field.text().strip() == ""
    assert spoken_name(field) == "How much"


@pytest.mark.parametrize(("written", "number"), [("0", 0), ("7", 7), ("35", 35), ("100", 100)])
def test_what_is_written_counts_at_once(field: NumberField, written: str, number: int) -> None:
    write(written)
    assert field.number() == number
    press(Qt.Key.Key_Tab)
    assert field.number() == number
    assert field.text() == f"{number} %"
    assert focus() is not field


def test_more_than_the_highest_cannot_be_written(field: NumberField) -> None:
    write("1000")
    assert field.number() == 100


def test_letters_are_not_taken(field: NumberField) -> None:
    write("4x2")
    assert field.number() == 42


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_what_was_written_can_be_taken_away_again(field: NumberField, key: Qt.Key) -> None:
    field.set_number(50)
    press(Qt.Key.Key_A, CTRL)
    press(key)
    press(Qt.Key.Key_Tab)
    assert field.number() is None


def test_arrows_step_from_nothing_and_back_to_it(field: NumberField) -> None:
    for key, number in (
        (Qt.Key.Key_Down, None),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 5),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Down, None),
    ):
        press(key)
        assert field.number() == number


@pytest.mark.parametrize("number", [None, 0, 1, 100])
def test_numbers_come_back(field: NumberField, number: int | None) -> None:
    field.set_number(number)
    assert field.number() == number
