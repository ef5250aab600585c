"""Which backups are kept: a pure rule."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

DAYS, WEEKS, MONTHS = 7, 4, 12
#: Of each other reason ("before-import") so many of the newest.
OF_EACH_REASON = 3
DAILY, BY_HAND = "daily", "by-hand"


class Dated(NamedTuple):
    """What the rule looks at: when a backup was made (naive, the wall clock) and why."""

    made: datetime
    reason: str


T = TypeVar("T")


def to_drop(backups: Iterable[T], of: Callable[[T], Dated]) -> list[T]:
    """Those of ``backups`` that need not be kept any longer.

    Of the daily ones the newest of each of the last 7 days, 4 weeks and 12 months that have any are kept; of those
    made before something happened the newest three of each reason; those made by hand all.
    """
    ordered = sorted(backups, key=of, reverse=True)
    daily = [one for one in ordered if of(one).reason == DAILY]
    kept: list[T] = [one for one in ordered if of(one).reason == BY_HAND]
    kept += _newest_of_each(daily, lambda one: of(one).made.date(), DAYS)
    kept += _newest_of_each(daily, lambda one: of(one).made.isocalendar()[:2], WEEKS)
    kept += _newest_of_each(daily, lambda one: (of(one).made.year, of(one).made.month), MONTHS)
    for reason in {of(one).reason for one in ordered} - {DAILY, BY_HAND}:
        kept += [one for one in ordered if of(one).reason == reason][:OF_EACH_REASON]
    staying = {id(one) for one in kept}
    return [one for one in ordered if id(one) not in staying]


def _newest_of_each(ordered: Sequence[T], span: Callable[[T], Hashable], count: int) -> list[T]:
    """The newest of each of the first ``count`` spans of ``ordered``, which has the newest first."""
    found: dict[Hashable, T] = {}
    for one in ordered:
        found.setdefault(span(one), one)
    return list(found.values())[:count]
