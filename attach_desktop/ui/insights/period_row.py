"""Which days: a list of periods, and two dates of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from attach_desktop.insights.period import ALL, DEFAULT, KEYS, OWN, Period, rolling
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.labels import label

_OWN_DAYS = 30


class PeriodRow(QWidget):
    """Chooses a period; ``changed`` with every change."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], first: Callable[[], date | None]) -> None:
        """``today`` is the person's day, ``first`` that of the first record."""
        super().__init__()
        self._today, self._first = today, first
        words = {
            "weeks": self.tr("Last 2 weeks"),
            "month": self.tr("Last month"),
            "months": self.tr("Last 3 months"),
            "year": self.tr("Last year"),
            ALL: self.tr("Everything"),
            OWN: self.tr("Own dates"),
        }
        self.choice = Choice(self.tr("Period"), [words[key] for key in KEYS])
        self.choice.setAccessibleDescription(self.tr("Period"))
        self.choice.setCurrentIndex(KEYS.index(DEFAULT))
        self.choice.activated.connect(lambda _: self._chosen())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.choice)
        self._own = QWidget()
        inside = QHBoxLayout(self._own)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SMALL)
        self.begin, self.end = DayEdit(self.tr("From")), DayEdit(self.tr("To"))
        self._set(today() - timedelta(days=_OWN_DAYS - 1), today())
        inside.addWidget(self.begin)
        inside.addWidget(label(self.tr("to"), "muted", wrap=False))
        inside.addWidget(self.end)
        for edit in (self.begin, self.end):
            edit.dateChanged.connect(lambda _: self.changed.emit())
        self._own.hide()
        row.addWidget(self._own)

    @property
    def key(self) -> str:
        """Which of the periods is chosen."""
        return KEYS[self.choice.currentIndex()]

    def period(self) -> Period:
        """The days that are chosen; own dates the wrong way round are turned round."""
        today = self._today()
        if self.key == ALL:
            return Period(ALL, min(self._first() or today, today), today)
        if self.key == OWN:
            begin, end = sorted((self.begin.day(), self.end.day()))
            return Period(OWN, begin, end)
        return rolling(self.key, today)

    def show_period(self, key: str, begin: date | None = None, end: date | None = None) -> None:
        """Choose a period; ``begin`` and ``end`` for own dates."""
        if begin is not None and end is not None:
            self._set(begin, end)
        self.choice.setCurrentIndex(KEYS.index(key))
        self._chosen()

    def _chosen(self) -> None:
        own = self.key == OWN
        if own and self._own.isHidden():
            self._own.show()
        self._own.setVisible(own)
        self.changed.emit()

    def _set(self, begin: date, end: date) -> None:
        self.begin.set_day(begin)
        self.end.set_day(end)
