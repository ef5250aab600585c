"""A month calendar in a pop-up; days that hold something are bold."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget


class DayCalendar(QFrame):
    """Emits ``day_chosen`` with a date; Escape closes it."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """A pop-up of ``parent``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(self.tr("Go to a day"))
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setGridVisible(False)
        self._calendar.activated.connect(self._chosen)
        self._calendar.clicked.connect(self._chosen)
        self._calendar.currentPageChanged.connect(lambda *_: self._mark())
        self._days: AbstractSet[date] = frozenset()
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(self._calendar)

    def open_at(self, corner: QPoint, day: date, days: AbstractSet[date]) -> None:
        """Open with its top left at ``corner``, on ``day``, with ``days`` in bold."""
        self._days = days
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._mark()
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left(), min(corner.x(), screen.right() - self.width())),
            max(screen.top(), min(corner.y(), screen.bottom() - self.height())),
        )
        self.show()
        self._calendar.setFocus()

    def _mark(self) -> None:
        plain, bold = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(700)
        plain.setForeground(self.palette().placeholderText())
        # Qt paints weekends red; here no day is worse than another.
        for weekday in Qt.DayOfWeek:
            self._calendar.setWeekdayTextFormat(weekday, QTextCharFormat())
        self._calendar.setHeaderTextFormat(plain)
        first = QDate(self._calendar.yearShown(), self._calendar.monthShown(), 1)
        for step in range(-7, 42):
            day = first.addDays(step)
            if not day.isValid() or not date.min.year <= day.year() <= date.max.year:
                continue
            holds = date(day.year(), day.month(), day.day()) in self._days
            self._calendar.setDateTextFormat(day, bold if holds else plain)

    def _chosen(self, day: QDate) -> None:
        self.hide()
        self.day_chosen.emit(date(day.year(), day.month(), day.day()))
