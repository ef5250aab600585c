"""A field for a day, on a page or in a column that scrolls."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit


class DayEdit(QDateEdit):
    """Any day of the years 100 to 9999. The mouse wheel scrolls what is around it and leaves the day alone."""

    def __init__(self, name: str, day: date | None = None) -> None:
        """``name`` is what a screen reader calls it; ``day`` is shown to begin with."""
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setMinimumDate(QDate(100, 1, 1))
        self.setDisplayFormat("d MMM yyyy")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As wide for every day, so that nothing moves when another one is chosen.
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("88 Sept 8888 ") + 44)
        if day is not None:
            self.set_day(day)

    def day(self) -> date:
        """The day that it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show another day, which is then no change that somebody made."""
        self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what is around it."""
        event.ignore()
