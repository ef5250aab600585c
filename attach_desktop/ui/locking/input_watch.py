"""Sees every key and every move of the mouse in this program's windows, before anything else does.

It looks at what the system hands to the window that has the focus, not at what Qt then makes of it: one call for each
thing a person does, none for each of the hundreds of events that follow.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QKeySequenceEdit

from attach_desktop.ui.locking.hide_key import HideKey
from attach_desktop.ui.locking.idle import Idle

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
#: What comes when a computer wakes up or a window comes back: time to look at the clock.
_RETURNS = frozenset({QEvent.Type.Expose, QEvent.Type.FocusIn})


class InputWatch(QObject):
    """Tells ``idle`` of whatever is pressed, and says ``hide_asked`` when the hide key is."""

    hide_asked = Signal()

    def __init__(self, idle: Idle, parent: QObject | None = None) -> None:
        """Watches at once."""
        super().__init__(parent)
        self._idle = idle
        self.hide_key = HideKey("")
        self._watched: QWindow | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            # What an input method writes comes by another way: a person who writes Chinese presses no key of ours.
            app.inputMethod().cursorRectangleChanged.connect(self._idle.touched)
            self._watch(app.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a person does to the window that has the focus; refused where it comes after the time is over."""
        kind = event.type()
        if kind in _TOUCHES:
            if self._idle.touched():
                return True
            if isinstance(event, QKeyEvent) and self.hide_key.press(event, time.monotonic()) and not _is_choosing():
                self.hide_asked.emit()
                return True
        elif kind in _RETURNS:
            self._idle.look()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is None or window is self._watched:
            return
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._gone)
        window.installEventFilter(self)
        window.destroyed.connect(self._gone)
        self._watched = window

    def _gone(self) -> None:
        self._watched = None


def _is_choosing() -> bool:
    """Whether a key is being pressed to be chosen, such as this very one."""
    return isinstance(QApplication.focusWidget(), QKeySequenceEdit)
