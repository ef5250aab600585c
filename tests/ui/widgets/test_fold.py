"""A heading that opens in place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.fold import Fold
from tests.ui.hands import focus, press, spoken_name, write


class Case:
    """A window with a fold between two fields."""

    def __init__(self, on_screen: Callable[..., None]) -> None:
        self.built: list[QWidget] = []
        self.fold = Fold("What set it off", self._inside)
        window = QWidget()
        column = QVBoxLayout(window)
        self.before = QLineEdit("before")
        for widget in (self.before, self.fold, QLineEdit("after")):
            column.addWidget(widget)
        on_screen(window)
        self.before.setFocus()
        self.head = self.fold.findChildren(QPushButton)[0]

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for name in ("one", "two"):
            field = QLineEdit()
            field.setAccessibleName(name)
            column.addWidget(field)
        self.built.append(inside)
        return inside


@pytest.fixture
def case(theme: Theme, on_screen: Callable[..., None]) -> Case:
    return Case(on_screen)


def test_the_inside_is_built_when_it_is_first_opened_and_only_once(case: Case, qtbot: QtBot) -> None:
    assert (case.fold.is_built, case.fold.is_open) == (False, False)
    case.fold.set_open(False)
    assert not case.built
    with qtbot.waitSignal(case.fold.opened):
        case.fold.toggle()
    assert (case.fold.is_built, case.fold.is_open) == (True, True)
    case.fold.toggle()
    case.fold.toggle()
    assert len(case.built) == 1


def test_nothing_is_lost_when_it_closes(case: Case) -> None:
    case.fold.set_open(True)
    field = case.built[0].findChildren(QLineEdit)[0]
    field.setText("kept")
    case.fold.set_open(False)
    assert not field.isVisible()
    case.fold.set_open(True)
    assert field.isVisible()
    assert field.text() == "kept"


def test_closing_tells_nobody_that_it_opened(case: Case, qtbot: QtBot) -> None:
    case.fold.set_open(True)
    with qtbot.assertNotEmitted(case.fold.opened):
        case.fold.set_open(False)


def test_tab_goes_through_what_was_built_later_and_on(case: Case) -> None:
    press(Qt.Key.Key_Tab)
    assert focus() is case.head
    press(Qt.Key.Key_Space)
    passed = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        field = focus()
        assert isinstance(field, QLineEdit)
        passed.append(field.accessibleName() or field.text())
    assert passed == ["one", "two", "after"]


def test_closed_it_is_passed_by(case: Case) -> None:
    case.fold.set_open(True)
    case.fold.set_open(False)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    field = focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == "after"


def test_enter_opens_it_and_what_is_written_lands_inside(case: Case) -> None:
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    write("typed")
    assert case.built[0].findChildren(QLineEdit)[0].text() == "typed"


def test_it_says_whether_it_is_open(case: Case) -> None:
    closed = spoken_name(case.head)
    case.fold.set_open(True)
    assert closed == "What set it off, closed"
    assert spoken_name(case.head) == "What set it off, open"
    assert case.head.text().endswith("What set it off")
