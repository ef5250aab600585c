"""Which days a check-in looks at, what was kept in them, and when the next may be welcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from attach_desktop.checkins.checkin import Count
from attach_desktop.vault.tally import Tally

#: The days that a form looks at where nothing else is known; a month is reckoned by the calendar.
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
#: What is counted of other rooms, in the order in which it is told, beside moods and days of the journal.
_COUNTED = ("gratitude", "practice", "values", "quiz")


@dataclass(frozen=True, slots=True)
class Period:
    """Some of the person's days, ``begin`` to ``end``, both included."""

    begin: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.begin).days + 1


def period_for(form_id: str, today: date, last_end: date | None = None) -> Period:
    """The days that a form looks at on ``today``: a week or a month, back to the end of the one before.

    ``last_end`` is the last day that was looked at with it. Where that is up to twice as long ago, the days since then
    are all in it; where it is longer, nothing has to be made up for. Of days looked at already only today comes again.
    """
    usual = _back(form_id, today)
    begin = usual + _DAY if usual < today else today
    if last_end is not None and _back(form_id, usual) <= last_end <= today:
        begin = min(last_end + _DAY, today)
    return Period(begin, today)


def is_due(form_id: str, today: date, last_end: date | None) -> bool:
    """Whether a week or a month has passed since the last day that was looked at. Without a first, nothing is due."""
    return last_end is not None and last_end <= _back(form_id, today)


def counts(tally: Tally, period: Period) -> tuple[Count, ...]:
    """What was kept in these days, by sort, without what there was none of."""
    begin, end = period.begin, period.end
    found = [
        Count("journal", tally.count("journal", begin, end)),
        Count("moods", tally.moods(begin, end)),
        Count("days", tally.days("journal", begin, end)),
        *(Count(name, tally.count(name, begin, end)) for name in _COUNTED),
    ]
    return tuple(count for count in found if count.number)


def _back(form_id: str, day: date) -> date:
    """The same day a week ago, or a month ago as the calendar has it."""
    if day.toordinal() <= 31:
        return date.min
    if form_id != "monthly":
        return day - _WEEK
    last = day.replace(day=1) - _DAY
    return last.replace(day=min(day.day, last.day))
