"""Days and times of day as the person's system writes them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime


def shown_moment(moment: datetime) -> str:
    """A day and a time of day, such as "8 Nov 2026, 20:40"; ``moment`` is what a wall clock showed."""
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMM yyyy")
    return f"{day}, {QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)}"
