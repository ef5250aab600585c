"""The times of a reminder as the person chose them: one frozen value without a word of what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.reading import range_faults

#: once; daily; on some days of the week; every so many days; once a month; by chance within a span of the day.
RULES = ("once", "daily", "weekdays", "every", "monthly", "random")
#: In the order of ``date.weekday``.
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MAX_TIMES = 24
MAX_EVERY = 365
#: The last day of a month, whichever that is: longer days than a month has mean its last one.
LAST_DAY = 31
#: Nobody is reminded before or after these.
FIRST, LAST = date(1900, 1, 1), date(9998, 12, 31)
#: What a night is where nobody said otherwise.
NIGHT = (time(22, 0), time(7, 0))
_MINUTES = 24 * 60

Span = tuple[time, time]
#: What stands in a field that does not belong to the rule; and the fields that do, by rule.
_NOTHING: dict[str, object] = {
    "times": (), "weekdays": (), "every": None, "month_day": None, "window": None, "per_day": 1, "end": None,
}  # fmt: skip
_BELONGING = {
    "once": ("times",),
    "daily": ("times", "end"),
    "weekdays": ("times", "end", "weekdays"),
    "every": ("times", "end", "every"),
    "monthly": ("times", "end", "month_day"),
    "random": ("weekdays", "end", "window", "per_day"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When a reminder comes, on the wall clock of wherever the person is.

    ``rule`` is one of RULES. ``times`` (whole minutes) are those of the day, one for "once"; ``begin`` and ``end`` the
    first and the last day, both included ("once" comes on ``begin``; "every" counts from it). ``weekdays`` belong to
    "weekdays", and narrow "random"; ``every`` (1 to 365 days) to "every"; ``month_day`` (1 to 31, the last day of a
    month that is shorter) to "monthly"; ``window`` with ``per_day`` (1 to 24 times) to "random". In the ``quiet``
    hours, which may go over midnight, nothing is brought up: what was missed waits for their end. A time that was
    chosen cannot lie in them. Raises FaultsError naming every field that cannot be.
    """

    rule: str = "daily"
    times: tuple[time, ...] = ()
    weekdays: tuple[str, ...] = ()
    every: int | None = None
    month_day: int | None = None
    window: Span | None = None
    per_day: int = 1
    begin: date | None = None
    end: date | None = None
    quiet: Span | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault; times and days come in their order, each once.

        What does not belong to the rule is let go.
        """
        faults = [*self._rule_faults(), *self._day_faults(), *self._quiet_faults()]
        if faults:
            raise FaultsError(faults)
        object.__setattr__(self, "times", tuple(sorted(set(self.times))))
        object.__setattr__(self, "weekdays", tuple(day for day in WEEKDAYS if day in self.weekdays))
        for field, nothing in _NOTHING.items():
            if field not in _BELONGING[self.rule]:
                object.__setattr__(self, field, nothing)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _rule_faults(self) -> list[Fault]:
        faults: list[Fault] = []
        if self.rule not in RULES:
            faults.append(fault("rule", "not-a-choice", choices=", ".join(RULES)))
        if any(day not in WEEKDAYS for day in self.weekdays):
            faults.append(fault("weekdays", "not-a-choice", choices=", ".join(WEEKDAYS)))
        elif self.rule == "weekdays" and not self.weekdays:
            faults.append(fault("weekdays", "missing"))
        if any(_odd(at) for at in self.times):
            faults.append(fault("times", "not-a-minute"))
        elif self.rule == "once" and len(set(self.times)) > 1:
            faults.append(fault("times", "too-many", limit=1, length=len(set(self.times))))
        elif self.rule != "random" and not self.times:
            faults.append(fault("times", "missing"))
        elif len(self.times) > MAX_TIMES:
            faults.append(fault("times", "too-many", limit=MAX_TIMES, length=len(self.times)))
        for field, rule, high in (("every", "every", MAX_EVERY), ("month_day", "monthly", LAST_DAY)):
            value: int | None = getattr(self, field)
            faults += range_faults(field, value, 1, high)
            if self.rule == rule and value is None:
                faults.append(fault(field, "missing"))
        return faults + self._window_faults()

    def _window_faults(self) -> list[Fault]:
        faults = range_faults("per_day", self.per_day, 1, MAX_TIMES)
        if self.window is None:
            return [*faults, fault("window", "missing")] if self.rule == "random" else faults
        if any(_odd(at) for at in self.window):
            return [*faults, fault("window", "not-a-minute")]
        if not faults and minute_of(self.window[1]) - minute_of(self.window[0]) < self.per_day:
            # Each of its times has a minute of its own at least.
            faults.append(fault("window", "too-short"))
        return faults

    def _day_faults(self) -> list[Fault]:
        days = (("begin", self.begin), ("end", self.end))
        faults = [
            fault(field, "day-out-of-range", low=FIRST, high=LAST)
            for field, day in days
            if day is not None and not FIRST <= day <= LAST
        ]
        if self.begin and self.end and self.begin > self.end:
            faults.append(fault("end", "before-begin"))
        if self.rule in ("once", "every") and self.begin is None:
            faults.append(fault("begin", "missing"))
        return faults

    def _quiet_faults(self) -> list[Fault]:
        if self.quiet is None:
            return []
        if any(_odd(at) for at in self.quiet):
            return [fault("quiet", "not-a-minute")]
        if self.quiet[0] == self.quiet[1]:
            return [fault("quiet", "no-span")]
        if self.rule == "random":
            return [fault("window", "in-quiet-hours")] if self.window and _overlap(self.window, self.quiet) else []
        return [fault("times", "in-quiet-hours")] if any(within(at, self.quiet) for at in self.times) else []


def minute_of(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def within(at: time, span: Span) -> bool:
    """Whether a time of day lies in a span, its end not included, that may go over midnight."""
    begin, end = span
    return begin <= at < end if begin <= end else at >= begin or at < end


def night_around(times: tuple[time, ...] = (), window: Span | None = None) -> Span | None:
    """The quiet hours to begin with: the night, unless a time was chosen in it."""
    if any(within(at, NIGHT) for at in times) or (window is not None and _overlap(window, NIGHT)):
        return None
    return NIGHT


def _odd(at: time) -> bool:
    return not isinstance(at, time) or at.tzinfo is not None or bool(at.second or at.microsecond or at.fold)


def _overlap(window: Span, span: Span) -> bool:
    """Whether a window, which does not go over midnight, shares a minute with a span that may."""
    pieces = [span] if span[0] <= span[1] else [(span[0], None), (time(0, 0), span[1])]
    low, high = map(minute_of, window)
    return any(low < (_MINUTES if end is None else minute_of(end)) and minute_of(begin) < high for begin, end in pieces)
