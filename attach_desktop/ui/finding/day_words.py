"""Days in words, those nearby by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def _tr(text: str) -> str:
    return QCoreApplication.translate("DayWords", text)


class DayWords:
    """Says days in the person's language."""

    def __init__(self, today: Callable[[], date]) -> None:
        """``today`` is the person's day now, so that nearby days can be named."""
        self._today = today
        self._locale = QLocale()

    def day(self, day: date) -> str:
        """A day: its name, date and, if it is not this year, its year."""
        today = self._today()
        text = self.date(day, with_year=day.year != today.year)
        if day == today:
            return _tr("Today, {day}").format(day=text)
        if day == today - timedelta(days=1):
            return _tr("Yesterday, {day}").format(day=text)
        return text

    def short(self, day: date) -> str:
        """A date without the day of the week, with its year if that is not this one: "8 November"."""
        return self._said(day, "d MMMM yyyy" if day.year != self._today().year else "d MMMM")

    def _said(self, day: date, form: str) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), form)

    def date(self, day: date, *, with_year: bool) -> str:
        """A date such as "Sunday, 8 November"."""
        return self._said(day, "dddd, d MMMM yyyy" if with_year else "dddd, d MMMM")
