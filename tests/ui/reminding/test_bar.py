from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QTimeEdit, QVBoxLayout, QWidget

from attach_desktop.ui.reminding.bar import ReminderBar
from tests.ui.eyes import buttons, choose, part, parts, push, read
from tests.ui.hands import focus_name, press, settle, tab_to
from tests.ui.reminding.answers import Answers

TEXT = "Time for a moment"


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def bar(answers: Answers, on_screen: Callable[..., None]) -> ReminderBar:
    made = ReminderBar(answers.acts, answers.now)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(made)
    on_screen(holder, QSize(900, 200))
    return made


def test_it_is_not_there_until_there_is_a_reminder(bar: ReminderBar) -> None:
    assert bar.isHidden()
    bar.show_reminder(TEXT, False)
    assert bar.isVisible()
    assert read(bar) == [TEXT]
    bar.clear()
    assert bar.isHidden()


def test_each_answer_is_told(bar: ReminderBar, answers: Answers) -> None:
    bar.show_reminder(TEXT, False)
    push(bar, f"Open: {TEXT}")
    push(bar, "Skip")
    for line in ("In 10 minutes", "In an hour", "Tomorrow"):
        choose(bar, line)
    assert answers.given == ["open", "skip", "ten-minutes", "hour", "tomorrow"]


def test_a_time_of_ones_own(bar: ReminderBar, answers: Answers) -> None:
    bar.show_reminder(TEXT, False)
    choose(bar, "Another time …")
    assert part(bar, QTimeEdit).isVisible()
    assert focus_name() == "Time to come back at"
    push(bar, "Come back then")
    assert answers.given == [datetime(2026, 11, 8, 22, 40)]
    assert not part(bar, QTimeEdit).isVisible()


def test_it_asks_whether_to_come_less_often_only_when_told(bar: ReminderBar, answers: Answers) -> None:
    bar.show_reminder(TEXT, True)
    assert any("less often" in text for text in read(bar))
    push(bar, "Less often")
    push(bar, "Leave it as it is")
    assert answers.given == ["less", "stay"]
    bar.show_reminder(TEXT, False)
    assert read(bar) == [TEXT]


def test_it_leaves_the_focus_where_it_is(answers: Answers, on_screen: Callable[..., None]) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    bar, field = ReminderBar(answers.acts, answers.now), QTimeEdit()
    column.addWidget(bar)
    column.addWidget(field)
    on_screen(holder)
    field.setFocus()
    bar.show_reminder(TEXT, False)
    settle()
    assert field.hasFocus()
    bar.start()
    assert focus_name() == f"Open: {TEXT}"


def test_everything_is_reached_by_tab_and_has_a_name(bar: ReminderBar, answers: Answers) -> None:
    bar.show_reminder(TEXT, True)
    choose(bar, "Another time …")
    bar.start()
    for name in ("Later", "Skip", "Day to come back", "Time to come back", "Come back then", "Cancel", "Less", "Leave"):
        tab_to(name)
    assert all(one.accessibleName() or one.text() for one in parts(bar, QAbstractButton) if one.isEnabled())
    tab_to("Skip")
    press(Qt.Key.Key_Return)
    assert answers.given == ["skip"]


def test_a_narrow_one_has_the_same_answers(answers: Answers, on_screen: Callable[..., None]) -> None:
    wide, narrow = ReminderBar(answers.acts, answers.now), ReminderBar(answers.acts, answers.now, narrow=True)
    for one in (wide, narrow):
        on_screen(one)
        one.show_reminder(TEXT, True)
    assert buttons(wide) == buttons(narrow)
