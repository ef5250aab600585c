"""The hands of a person: keys and words go to whatever has the focus, through the window system, never to a widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key in the window that has the focus."""
    for _ in range(times):
        QTest.keyClick(_window(), key, modifiers)


def write(text: str) -> None:
    """Write a text where the cursor is; what no key stands for comes as an input method would send it."""
    for sign in text:
        if sign == "\n":
            press(Qt.Key.Key_Return)
        elif sign.isascii():
            QTest.keyClick(_window(), ord(sign))
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(sign)
            target = QGuiApplication.focusObject()
            assert target is not None
            QCoreApplication.sendEvent(target, committed)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press and release the left button of the mouse in the middle of a widget, or at a point of it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())


def focus() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def focus_name() -> str:
    """What a screen reader calls what has the focus."""
    return spoken_name(focus())


def tab_to(name: str, limit: int = 80, *, back: bool = False) -> None:
    """Press Tab until what has the focus is called ``name``, or begins with it."""
    for _ in range(limit):
        if focus_name().startswith(name):
            return
        press(Qt.Key.Key_Tab, SHIFT if back else NONE)
    raise AssertionError(f"Tab does not reach “{name}”")


def spoken_name(widget: QWidget) -> str:
    """The name that a screen reader is told for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface.role() == QAccessible.Role.ComboBox:
        # Its name is what is chosen in it; what it is for is in its description.
        return interface.text(QAccessible.Text.Description)
    return interface.text(QAccessible.Text.Name)


def settle(rounds: int = 5) -> None:
    """Let everything happen that has been put off until later, destruction included."""
    for _ in range(rounds):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _window() -> QWindow:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the focus"
    return window
