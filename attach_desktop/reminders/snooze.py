"""How long a reminder can be put off."""

from __future__ import annotations

from datetime import datetime, time, timedelta, tzinfo

from attach_desktop.clock import DEFAULT_DAY_START, day_of
from attach_desktop.reminders.schedule import moment_of

TOMORROW = "tomorrow"
#: The choices that are offered, by the names of their words; beside them the person can name a moment of their own.
SPANS = {"ten-minutes": timedelta(minutes=10), "hour": timedelta(hours=1)}
SNOOZES = (*SPANS, TOMORROW)


def until(choice: str, now: datetime, zone: tzinfo, at: time, day_start: time = DEFAULT_DAY_START) -> datetime:
    """The moment that one of SNOOZES means at ``now`` (aware); "tomorrow" is the next of the person's days, ``at``."""
    if choice in SPANS:
        return now + SPANS[choice]
    day = day_of(now.astimezone(zone).replace(tzinfo=None), day_start) + timedelta(days=1)
    if at < day_start:  # still of that day's night
        day += timedelta(days=1)
    return moment_of(datetime.combine(day, at), zone)
