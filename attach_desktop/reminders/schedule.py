"""The rules of time, pure: from a plan and a zone to the moments at which it comes.

A plan speaks of the wall clock of the zone that the person is in. Where a time does not exist there (the hour that
summer time skips), it comes once, right after the gap; where it exists twice, it comes the first time. What was
planned, the wall-clock time, names an occurrence: it stays the same wherever the person travels, so that no occurrence
comes twice. Moments come back in UTC, where comparing and subtracting are true; ``astimezone`` shows them.

``seed`` is the id of the reminder: chance, where a plan leaves a time to it, is decided by it and the day alone, so
that working it out again gives the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from attach_desktop.reminders.plan import FIRST, LAST, WEEKDAYS, Plan, minute_of, within

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_FIRST, _LAST = FIRST.toordinal(), LAST.toordinal()


class Occurrence(NamedTuple):
    """One time that a plan comes: ``wall`` as it was planned (naive), and the ``moment`` (UTC) at which it is there."""

    wall: datetime
    moment: datetime

    @property
    def id(self) -> str:
        """Its name, the same in every zone: ``2026-11-08T20:00``."""
        return self.wall.isoformat(timespec="minutes")


def next_after(plan: Plan, moment: datetime, zone: tzinfo, seed: str = "") -> datetime | None:
    """The first moment after ``moment`` (aware) at which the plan comes, in UTC; None if it does not come any more."""
    return next((found.moment for found in _from(plan, moment, zone, seed) if found.moment > moment), None)


def between(plan: Plan, begin: datetime, end: datetime, zone: tzinfo, seed: str = "") -> Iterator[Occurrence]:
    """Every occurrence from ``begin`` to before ``end`` (both aware), in order. Of two at one moment the later counts.

    Two are at one moment where both were planned for an hour that does not exist.
    """
    held: Occurrence | None = None
    begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    for found in _from(plan, begin, zone, seed):
        moment = found.moment
        if moment >= end:
            break
        if moment >= begin:
            if held is not None and held.moment < moment:
                yield held
            held = found
    if held is not None:
        yield held


def latest(plan: Plan, moment: datetime, zone: tzinfo, seed: str = "") -> Occurrence | None:
    """The last occurrence at or before ``moment`` (aware), or None where there was none yet."""
    times = _times(plan, seed)
    for day in _days_back(plan, moment.astimezone(zone).toordinal() + 1):
        for at in reversed(times(day)):
            wall = datetime.combine(date.fromordinal(day), at)
            there = moment_of(wall, zone)
            if there <= moment:
                return Occurrence(wall, there)
    return None


def quiet_until(plan: Plan, moment: datetime, zone: tzinfo) -> datetime | None:
    """When the quiet hours end that ``moment`` lies in, in UTC; None outside of them."""
    local = moment.astimezone(zone)
    if plan.quiet is None or not within(local.time(), plan.quiet):
        return None
    end = datetime.combine(local.date(), plan.quiet[1])
    if plan.quiet[1] <= local.time():
        end += _DAY
    # In the second pass of a repeated hour, the first end is over already.
    there = moment_of(end, zone)
    return there if there > moment else None


def moment_of(wall: datetime, zone: tzinfo) -> datetime:
    """When the wall clock of ``zone`` shows ``wall`` (naive), in UTC: the first time, or right after it was skipped."""
    first = wall.replace(tzinfo=zone)
    offset = first.utcoffset() or timedelta(0)
    later = first.replace(fold=1).utcoffset() or timedelta(0)
    if offset < later:
        # PEP 495: in a gap the offsets are those of before and after it, and the clock goes on from its end.
        return _change_within(wall.replace(tzinfo=UTC) - later, wall.replace(tzinfo=UTC) - offset, zone)
    return wall.replace(tzinfo=UTC) - offset


# -- inside ------------------------------------------------------------------------------------------------------------


def _change_within(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The second in which the zone's offset becomes that of ``after``; at ``before`` it is another one."""
    new = after.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if middle.astimezone(zone).utcoffset() == new:
            after = middle
        else:
            before = middle
    return after


