"""A small window for a reminder while the window is out of sight and the desktop shows neither message nor tray."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.ui.reminding.bar import ReminderActs, ReminderBar
from attach_desktop.ui.theme.tokens import NORMAL

_WIDTH = 380


class ReminderWindow(QWidget):
    """Comes up in a corner without taking the keyboard; closing it answers nothing, and the reminder waits inside."""

    def __init__(self, acts: ReminderActs, now: Callable[[], datetime]) -> None:
        """The same answers as in the bar."""
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Reminder"))
        self.bar = ReminderBar(acts, now, narrow=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(NORMAL, NORMAL, NORMAL, NORMAL)
        column.addWidget(self.bar)
        self.setFixedWidth(_WIDTH)

    def show_reminder(self, text: str, asking: bool) -> None:
        """Come up with a reminder."""
        self.bar.show_reminder(text, asking)
        self._fit()
        self.show()
        self.raise_()

    def clear(self) -> None:
        """Go away."""
        self.bar.clear()
        self.hide()

    def _fit(self) -> None:
        """As high as its words need, in the lower corner: Qt asks no window for the height of wrapped lines."""
        layout = self.layout()
        if layout is None or not self.bar.isVisibleTo(self):
            return
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.move(room.bottomRight() - QPoint(_WIDTH + NORMAL, self.height() + 3 * NORMAL))

    def event(self, event: QEvent) -> bool:
        """Look at the height again when what it shows has changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
