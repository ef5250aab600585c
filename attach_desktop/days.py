"""Days and times of day in words, without Qt: on paper, in files and in the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from attach_desktop import resources
from attach_desktop.clock import Moment


@dataclass(frozen=True, slots=True)
class DayText:
    """How days are written where there is little room: ``short`` beside points, ``full`` in sentences and tables."""

    months: tuple[str, ...]

    def short(self, day: date) -> str:
        """Such as "8 Nov 26"."""
        return f"{day.day} {self.months[day.month - 1]} {day.year % 100:02}"

    def full(self, day: date) -> str:
        """Such as "8 Nov 2026"."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


class Days:
    """Days in one language, from ``content/<language>/days.json``."""

    def __init__(self, language: str = resources.FALLBACK_LANGUAGE) -> None:
        """Words in ``language``, or in English where it has none."""
        self._words: dict[str, Any] = resources.content("days", language)
        #: The short way of writing days.
        self.text = DayText(tuple(self._words["short-months"]))

    def full(self, day: date) -> str:
        """Such as "Sunday, 8 November 2026"."""
        return str(self._words["full"]).format(weekday=self._words["weekdays"][day.weekday()], date=self.day(day))

    def day(self, day: date) -> str:
        """Such as "8 November 2026"."""
        return str(self._words["date"]).format(day_month=self.day_month(day), year=day.year)

    def day_month(self, day: date) -> str:
        """Such as "8 November"."""
        return str(self._words["day-month"]).format(day=day.day, month=self._words["months"][day.month - 1])

    def between(self, begin: date, end: date) -> str:
        """A period, what both ends share said once: "2–15 November 2026", "20 October – 2 November 2026"."""
        if begin == end:
            return self.day(end)
        if (begin.year, begin.month) == (end.year, end.month):
            return str(self._words["in-month"]).format(begin=begin.day, end=self.day(end))
        first = self.day_month(begin) if begin.year == end.year else self.day(begin)
        return str(self._words["between"]).format(begin=first, end=self.day(end))

    def time(self, moment: Moment, day: date) -> str:
        """The time of a moment that counts to the person's ``day``: "21:40"; the night that follows is said so."""
        if moment.at is None:
            return str(self._words["no-time"])
        at = moment.at.isoformat("minutes")
        return at if moment.day == day else str(self._words["night"]).format(time=at, date=self.day_month(moment.day))
