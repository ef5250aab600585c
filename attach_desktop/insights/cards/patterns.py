"""Patterns worth noticing: a fixed, named set of comparisons, with the luck of looking at many taken out.

The set: the five most frequent triggers (their days and the others), weekend and weekdays, evenings and mornings, this
period and the one before, and the three most used coping cards beside "nothing in particular". Nothing else is looked
at, so that nothing is found only because everything was tried. Persons are never compared.
"""

from __future__ import annotations

from datetime import date

from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.mood import PARTS, day_moods, mood_over_time, series, time_of_day
from attach_desktop.insights.cards.triggers import Q, triggers
from attach_desktop.insights.facts import Pattern, Patterns, Selection
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
    mood = mood_over_time(records, selection, today)
    found: list[_Found] = []
    named = triggers(records, selection, today).triggers[:TRIGGERS_LOOKED_AT]
    found += [("trigger", fact.label, fact.shift, fact.filter) for fact in named if fact.shift is not None]
    weekend = _weekend(records, selection)
    if weekend is not None:
        found.append(("weekend", "", weekend, selection.filter()))
    evening = _evening(records, selection, today)
    if evening is not None:
        found.append(("evening", "", evening, selection.filter()))
    if mood.shift is not None:
        found.append(("before", "", mood.shift, selection.filter()))
    cards = what_helps(records, selection, today).cards[:CARDS_LOOKED_AT]
    found += [("coping", fact.label, fact.beside, fact.filter) for fact in cards if fact.beside is not None]
    q = false_discovery([difference.p for _, _, difference, _ in found])
    return Patterns(
        basis=mood.basis,
        patterns=tuple(
            Pattern(key=key, label=label, shift=difference, q=least, filter=entries)
            for (key, label, difference, entries), least in zip(found, q, strict=True)
            if least <= Q and difference.clear
        ),
        looked_at=len(found),
    )


def _weekend(records: Records, selection: Selection) -> Shift | None:
    """Saturdays and Sundays above the other days."""
    days = day_moods(records.moods_by_day(selection))
    free = [day.median for day in days if day.day.weekday() > _FRIDAY]
    others = [day.median for day in days if day.day.weekday() <= _FRIDAY]
    if min(len(free), len(others)) < LEAST_FOR_COMPARISON:
        return None
    every = series(days)
    clustered = lag_one({number: float(date.fromordinal(number).weekday() > _FRIDAY) for number in every})
    return shift(free, others, inflation(lag_one(every), clustered))


def _evening(records: Records, selection: Selection, today: date) -> Shift | None:
    """Evenings above mornings."""
    parts = dict(zip(PARTS, time_of_day(records, selection, today).parts, strict=True))
    evening, morning = parts["evening"].values, parts["morning"].values
    if min(len(evening), len(morning)) < LEAST_FOR_COMPARISON:
        return None
    return shift(evening, morning)
