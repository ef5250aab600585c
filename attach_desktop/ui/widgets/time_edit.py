"""A field for a time of day."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QTimeEdit

from attach_desktop.ui.widgets.inset import inset


def time_edit(name: str, at: time = time.min) -> QTimeEdit:
    """A field for a time of day, to the minute."""
    edit = inset(QTimeEdit(QTime(at.hour, at.minute)))
    edit.setDisplayFormat("HH:mm")
    edit.setAccessibleName(name)
    edit.setMinimumWidth(edit.fontMetrics().horizontalAdvance("88:88") + 44)
    return edit


def time_of(edit: QTimeEdit) -> time:
    """What such a field shows."""
    return time(edit.time().hour(), edit.time().minute())
