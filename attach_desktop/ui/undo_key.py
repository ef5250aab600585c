"""Ctrl+Z belongs to the text that has the focus while it can undo something, and else to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


def text_to_undo(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """``widget``, if it is a text in which something can be undone."""
    if isinstance(widget, QLineEdit) and widget.isUndoAvailable():
        return widget
    if isinstance(widget, QPlainTextEdit) and widget.document().isUndoAvailable():
        return widget
    return None


class UndoKey(QObject):
    """Leaves Ctrl+Z to the menu where the text that has the focus has nothing to undo.

    Qt's text fields claim the key for themselves all the same, and then nothing happens.
    """

    def __init__(self, window: QWidget, owner: QObject | None = None) -> None:
        """For the texts of ``window``, for as long as ``owner`` (the window, if none is given) is there."""
        super().__init__(owner or window)
        self._window = window
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]

    def _moved(self, left: QWidget | None, entered: QWidget | None) -> None:
        for widget in (left, entered):
            if isinstance(widget, (QLineEdit, QPlainTextEdit)):
                widget.removeEventFilter(self)
        if isinstance(entered, (QLineEdit, QPlainTextEdit)) and entered.window() is self._window:
            entered.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the key in the text's place."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and isinstance(watched, QWidget)
            and text_to_undo(watched) is None
        ):
            event.ignore()
            return True
        return False
