"""Reminders to begin with, for somebody who has none. Nothing of it comes until the person takes one."""

from __future__ import annotations

from datetime import time

from attach_desktop.clock import Moment
from attach_desktop.reminders.plan import LAST_DAY, NIGHT, Plan
from attach_desktop.reminders.reminder import Reminder

_EVENING = Plan(times=(time(20, 30),), quiet=NIGHT)
_CHANCE = Plan(rule="random", window=(time(10), time(20)), per_day=2, quiet=NIGHT)
_SUNDAY = Plan(rule="weekdays", weekdays=("sun",), times=(time(18),), quiet=NIGHT)
_MONTH = Plan(rule="monthly", month_day=LAST_DAY, times=(time(18),), quiet=NIGHT)
#: By the names of their words: what each of them makes.
_OFFERS = {
    "evening": (("mood", _EVENING),),
    "by-chance": (("mood", _CHANCE),),
    "week": (("weekly", _SUNDAY), ("gratitude", _SUNDAY)),
    "month": (("monthly", _MONTH),),
}
OFFERS = tuple(_OFFERS)


def offered(name: str, noted: Moment) -> tuple[Reminder, ...]:
    """The reminders that an offer makes, noted at that moment. Raises KeyError for an offer there is not."""
    return tuple(Reminder(noted=noted, what=what, plan=plan) for what, plan in _OFFERS[name])
