"""Where the marks of a date axis stand and what is written at them: days, months or years, as many as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

#: Steps of months that a year is divided into evenly.
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50)


def ticks(first: date, last: date, most: int, months: Sequence[str]) -> list[tuple[date, str]]:
    """At most ``most`` days from ``first`` to ``last`` (both included) with their labels; ``months`` are short names.

    Days and weeks are written "8 Nov"; months "Nov", January with its year; years alone. The finest step that fits is
    taken.
    """
    most = max(1, most)
    days = (last - first).days + 1
    for step in (1, 2, 7, 14):
        if days / step <= most and days <= 120:
            return [(day, f"{day.day} {months[day.month - 1]}") for day in _days(first, last, step)]
    for step in _MONTHS:
        found = list(_months(first, last, step))
        if len(found) <= most:
            return [(day, _month(day, months, alone=len(found) == 1)) for day in found]
    for step in _YEARS:
        found = [date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0]
        found = [day for day in found if first <= day <= last]
        if len(found) <= most:
            return [(day, str(day.year)) for day in found]
    return []


def _month(day: date, months: Sequence[str], *, alone: bool) -> str:
    name = months[day.month - 1]
    return f"{name} {day.year}" if alone or day.month == 1 else name


def _days(first: date, last: date, step: int) -> Iterator[date]:
    # Weeks begin on a Monday, whichever day the period begins on.
    day = first + timedelta(days=-first.weekday() % 7) if step >= 7 else first
    while day <= last:
        yield day
        if (date.max - day).days < step:
            return
        day += timedelta(days=step)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for number in range(begin, end + 1):
        year, month = divmod(number, 12)
        day = date(year, month + 1, 1)
        if month % step == 0 and first <= day <= last:
            yield day
