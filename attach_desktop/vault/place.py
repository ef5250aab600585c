"""The place of a record: one whole number that sorts by kind, then by wall-clock moment, then by order of arrival.

It is the primary key of every record and of the full-text index. So one tree holds a kind's records in the order in
which people read them, a page is a range of it, and a search finds the newest first without sorting.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from attach_desktop.clock import day_bounds

_ARRIVAL_BITS = 18
_SECOND_BITS = 39
_KIND_SHIFT = _ARRIVAL_BITS + _SECOND_BITS
ARRIVALS = 1 << _ARRIVAL_BITS
_SECOND_MASK = (1 << _SECOND_BITS) - 1
_DAY = 86_400
_EPOCH = datetime.combine(date.min, time.min)

Range = tuple[int, int]


def first(kind: int, wall: datetime) -> int:
    """The lowest place of a record of ``kind`` (0 to 62) at ``wall``, a naive moment of the years 1 to 9999."""
    seconds = (wall - _EPOCH) // timedelta(seconds=1)
    return (kind << _KIND_SHIFT) | (seconds << _ARRIVAL_BITS)


def of_kind(kind: int) -> Range:
    """Every place of ``kind``: from the first, up to but not including the second."""
    return kind << _KIND_SHIFT, (kind + 1) << _KIND_SHIFT


def kind_of(at: int) -> int:
    """The number of the kind whose record lies at this place."""
    return at >> _KIND_SHIFT


def of_days(kind: int, begin: date | None, end: date | None, day_start: time) -> Range:
    """The places of ``kind`` from the day ``begin`` to the day ``end``, both included; None leaves a side open."""
    low, high = of_kind(kind)
    if begin is not None:
        low = first(kind, day_bounds(begin, day_start)[0])
    if end is not None and end < date.max:
        high = first(kind, day_bounds(end, day_start)[1])
    return low, high


def _seconds(day_start: time) -> int:
    return day_start.hour * 3600 + day_start.minute * 60 + day_start.second


def day_number_sql(column: str, day_start: time) -> str:
    """SQL for the person's day of a place, as days since 1 January of year 1 (``date.toordinal() - 1``)."""
    shift = _seconds(day_start)
    return f"((({column} >> {_ARRIVAL_BITS}) & {_SECOND_MASK}) - {shift}) / {_DAY}"


def day_begin_sql(kind: int, number: str, day_start: time) -> str:
    """SQL for the lowest place of ``kind`` on the person's day with the number that the SQL ``number`` gives."""
    shift = _seconds(day_start)
    return f"({kind << _KIND_SHIFT} + ((({number}) * {_DAY} + {shift}) << {_ARRIVAL_BITS}))"
