"""What every dialog is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop.errors import StorageError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, Waiting, counted, question, say_in
from attach_desktop.ui.widgets.labels import label
from tests.ui.dialogs.driving import clipped, free_closed, settle

Show = Callable[[Sheet], Sheet]


def test_it_grows_to_the_lines_it_shows(show: Show) -> None:
    sheet = Sheet(None, 400)
    text = label("A sentence that needs several lines. " * 12)
    sheet.column.addWidget(text)
    show(sheet)
    assert clipped(sheet) == []
    text.setText("A sentence that needs several lines. " * 30)
    assert clipped(sheet) == []


def test_it_stays_on_the_screen(show: Show) -> None:
    sheet = Sheet(None, 400, 5000)
    show(sheet)
    assert sheet.height() <= sheet.screen().availableGeometry().height()


def test_its_title_is_said_twice(show: Show) -> None:
    sheet = Sheet(None, 400)
    sheet.set_title("Something")
    assert (sheet.windowTitle(), sheet.heading.text()) == ("Something", "Something")


def test_escape_closes_and_frees_it(show: Show, qtbot: QtBot) -> None:
    sheet = show(Sheet(None, 400))
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    free_closed()
    assert not isValid(sheet)


def test_enter_presses_the_primary_button(show: Show, qtbot: QtBot) -> None:
    sheet = Sheet(None, 400)
    pressed: list[int] = []
    sheet.foot.addWidget(sheet.primary("Do it", lambda: pressed.append(1)))
    show(sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert pressed == [1]


def test_trouble_says_three_things(qtbot: QtBot) -> None:
    trouble = Trouble()
    qtbot.addWidget(trouble)
    trouble.tell(StorageError("disk-full"))
    assert trouble.isVisible()
    assert trouble.text.startswith("The disk is full.")
    assert "safe" in trouble.text
    trouble.clear()
    assert not trouble.isVisible()
    assert trouble.text == ""


def test_having_changed_ones_mind_is_no_trouble(qtbot: QtBot) -> None:
    trouble = Trouble()
    qtbot.addWidget(trouble)
    trouble.tell(Cancelled())
    roles = [each.property("role") for each in trouble.findChildren(type(label()))]
    assert "fault" not in roles
    trouble.tell(StorageError("disk-full"))
    roles = [each.property("role") for each in trouble.findChildren(type(label()))]
    assert "fault" in roles


def test_waiting_shows_how_far_it_is_and_can_be_called_off(qtbot: QtBot) -> None:
    asked: list[int] = []
    waiting = Waiting(lambda: asked.append(1))
    qtbot.addWidget(waiting)
    waiting.show()
    waiting.begin("Writing …")
    assert (waiting.text, waiting.bar.maximum()) == ("Writing …", 0)
    assert waiting.bar.accessibleName() == "Writing …"
    waiting.step(30, 100)
    assert (waiting.bar.value(), waiting.bar.maximum()) == (30, 100)
    [stop] = waiting.findChildren(QPushButton)
    stop.click()
    assert asked == [1]
    waiting.stopping()
    settle()
    assert not stop.isEnabled()
    assert waiting.bar.maximum() == 0


@pytest.mark.parametrize(("count", "text"), [(0, "0 things"), (1, "1 thing"), (2, "2 things"), (1234, "1,234 things")])
def test_numbers_take_the_right_words(count: int, text: str) -> None:
    assert counted(count, "1 thing", "{count} things") == text


def test_what_has_come_about_is_said_in_a_line_that_goes_when_there_is_nothing(show: Show) -> None:
    sheet, line = Sheet(None, 400), label("")
    sheet.column.addWidget(line)
    show(sheet)
    say_in(line, "Three are back.")
    assert (line.text(), line.isVisible()) == ("Three are back.", True)
    say_in(line, "")
    assert not line.isVisible()


def test_a_question_waits_until_it_is_asked(show: Show) -> None:
    sheet, asked, answers = Sheet(None, 400), label("Empty it?"), QHBoxLayout()
    answers.addWidget(QPushButton("Yes"))
    note = question(asked, answers)
    sheet.column.addWidget(note)
    show(sheet)
    assert not note.isVisible()
    note.show()
    assert asked.isVisible()
    assert clipped(sheet) == []
