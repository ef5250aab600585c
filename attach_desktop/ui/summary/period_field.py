"""Which days: since the last summary, a rolling period, or two dates of one's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.insights.period import OWN
from attach_desktop.summary.last import PERIODS, SINCE
from attach_desktop.ui.summary.choosing import Days, days_of
from attach_desktop.ui.summary.words import days_words
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.day_edit import DayEdit
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
            begin, end = sorted((self.begin.day(), self.end.day()))
            return begin, end
        return days_of(self.key, self._today)

    def show_period(self, key: str, begin: date, end: date) -> None:
        """Choose a period; ``begin`` and ``end`` are where own dates begin with."""
        self.begin.set_day(begin)
        self.end.set_day(end)
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

    def _edit(self, name: str) -> DayEdit:
        edit = DayEdit(name)
        edit.dateChanged.connect(lambda _: self._chosen())
        return edit
