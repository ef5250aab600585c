"""Plans of every shape, for laws that must hold for all of them, and a naive reckoning to compare with."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.reminders import schedule
from attach_desktop.reminders.plan import WEEKDAYS, Plan
from attach_desktop.reminders.reminder import Reminder
from tests.support import NOW, ZONE

#: Summer time by an hour and by half of one, in either half of the year; a month without it in the middle of summer; a
#: day that never was; an offset that is no whole hour; an hour after midnight that leads back into the day before; none
#: of all this.
ZONES = (
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu",
    "America/St_Johns", "UTC",
)  # fmt: skip
BERLIN = ZoneInfo(ZONE)
#: Days around which clocks changed in one of the zones, and some on which none did.
CHANGES = (
    date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1), date(2026, 4, 5), date(2026, 10, 4),
    date(2011, 12, 29), date(2011, 12, 30), date(2026, 2, 15), date(2026, 3, 22), date(1985, 12, 31), date(2026, 7, 14),
    date(2024, 2, 28), date(2010, 11, 7),
)  # fmt: skip

zones = st.sampled_from(ZONES).map(ZoneInfo)
days = st.builds(lambda day, apart: day + timedelta(days=apart), st.sampled_from(CHANGES), st.integers(-3, 3))
#: Near the hours in which clocks are changed, and anywhere else.
minutes = st.builds(time, st.integers(0, 4), st.sampled_from((0, 1, 15, 30, 45, 59))) | st.builds(
    time, st.integers(0, 23), st.integers(0, 59)
)
moments = st.builds(
    lambda day, at, second: datetime.combine(day, at, UTC) + timedelta(seconds=second),
    days,
    minutes,
    st.integers(0, 59),
)
_some_times = st.lists(minutes, min_size=1, max_size=4).map(tuple)
_bounds = st.tuples(st.none() | days, st.none() | st.integers(0, 40)).map(
    lambda pair: {"begin": pair[0], "end": pair[0] + timedelta(days=pair[1]) if pair[0] and pair[1] else None}
)
_weekdays = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7).map(tuple)
_windows = st.tuples(st.integers(0, 1200), st.integers(30, 239)).map(
    lambda pair: (time(*divmod(pair[0], 60)), time(*divmod(sum(pair), 60)))
)
_plain = st.one_of(
    st.builds(lambda times: {"rule": "daily", "times": times}, _some_times),
    st.builds(lambda times, on: {"rule": "weekdays", "times": times, "weekdays": on}, _some_times, _weekdays),
    st.builds(lambda times, on: {"rule": "monthly", "times": times, "month_day": on}, _some_times, st.integers(1, 31)),
    st.builds(
        lambda window, often, on: {"rule": "random", "window": window, "per_day": often, "weekdays": on},
        _windows,
        st.integers(1, 24),
        st.just(()) | _weekdays,
    ),
)
_anchored = st.one_of(
    st.builds(lambda at, day: {"rule": "once", "times": (at,), "begin": day}, minutes, days),
    st.builds(
        lambda times, every, day: {"rule": "every", "times": times, "every": every, "begin": day},
        _some_times,
        st.integers(1, 40),
        days,
    ),
)
plans = st.builds(lambda plan, bounds: Plan(**plan, **bounds), _plain, _bounds) | _anchored.map(
    lambda plan: Plan(**plan)
)


def planned_days(plan: Plan, first: date, last: date) -> Iterator[date]:
    """The plan's days, each day of the calendar asked for itself."""
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        if (plan.begin and day < plan.begin) or (plan.end and day > plan.end):
            continue
        named = WEEKDAYS[day.weekday()] in plan.weekdays
        comes = {
            "once": day == plan.begin,
            "daily": True,
            "weekdays": named,
            "random": named or not plan.weekdays,
            "every": plan.begin is not None and (day - plan.begin).days % (plan.every or 1) == 0,
            "monthly": day.day == min(plan.month_day or 1, calendar.monthrange(day.year, day.month)[1]),
        }
        if comes[plan.rule]:
            yield day


def reckoned(plan: Plan, begin: datetime, end: datetime, zone: tzinfo, seed: str) -> list[datetime]:
    """When the plan comes from ``begin`` to before ``end``, by looking at the wall clock every minute.

    What was planned is there once the clock has shown that time or a later one for the first time.
    """
    first, last = begin.date() - timedelta(days=3), end.date() + timedelta(days=3)
    walls = [
        datetime.combine(day, at)
        for day in planned_days(plan, first, last)
        for at in (chosen(plan, day, seed) if plan.rule == "random" else sorted(plan.times))
    ]
    found: list[datetime] = []
    minute = datetime.combine(begin.date() - timedelta(days=2), time.min, UTC)
    furthest = minute.astimezone(zone).replace(tzinfo=None) - timedelta(minutes=1)
    walls = [wall for wall in walls if wall > furthest]
    while minute < end and walls:
        furthest = max(furthest, minute.astimezone(zone).replace(tzinfo=None))
        there = False
        while walls and walls[0] <= furthest:
            walls.pop(0)
            there = True
        if there and minute >= begin:
            found.append(minute)
        minute += timedelta(minutes=1)
    return found


def chosen(plan: Plan, day: date, seed: str) -> list[time]:
    """The times that chance chose for a day, asked where no clock is ever changed."""
    begin = datetime.combine(day, time.min, UTC)
    return [found.wall.time() for found in schedule.between(plan, begin, begin + timedelta(days=1), UTC, seed)]


def plan(*times: str, **fields: Any) -> Plan:
    """A plan with these times of day, daily unless ``fields`` say otherwise."""
    return Plan(**{"times": tuple(time.fromisoformat(at) for at in times), **fields})


def reminder(*times: str, what: str = "mood", text: str = "", **fields: Any) -> Reminder:
    """A reminder made just now with these times of day (21:00, if none are given)."""
    own = {name: fields.pop(name) for name in ("own_words", "unless_done", "on", "paused_until") if name in fields}
    noted = fields.pop("noted", Moment.from_datetime(NOW, ZONE))
    return Reminder(noted=noted, what=what, text=text, plan=plan(*(times or ("21:00",)), **fields), **own)
