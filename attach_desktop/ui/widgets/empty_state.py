"""What an empty place says: what will be here, why one might want it, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.ui.theme.tokens import HUGE, MEDIUM, WIDE
from attach_desktop.ui.widgets.labels import button, label


class EmptyState(QWidget):
    """A heading, a sentence, and at most one button."""

    def __init__(self, title: str, text: str, step: str = "", on_step: Callable[[], object] | None = None) -> None:
        """``step`` names the first step; without ``on_step`` there is no button."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, WIDE, HUGE, WIDE)
        column.setSpacing(MEDIUM)
        column.addStretch(1)
        head = label(title, "lead")
        body = label(text, "muted")
        for part in (head, body):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        if on_step is not None:
            column.addWidget(button(step, on_step, "quiet"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
