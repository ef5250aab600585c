"""What a key press gives away about the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.locking.keyboard import caps_lock, caps_lock_now, keyboard_language


@pytest.mark.parametrize(
    ("text", "shift", "on"),
    [
        ("a", False, False),
        ("A", False, True),
        ("A", True, False),
        ("a", True, True),
        ("Ä", False, True),
        ("я", False, False),
        ("1", False, None),
        ("你", False, None),
        ("", False, None),
    ],
)
def test_a_letter_tells(text: str, shift: bool, on: bool | None) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    assert caps_lock(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, text)) is on


def test_the_key_itself_does_not() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_CapsLock, Qt.KeyboardModifier.NoModifier)
    assert caps_lock(event) is None


def test_asking_the_system_is_never_trouble(qapp: QApplication) -> None:
    assert caps_lock_now() in (None, True, False)
    assert isinstance(keyboard_language(), str)
