"""What is to be done when typing pauses: a draft is put on disk then, not at every letter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

#: So long a pause, in milliseconds.
PAUSE = 400


def at_pause(parent: QObject, act: Callable[[], object]) -> QTimer:
    """Start the timer at every change; ``act`` is called once when there was none for a moment."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE)
    timer.timeout.connect(lambda: act())
    return timer
