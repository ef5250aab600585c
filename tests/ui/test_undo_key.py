"""Who gets Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.undo_key import UndoKey, text_to_undo
from tests.ui.hands import CTRL, press, settle, write


class Case:
    """A window with texts and a button, and an action on Ctrl+Z."""

    def __init__(self, on_screen: Callable[..., None]) -> None:
        self.taken = 0
        window = QMainWindow()
        content = QWidget()
        self.line, self.area, self.button = QLineEdit(), QPlainTextEdit(), QPushButton("press")
        column = QVBoxLayout(content)
        for widget in (self.button, self.line, self.area):
            column.addWidget(widget)
        window.setCentralWidget(content)
        action = QAction("Undo", window)
        action.setShortcut(QKeySequence("Ctrl+Z"))
        action.triggered.connect(self._take)
        window.addAction(action)
        self.key = UndoKey(window)
        on_screen(window)

    def _take(self) -> None:
        self.taken += 1


@pytest.fixture
def case(theme: Theme, on_screen: Callable[..., None]) -> Case:
    return Case(on_screen)


@pytest.mark.parametrize("name", ["line", "area"])
def test_a_text_undoes_while_it_can_and_then_it_is_the_windows(case: Case, name: str) -> None:
    field: QLineEdit | QPlainTextEdit = getattr(case, name)
    field.setFocus()
    write("x")
    assert text_to_undo(field) is field
    press(Qt.Key.Key_Z, CTRL)
    assert case.taken == 0
    assert text_to_undo(field) is None
    press(Qt.Key.Key_Z, CTRL)
    assert case.taken == 1
    write("yz")  # other keys are the text's as before
    assert text_to_undo(field) is field


def test_elsewhere_it_is_the_windows(case: Case) -> None:
    case.button.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert case.taken == 1
    assert text_to_undo(case.button) is None
    assert text_to_undo(None) is None


def test_texts_of_other_windows_are_left_alone(case: Case, on_screen: Callable[..., None]) -> None:
    other = QWidget()
    field = QLineEdit()
    QVBoxLayout(other).addWidget(field)
    on_screen(other)
    field.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert case.taken == 0


def test_a_text_may_go_while_it_has_the_focus(case: Case) -> None:
    case.line.setFocus()
    case.line.deleteLater()
    settle()
    case.area.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert case.taken == 1
