"""Patterns worth noticing: a fixed, named set of comparisons, with the luck of looking at many taken out.

The set: the five most frequent triggers (their days and the others), weekend and weekdays, evenings and mornings, this
period and the one before, and the three most used coping cards beside "nothing in particular". Nothing else is looked
at, so that nothing is found only because everything was tried. Persons are never compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from attach_desktop.insights.cards.days_with import days_with, medians_of_all, named_moods
from attach_desktop.insights.cards.helps import beside_nothing
from attach_desktop.insights.cards.middles import medians_of_part
from attach_desktop.insights.cards.mood import EVENING, MORNING, before_and_now
from attach_desktop.insights.cards.triggers import Q
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.patterns import Pattern, Patterns
from attach_desktop.insights.records import WITHOUT, Records
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
    rows = records.moods_by_part(selection, MORNING, EVENING)
    days, mornings, evenings = (medians_of_part(rows, part) for part in (1, 2, 3))
    rho = lag_one(days)
    found = _triggers(records, selection, medians_of_all(records, selection) if selection.trigger else days)
    for key, difference in (
        ("weekend", _weekend(days, rho)),
        ("evening", _evening(evenings, mornings)),
        ("before", before_and_now(records, selection, days, rho)[1]),
    ):
        if difference is not None:
            found.append((key, "", difference, selection.filter()))
    for label, difference in beside_nothing(records, selection, CARDS_LOOKED_AT):
        found.append(("coping", label, difference, selection.filter(("coping", label))))
    q = false_discovery([difference.p for _, _, difference, _ in found])
    left_out = sum(row[1].count(WITHOUT) for row in rows)
    return Patterns(
        basis=Basis(
            selection=selection,
            entries=sum(len(row[1]) for row in rows) - left_out,
            days=len(days),
            left_out=left_out,
            ahead=selection.period.ahead(today),
        ),
        patterns=tuple(
            Pattern(key=key, label=label, shift=difference, q=least, filter=entries)
            for (key, label, difference, entries), least in zip(found, q, strict=True)
            if least <= Q and difference.clear
        ),
        looked_at=len(found),
    )


def _triggers(records: Records, selection: Selection, every: Mapping[int, float]) -> list[_Found]:
    """The days of the most frequent triggers and the others."""
    keys = [key for key, _ in records.most_frequent("triggers", selection)[:TRIGGERS_LOOKED_AT]]
    labels = records.labels("triggers", keys)
    days = days_with(named_moods(records, selection, keys), every)
    found: list[_Found] = []
    for key in keys:
        difference = days[key].shift()
        if difference is not None:
            named = replace(selection, trigger="").filter(("triggers", labels[key]))
            found.append(("trigger", labels[key], difference, named))
    return found


def _weekend(days: Mapping[int, float], rho: float) -> Shift | None:
    """Saturdays and Sundays above the other days; day numbers begin with a Monday."""
    free = [mood for day, mood in days.items() if day % 7 > _FRIDAY]
    others = [mood for day, mood in days.items() if day % 7 <= _FRIDAY]
    if min(len(free), len(others)) < LEAST_FOR_COMPARISON:
        return None
    clustered = lag_one({day: float(day % 7 > _FRIDAY) for day in days})
    return shift(free, others, inflation(rho, clustered), step=1)


def _evening(evenings: Mapping[int, float], mornings: Mapping[int, float]) -> Shift | None:
    """Evenings above mornings."""
    if min(len(evenings), len(mornings)) < LEAST_FOR_COMPARISON:
        return None
    return shift(list(evenings.values()), list(mornings.values()), step=1)
