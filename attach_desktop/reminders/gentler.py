"""Coming less often: about half as many times, in the same hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from attach_desktop.reminders.plan import MAX_EVERY, WEEKDAYS, Plan


def gentler(plan: Plan, today: date) -> Plan | None:
    """A plan that comes about half as often from ``today`` on; None where less would be nothing."""
    if plan.rule == "random":
        if plan.per_day > 1:
            return replace(plan, per_day=plan.per_day // 2)
        days = plan.weekdays or WEEKDAYS
        return replace(plan, weekdays=days[::2]) if len(days) > 1 else None
    if plan.rule in ("once", "monthly"):
        # Of several times on the one day, the first may stay.
        return replace(plan, times=plan.times[:1]) if len(plan.times) > 1 else None
    if len(plan.times) > 1:
        return replace(plan, times=plan.times[: len(plan.times) // 2])
    if plan.rule == "weekdays" and len(plan.weekdays) > 1:
        return replace(plan, weekdays=plan.weekdays[::2])
    begin = _next(today, plan.weekdays[0]) if plan.rule == "weekdays" else max(today, plan.begin or today)
    every = 14 if plan.rule == "weekdays" else 2 * (plan.every or 1)
    if every > MAX_EVERY or (plan.end is not None and plan.end < begin):
        return None
    return replace(plan, rule="every", every=every, begin=begin, weekdays=())


def _next(today: date, weekday: str) -> date:
    return date.fromordinal(today.toordinal() + (WEEKDAYS.index(weekday) - today.weekday()) % 7)
