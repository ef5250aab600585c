"""Patterns worth noticing: a fixed, named set of comparisons, with the luck of looking at many taken out.

The set: the five most frequent triggers (their days and the others), weekend and weekdays, evenings and mornings, this
period and the one before, and the three most used coping cards beside "nothing in particular". Nothing else is looked
at, so that nothing is found only because everything was tried. Persons are never compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from attach_desktop.insights.cards.helps import beside_nothing
from attach_desktop.insights.cards.mood import basis_of, before_and_now, day_moods, parts_of_day, series
from attach_desktop.insights.cards.triggers import Q, days_with
from attach_desktop.insights.facts import DayMood, Pattern, Patterns, Selection
from attach_desktop.insights.records import Records
from attach_desktop.insights.statistics.estimate import LEAST_FOR_COMPARISON, Shift
from attach_desktop.insights.statistics.many import false_discovery
from attach_desktop.insights.statistics.time_series import inflation, lag_one
from attach_desktop.insights.statistics.two_groups import shift
from attach_desktop.vault.finding import Filter

TRIGGERS_LOOKED_AT, CARDS_LOOKED_AT = 5, 3
_FRIDAY = 4

_Found = tuple[str, str, Shift, Filter]


def patterns(records: Records, selection: Selection, today: date) -> Patterns:
    """Card "patterns"."""
    rows = records.moods_by_day(selection)
    days = day_moods(rows)
    found = _triggers(records, selection)
    for key, difference in (
        ("weekend", _weekend(days)),
        ("evening", _evening(records, selection)),
        ("before", before_and_now(records, selection, days, lag_one(series(days)))[1]),
    ):
        if difference is not None:
            found.append((key, "", difference, selection.filter()))
    for label, difference in beside_nothing(records, selection, CARDS_LOOKED_AT):
        found.append(("coping", label, difference, selection.filter(("coping", label))))
    q = false_discovery([difference.p for _, _, difference, _ in found])
    return Patterns(
        basis=basis_of(selection, rows, today),
        patterns=tuple(
            Pattern(key=key, label=label, shift=difference, q=least, filter=entries)
            for (key, label, difference, entries), least in zip(found, q, strict=True)
            if least <= Q and difference.clear
        ),
        looked_at=len(found),
    )


def _triggers(records: Records, selection: Selection) -> list[_Found]:
    """The days of the most frequent triggers and the others."""
    keys = [key for key, _ in records.most_frequent("triggers", selection)[:TRIGGERS_LOOKED_AT]]
    labels, days = records.labels("triggers", keys), days_with(records, selection, keys)
    found: list[_Found] = []
    for key in keys:
        difference = days[key].shift()
        if difference is not None:
            named = replace(selection, trigger="").filter(("triggers", labels[key]))
            found.append(("trigger", labels[key], difference, named))
    return found


def _weekend(days: Sequence[DayMood]) -> Shift | None:
    """Saturdays and Sundays above the other days."""
    free = [day.median for day in days if day.day.weekday() > _FRIDAY]
    others = [day.median for day in days if day.day.weekday() <= _FRIDAY]
    if min(len(free), len(others)) < LEAST_FOR_COMPARISON:
        return None
    clustered = lag_one({day.day.toordinal(): float(day.day.weekday() > _FRIDAY) for day in days})
    return shift(free, others, inflation(lag_one(series(days)), clustered), step=1)


def _evening(records: Records, selection: Selection) -> Shift | None:
    """Evenings above mornings."""
    parts = parts_of_day(records, selection)
    evening, morning = parts["evening"].values, parts["morning"].values
    if min(len(evening), len(morning)) < LEAST_FOR_COMPARISON:
        return None
    return shift(evening, morning, step=1)
