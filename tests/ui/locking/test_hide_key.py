"""The key that hides."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from attach_desktop.ui.locking.hide_key import HideKey

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ESC, A, F9 = (Qt.Key.Key_Escape, NONE), (Qt.Key.Key_A, NONE), (Qt.Key.Key_F9, NONE)
Press = tuple[Qt.Key, Qt.KeyboardModifier]


def done(keys: str, presses: list[tuple[float, Press]], *, repeat: bool = False) -> list[bool]:
    key = HideKey(keys)
    return [key.press(QKeyEvent(QEvent.Type.KeyPress, which, held, "", repeat), at) for at, (which, held) in presses]


def test_it_is_escape_twice() -> None:
    assert done("Esc, Esc", [(0, ESC), (0.3, ESC)]) == [False, True]


@pytest.mark.parametrize(
    "presses",
    [
        [(0, ESC), (0.7, ESC)],
        [(0, ESC), (0.1, A), (0.2, ESC)],
        [(0, ESC), (0.2, (Qt.Key.Key_Escape, CTRL))],
        [(0, A), (0.1, A)],
    ],
)
def test_nothing_else_is(presses: list[tuple[float, Press]]) -> None:
    assert not any(done("Esc, Esc", presses))


def test_a_late_second_press_is_a_first_one() -> None:
    assert done("Esc, Esc", [(0, ESC), (1, ESC), (1.2, ESC), (1.3, ESC)]) == [False, False, True, False]


def test_a_key_that_is_held_down_is_not_pressed_twice() -> None:
    assert not any(done("Esc, Esc", [(0, ESC), (0.1, ESC)], repeat=True))


def test_it_can_be_one_key() -> None:
    assert done("F9", [(0, A), (5, F9)]) == [False, True]


def test_it_can_be_held_with_others() -> None:
    shift = (Qt.Key.Key_Shift, SHIFT)
    assert done("Ctrl+Shift+H", [(0, shift), (1, (Qt.Key.Key_H, CTRL | SHIFT))]) == [False, True]


def test_there_need_be_none() -> None:
    assert not any(done("", [(0, ESC), (0.1, ESC)]))