def _from(plan: Plan, moment: datetime, zone: tzinfo, seed: str) -> Iterator[Occurrence]:
    """Occurrences in order, beginning with some of the day before ``moment``."""
    times = _times(plan, seed)
    combine, from_ordinal = datetime.combine, date.fromordinal
    for number in _days(plan, max(1, moment.astimezone(zone).toordinal() - 1)):
        day, offset = from_ordinal(number), _steady(zone, number)
        for at in times(number):
            wall = combine(day, at)
            yield Occurrence(wall, moment_of(wall, zone) if offset is None else combine(day, at, UTC) - offset)


@lru_cache(maxsize=8192)
def _steady(zone: tzinfo, day: int) -> timedelta | None:
    """The zone's offset on a day (an ordinal) that begins and ends with the same one; None where it changes."""
    midnight = datetime.combine(date.fromordinal(day), time.min, zone)
    offset = midnight.utcoffset()
    others = (midnight.replace(fold=1), midnight + _DAY)
    # No zone has ever changed twice within a day (a test looks at all of them).
    return offset if all(other.utcoffset() == offset for other in others) else None


def _times(plan: Plan, seed: str) -> Callable[[int], tuple[time, ...]]:
    """The times of a day, given as its ordinal, in order."""
    if plan.rule != "random" or plan.window is None:
        return lambda day: plan.times
    # Only here: it brings three megabytes of OpenSSL along, and every start looks at what is due.
    from hashlib import blake2b

    low, high = map(minute_of, plan.window)
    # Each part of the window has one of the times.
    edges = [low + (high - low) * part // plan.per_day for part in range(plan.per_day + 1)]
    parts = [(begin, end - begin) for begin, end in pairwise(edges)]
    start = blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=32)

    def chosen(day: int) -> tuple[time, ...]:
        chance = start.copy()
        chance.update(day.to_bytes(4, "big"))
        found, times = int.from_bytes(chance.digest(), "big"), []
        for begin, length in parts:
            found, rest = divmod(found, length)
            times.append(time(*divmod(begin + rest, 60)))
        return tuple(times)

    return chosen


def _span(plan: Plan) -> tuple[int, int]:
    """The first and the last day there can be, as ordinals."""
    low = _FIRST if plan.begin is None else plan.begin.toordinal()
    high = _LAST if plan.end is None else plan.end.toordinal()
    return (low, min(low, high)) if plan.rule == "once" else (low, high)


def _days(plan: Plan, first: int) -> Iterator[int]:
    """The plan's days from ``first`` on, as ordinals."""
    low, high = _span(plan)
    if plan.rule == "monthly":
        for month in range(_month(max(first, low)), _month(high) + 1):
            day = _day_of(month, plan.month_day or 1)
            if max(first, low) <= day <= high:
                yield day
        return
    step = plan.every or 1 if plan.rule == "every" else 1
    begin = low if first <= low else low + -((low - first) // step) * step
    allowed = _allowed(plan)
    for day in range(begin, high + 1, step):
        # Ordinal 1 was a Monday.
        if allowed is None or (day - 1) % 7 in allowed:
            yield day


def _days_back(plan: Plan, last: int) -> Iterator[int]:
    """The plan's days up to ``last``, the latest first, as ordinals."""
    low, high = _span(plan)
    high = min(high, last)
    if high < low:
        return
    if plan.rule == "monthly":
        for month in range(_month(high), _month(low) - 1, -1):
            day = _day_of(month, plan.month_day or 1)
            if low <= day <= high:
                yield day
        return
    step = plan.every or 1 if plan.rule == "every" else 1
    allowed = _allowed(plan)
    for day in range(low + (high - low) // step * step, low - 1, -step):
        if allowed is None or (day - 1) % 7 in allowed:
            yield day


def _allowed(plan: Plan) -> frozenset[int] | None:
    """The days of the week that count, Monday as 0; None where all do."""
    if plan.weekdays and plan.rule in ("weekdays", "random"):
        return frozenset(WEEKDAYS.index(day) for day in plan.weekdays)
    return None


def _month(day: int) -> int:
    """Months since the year 0."""
    there = date.fromordinal(day)
    return there.year * 12 + there.month - 1


def _day_of(month: int, number: int) -> int:
    """This day of a month, or its last one where it is shorter, as an ordinal."""
    first = date(month // 12, month % 12 + 1, 1).toordinal()
    last = date((month + 1) // 12, (month + 1) % 12 + 1, 1).toordinal() - 1
    return min(first + number - 1, last)
