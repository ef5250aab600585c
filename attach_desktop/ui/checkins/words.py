"""What the check-ins say about days, counts and lines, put together from their content. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from attach_desktop.checkins.checkin import CheckIn, Count
from attach_desktop.checkins.form import texts
from attach_desktop.checkins.over_time import Line
from attach_desktop.checkins.period import Period
from attach_desktop.ui.widgets.days import shown_day


def day_words(day: date) -> str:
    """A day as the person's country writes it: ``8 November 2026``."""
    return shown_day(day, "d MMMM yyyy")


def short_day(day: date) -> str:
    """A day in little room: ``8 Nov 26``."""
    return shown_day(day, "d MMM yy")


def period_words(begin: date | None, end: date | None, otherwise: date) -> str:
    """The days that a check-in looks at; ``otherwise`` where it does not say."""
    words: Any = texts()["period"]
    begin, end = begin or end or otherwise, end or otherwise
    if begin == end:
        return str(words["same"]).format(end=day_words(end))
    return str(words["span"]).format(begin=_begin_words(begin, end), end=day_words(end))


def _begin_words(begin: date, end: date) -> str:
    if begin.year != end.year:
        return day_words(begin)
    shape = "d" if begin.month == end.month else "d MMMM"
    return shown_day(begin, shape)


def checkin_words(checkin: CheckIn) -> str:
    """The days of a check-in."""
    return period_words(checkin.begin, checkin.end, checkin.at.day)


def this_period_words(period: Period) -> str:
    """The days of a check-in that is being filled in."""
    return period_words(period.begin, period.end, period.end)


def count_words(counts: Sequence[Count]) -> str:
    """What was kept in some days, on one line; a plain sentence where there was nothing."""
    words: Any = texts()["counts"]
    parts = []
    for count in counts:
        known = words.get(count.what)
        if known is not None:
            parts.append(str(known["one" if count.number == 1 else "many"]).format(number=count.number))
    return " · ".join(parts) if parts else str(words["none"])


def line_sentence(line: Line) -> str:
    """A line in a sentence, for those who cannot see it: its days, first, last, lowest and highest point."""
    there = [point for point in line.points if point.value is not None]
    values = [point.value for point in there if point.value is not None]
    if len(there) == 1:
        return f"{day_words(there[0].day)}: {values[0]}."
    return (
        f"{day_words(there[0].day)}: {values[0]}. {day_words(there[-1].day)}: {values[-1]}. "
        f"{min(values)} – {max(values)}, {len(values)}."
    )
