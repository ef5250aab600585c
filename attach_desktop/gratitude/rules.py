"""Which list comes next, whether it is time, and what to bring back to mind. Pure: values in, values out.

Evidence on how often is thin (Davis 2016; Cregg and Cheavens 2021): once a week is the default, variety comes before
volume, and nobody is led toward being grateful for a partner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from heapq import nsmallest
from typing import Literal

from attach_desktop.gratitude.item import PARTNER

Rhythm = Literal["weekly", "daily"]
RHYTHMS: tuple[Rhythm, ...] = ("weekly", "daily")
#: How long ago something was that comes back: exactly a year, a month or a week, or whatever chance brings.
Span = Literal["year", "month", "week", "chance"]
#: Things younger than this are not old enough to be brought back by chance.
OLD_ENOUGH = timedelta(days=30)
#: Whoever has not written about a partner for so long, while writing elsewhere, is not asked about one any more.
PARTNER_LATELY = timedelta(days=90)
#: A prime: multiplying by anything but zero, and taking the rest, only brings numbers into another order.
_PRIME = 2_147_483_647


def next_list(keys: Sequence[str], last_used: Mapping[str, date], *, partner_prompts: bool) -> str | None:
    """The list that was not used for longest, of ``keys`` in their order; None where there is none to propose.

    The partner's list is proposed only to somebody who writes in it of their own accord and has not switched such
    prompts off. Left alone, it would always be the one not used for longest, and come up again and again.
    """
    newest = max(last_used.values(), default=date.min)
    lately = PARTNER in last_used and newest - last_used[PARTNER] <= PARTNER_LATELY
    open_to = [key for key in keys if key != PARTNER or (partner_prompts and lately)]
    # Of several, min takes the first.
    return min(open_to, key=lambda key: last_used.get(key, date.min), default=None)


def due(last: date | None, today: date, rhythm: Rhythm) -> bool:
    """Whether the rhythm invites to it today. Nothing is ever overdue: after a gap it is simply today."""
    if last is None or last > today:
        return True
    return (today - last).days >= (7 if rhythm == "weekly" else 1)


def anniversaries(today: date) -> list[tuple[Span, date]]:
    """The days of a year, a month and a week ago, as far as the calendar reaches."""
    found: list[tuple[Span, date]] = []
    if today.year > 1:
        # 28 February a year before a leap day.
        found.append(("year", _day_of_month(today.year - 1, today.month, today.day)))
    if (today.year, today.month) > (1, 1):
        last = today.replace(day=1) - timedelta(days=1)
        found.append(("month", _day_of_month(last.year, last.month, today.day)))
    if today - date.min >= timedelta(days=7):
        found.append(("week", today - timedelta(days=7)))
    return found


def remember(shown: Iterable[tuple[int, date]], today: date, skip: int = 0) -> tuple[int, Span] | None:
    """Which of the items to bring back, and why this one; None where none is old enough.

    ``shown`` are the places and days of those that may be shown. One of a year ago today comes first, else of a month,
    else of a week, else an older one by chance. The choice is the same all day, whatever is added or taken away
    beside it; ``skip`` asks for another, until all have been shown and it begins again.
    """
    spans = {day: span for span, day in anniversaries(today)}
    found: dict[Span, list[int]] = {"year": [], "month": [], "week": [], "chance": []}
    for place, day in shown:
        span: Span | None = spans.get(day) or ("chance" if today - day >= OLD_ENOUGH else None)
        if span is not None:
            found[span].append(place)
    left = skip % max(1, sum(map(len, found.values())))
    for span, places in found.items():
        if left < len(places):
            return nsmallest(left + 1, places, key=_mixer(today))[left], span
        left -= len(places)
    return None


def _mixer(today: date) -> Callable[[int], tuple[int, int]]:
    """Gives where a place comes in the day's own order of chance."""
    factor = today.toordinal() * 48_271 % _PRIME
    return lambda place: ((place + factor) % _PRIME * factor % _PRIME, place)


def _day_of_month(year: int, month: int, day: int) -> date:
    """This day of a month, or the last one of a month that is shorter."""
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day, last.day))
