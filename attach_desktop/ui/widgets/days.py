"""Days and times of day as the person's system writes them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime


def shown_day(day: date, form: str) -> str:
    """A day in one of Qt's forms, such as "d MMMM yyyy", with the names of the system's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def shown_moment(moment: datetime) -> str:
    """A day and a time of day, such as "8 Nov 2026, 20:40"; ``moment`` is what a wall clock showed."""
    at = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return f"{shown_day(moment, 'd MMM yyyy')}, {at}"
