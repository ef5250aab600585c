"""Which days: since the last summary, a rolling period, or two dates of one's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.insights.period import OWN
from attach_desktop.summary.last import PERIODS, SINCE
from attach_desktop.ui.summary.choosing import Days, days_of
from attach_desktop.ui.summary.words import days_words
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.labels import label


class PeriodField(QWidget):
    """Chooses a period; ``changed`` with every change."""

    changed = Signal()

    def __init__(self, since: Days, today: date, *, first: bool = False) -> None:
        """``since`` are the days since the last summary, ``today`` is the person's day; ``first``: there was none."""
        super().__init__()
        self._since, self._today, self._first = since, today, first
        words = {
            SINCE: self.tr("Since the last summary"),
            "weeks": self.tr("Last 2 weeks"),
            "month": self.tr("Last month"),
            "months": self.tr("Last 3 months"),
            OWN: self.tr("Own dates"),
        }
        self.choice = Choice(self.tr("Period"), [words[key] for key in PERIODS])
        self.choice.activated.connect(lambda _: self._chosen())
        self.days_line = label("", "muted")
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.begin, self.end = self._edit(self.tr("From")), self._edit(self.tr("To"))
        row.addWidget(self.begin, 1)
        row.addWidget(label(self.tr("to"), "muted", wrap=False))
        row.addWidget(self.end, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for part in (self.choice, self._own, self.days_line):
            column.addWidget(part)
        self.show_period(SINCE, *since)

    @property
    def key(self) -> str:
        """Which of PERIODS is chosen."""
        return PERIODS[self.choice.currentIndex()]

    def days(self) -> Days:
        """The days that are chosen, the first one first: own dates the wrong way round are turned round."""
        if self.key == SINCE:
            return self._since
        if self.key == OWN:
            begin, end = sorted((_date(self.begin), _date(self.end)))
            return begin, end
        return days_of(self.key, self._today)

    def show_period(self, key: str, begin: date, end: date) -> None:
        """Choose a period; ``begin`` and ``end`` are where own dates begin with."""
        for edit, day in ((self.begin, begin), (self.end, end)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)
        self.choice.setCurrentIndex(PERIODS.index(key))
        self._say()

    def _chosen(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        own = self.key == OWN
        self._own.setVisible(own)
        self.days_line.setVisible(not own)
        text = days_words(*self.days(), self._today)
        if self._first and self.key == SINCE:
            text = self.tr("{days}: there was none yet, so two weeks").format(days=text)
        self.days_line.setText(text)
        self.choice.setAccessibleDescription(self.tr("Period: {days}").format(days=text))

    def _edit(self, name: str) -> QDateEdit:
        edit = _Day()
        edit.setCalendarPopup(True)
        edit.setMinimumDate(QDate(100, 1, 1))
        edit.setDisplayFormat("d MMM yyyy")
        edit.setAccessibleName(name)
        edit.dateChanged.connect(lambda _: self._chosen())
        return edit


class _Day(QDateEdit):
    """The mouse wheel scrolls the column and leaves the day alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
