from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attach_desktop.ui.reminding.window import ReminderWindow
from attach_desktop.ui.theme.theme import Theme
from tests.ui.eyes import push, read
from tests.ui.hands import settle
from tests.ui.reminding.answers import Answers

TEXT = "Time for a moment"


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def window(answers: Answers, theme: Theme, qtbot: QtBot) -> Iterator[ReminderWindow]:
    made = ReminderWindow(answers.acts, answers.now)
    yield made
    made.close()
    made.deleteLater()
    settle()


def test_it_comes_with_a_reminder_and_goes(window: ReminderWindow) -> None:
    assert not window.isVisible()
    window.show_reminder(TEXT, False)
    assert window.isVisible()
    assert read(window) == [TEXT]
    assert window.windowTitle() == "Reminder"
    assert QGuiApplication.primaryScreen().availableGeometry().contains(window.geometry())
    window.clear()
    assert not window.isVisible()


def test_it_does_not_take_the_keyboard(window: ReminderWindow) -> None:
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_its_answers_are_told(window: ReminderWindow, answers: Answers) -> None:
    window.show_reminder(TEXT, True)
    push(window, "Skip")
    push(window, "Less often")
    assert answers.given == ["skip", "less"]


def test_escape_puts_it_away_and_answers_nothing(window: ReminderWindow, answers: Answers) -> None:
    window.show_reminder(TEXT, False)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert answers.given == []


def test_it_is_high_enough_for_its_words(window: ReminderWindow) -> None:
    window.show_reminder("words that go on " * 10, True)
    settle()
    assert window.height() >= window.layout().totalHeightForWidth(window.width())  # type: ignore[union-attr]
