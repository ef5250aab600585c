"""The quiet line at the bottom: one sentence, and at most one step back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop.errors import StorageError
from attach_desktop.sentences import tell
from attach_desktop.ui.status_line import StatusLine
from attach_desktop.ui.theme.theme import Theme
from tests.ui.hands import click, settle


@pytest.fixture
def line(theme: Theme, on_screen: Callable[..., None]) -> StatusLine:
    window = QMainWindow()
    made = StatusLine()
    window.setStatusBar(made)
    on_screen(window, QSize(900, 400))
    return made


def step(line: StatusLine) -> QPushButton:
    return line.findChildren(QPushButton)[0]


def text_label(line: StatusLine) -> QLabel:
    return next(label for label in line.findChildren(QLabel) if label.text() == line.text())


def test_at_first_it_says_nothing(line: StatusLine) -> None:
    assert line.text() == ""
    assert line.step == ""
    assert not line.can_undo
    assert not step(line).isVisible()
    line.undo()


def test_a_sentence(line: StatusLine) -> None:
    line.say("Saved 21:40")
    assert line.text() == "Saved 21:40"
    assert text_label(line).isVisible()
    name = QAccessible.queryAccessibleInterface(text_label(line)).text(QAccessible.Text.Name)
    assert name == "Saved 21:40"


def test_a_step_back_is_taken_once(line: StatusLine) -> None:
    taken: list[str] = []
    line.offer("Entry moved to the bin", lambda: taken.append("back"), "Undo delete")
    assert (line.text(), line.step, line.can_undo) == ("Entry moved to the bin", "Undo delete", True)
    assert step(line).isVisible()
    click(step(line))
    assert taken == ["back"]
    assert (line.text(), line.step, line.can_undo) == ("", "", False)
    assert not step(line).isVisible()
    line.undo()
    assert taken == ["back"]


def test_the_next_thing_said_ends_the_step_back(line: StatusLine) -> None:
    taken: list[str] = []
    line.offer("one", lambda: taken.append("one"), "Undo one")
    line.offer("two", lambda: taken.append("two"), "Undo two")
    line.undo()
    line.offer("three", lambda: taken.append("three"), "Undo three")
    line.say("Saved")
    line.undo()
    assert taken == ["two"]


def test_a_step_back_may_offer_the_next_one(line: StatusLine) -> None:
    line.offer("deleted", lambda: line.offer("restored", lambda: None, "Delete again"), "Undo")
    line.undo()
    assert (line.text(), line.step) == ("restored", "Delete again")


def test_the_step_is_reached_by_keyboard(line: StatusLine) -> None:
    line.offer("one", lambda: None, "Undo one")
    assert step(line).focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("width", [640, 900, 1280])
def test_a_long_sentence_can_be_read_to_its_end_and_does_not_widen_the_window(
    line: StatusLine, width: int, qtbot: QtBot
) -> None:
    window = line.window()
    window.resize(width, 400)
    settle()
    low = line.height()
    line.offer(tell(StorageError("disk-full")).line * 2, lambda: None, "Undo delete")
    settle()
    assert window.width() == width
    label = text_label(line)
    assert label.height() >= label.heightForWidth(label.width())
    assert label.geometry().right() <= line.width()
    line.say("Saved")
    settle()
    assert line.height() == low
