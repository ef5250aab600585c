"""The words for days, times and fields that files for people to read share: Markdown, and printed summaries."""

from __future__ import annotations

from datetime import date
from typing import Any

from attach_desktop import resources
from attach_desktop.clock import Moment


def texts() -> Any:
    """Every word of them, from ``content/<language>/markdown.json``."""
    return resources.content("markdown")


def label(name: str) -> str:
    """What a documented field is called; empty where a record is all about it."""
    found: str = texts()["fields"].get(name, name.replace("_", " "))
    return found


def value(name: str, given: object) -> str:
    """The value of a field as it is told: "4 of 5" for a mood."""
    pattern: str = texts()["values"].get(name, "{value}")
    return pattern.format(value=given)


def day(given: date) -> str:
    """A day in full: "Sunday, 8 November 2026"."""
    words = texts()
    pattern: str = words["day"]
    return pattern.format(
        weekday=words["weekdays"][given.weekday()],
        day=given.day,
        month=words["months"][given.month - 1],
        year=given.year,
    )


def short_day(given: date) -> str:
    """A day without its weekday: "8 November 2026"."""
    return f"{given.day} {texts()['months'][given.month - 1]} {given.year}"


def days(begin: date, end: date) -> str:
    """A span of days, both included: "25 October – 8 November 2026"; one day stands alone."""
    if begin == end:
        return short_day(end)
    first = f"{begin.day} {texts()['months'][begin.month - 1]}"
    return f"{first} – {short_day(end)}" if begin.year == end.year else f"{short_day(begin)} – {short_day(end)}"


def time(moment: Moment, on: date) -> str:
    """The time of a moment below its person's day ``on``: a late night belongs to the day before."""
    words = texts()
    if moment.at is None:
        text: str = words["no-time"]
        return text
    at = moment.at.isoformat("minutes")
    if moment.day == on:
        return at
    pattern: str = words["night"]
    return pattern.format(time=at, day=moment.day.day, month=words["months"][moment.day.month - 1])
