"""Showing dialogs and looking at them as a person or a screen reader would."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget


def settle() -> None:
    """Let everything happen that is waiting to happen."""
    for _ in range(3):
        QApplication.processEvents()


def free_closed() -> None:
    """Let what was closed be deleted."""
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def reachable(window: QWidget) -> list[QWidget]:
    """What the Tab key goes through, in its order, from the focus on."""
    found: list[QWidget] = []
    start = window.focusWidget() or window
    widget: QWidget | None = start
    while widget is not None:
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_focus and widget.isVisibleTo(window) and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
        if widget is start:
            break
    return found


def heard(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name))


def unnamed(window: QWidget) -> list[QWidget]:
    """Controls that a screen reader has no name for."""
    return [widget for widget in reachable(window) if not heard(widget)]


def clipped(window: QWidget) -> list[str]:
    """Labels on show that are given less room than their words need."""
    settle()
    return [
        each.text()
        for each in window.findChildren(QLabel)
        if each.isVisibleTo(window)
        and each.text()
        and (
            each.height() < each.heightForWidth(each.width())
            if each.wordWrap()
            else each.width() < each.sizeHint().width()
        )
    ]
