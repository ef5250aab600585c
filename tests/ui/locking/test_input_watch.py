"""Whatever a person presses is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from attach_desktop.ui.locking.hide_key import HideKey
from attach_desktop.ui.locking.idle import Idle
from attach_desktop.ui.locking.input_watch import InputWatch
from tests.support import FixedClock
from tests.ui.hands import click, press, settle, write

OnScreen = Callable[..., None]


@pytest.fixture
def field(on_screen: OnScreen) -> QLineEdit:
    made = QLineEdit()
    on_screen(made)
    return made


@pytest.fixture
def watch(field: QLineEdit, clock: FixedClock) -> InputWatch:
    idle = Idle(clock)
    idle.begin(10)
    made = InputWatch(idle)
    idle.setParent(made)
    return made


def move(field: QWidget) -> None:
    QTest.mouseMove(field, QPoint(3, 3))
    QTest.mouseMove(field, QPoint(5, 3))
    settle()


@pytest.mark.parametrize(
    "touch",
    [lambda field: write("a"), click, move, lambda field: write("é")],
    ids=["key", "click", "mouse", "input method"],
)
def test_it_counts(watch: InputWatch, field: QLineEdit, clock: FixedClock, touch: Callable[[QLineEdit], None]) -> None:
    clock.advance(timedelta(minutes=9))
    touch(field)
    settle()
    clock.advance(timedelta(minutes=9))
    assert not watch._idle.look()
    clock.advance(timedelta(minutes=2))
    assert watch._idle.look()


def test_it_follows_the_focus_to_another_window(watch: InputWatch, clock: FixedClock, on_screen: OnScreen) -> None:
    other = QLineEdit()
    on_screen(other)
    clock.advance(timedelta(minutes=9))
    write("a")
    assert other.text() == "a"
    clock.advance(timedelta(minutes=9))
    assert not watch._idle.look()


def test_a_key_after_the_time_reaches_nothing(watch: InputWatch, field: QLineEdit, clock: FixedClock) -> None:
    over: list[str] = []
    watch._idle.over.connect(lambda: over.append("over"))
    clock.advance(timedelta(minutes=11))
    write("a")
    assert over == ["over"]
    assert field.text() == ""


def test_the_hide_key_is_heard_and_kept_from_the_window(watch: InputWatch, field: QLineEdit) -> None:
    asked: list[str] = []
    watch.hide_asked.connect(lambda: asked.append("hide"))
    watch.hide_key = HideKey("X, X")
    press(Qt.Key.Key_X)
    assert asked == []
    press(Qt.Key.Key_X)
    assert asked == ["hide"]
    assert len(field.text()) <= 1


def test_a_key_can_be_chosen_without_hiding(watch: InputWatch, on_screen: OnScreen) -> None:
    asked: list[str] = []
    watch.hide_asked.connect(lambda: asked.append("hide"))
    watch.hide_key = HideKey("Esc, Esc")
    chooser = QKeySequenceEdit()
    chooser.setMaximumSequenceLength(2)
    on_screen(chooser)
    chooser.setFocus()
    press(Qt.Key.Key_Escape, times=2)
    assert asked == []
    assert chooser.keySequence().toString() == "Esc, Esc"
