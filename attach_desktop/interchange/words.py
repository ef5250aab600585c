"""The words for days, times and fields that files for people to read share: Markdown, and printed summaries."""

from __future__ import annotations

from datetime import date
from typing import Any

from attach_desktop import resources
from attach_desktop.clock import Moment
from attach_desktop.days import Days


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
    return Days().full(given)


def short_day(given: date) -> str:
    """A day without its weekday: "8 November 2026"."""
    return Days().day(given)


def days(begin: date, end: date) -> str:
    """A span of days, both included: "25 October – 8 November 2026"; one day stands alone."""
    return Days().between(begin, end)


def time(moment: Moment, on: date) -> str:
    """The time of a moment below its person's day ``on``: a late night belongs to the day before."""
    return Days().time(moment, on)
