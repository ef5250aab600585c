"""The days of a trigger beside the other days: one median a day, as everything that is compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from attach_desktop.insights.cards.middles import medians_of_part, middle_of
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.records import Records
from attach_desktop.insights.statistics.estimate import LEAST_FOR_COMPARISON, Shift
from attach_desktop.insights.statistics.time_series import inflation, lag_one, lag_one_of
from attach_desktop.insights.statistics.two_groups import shift


@dataclass(frozen=True, slots=True)
class DaysWith:
    """The days of one trigger: their moods by day number, those of the other days, and those of all days.

    ``rho`` is how far all days resemble each other.
    """

    days: Mapping[int, float]
    others: Mapping[int, float]
    every: Mapping[int, float]
    rho: float

    def shift(self) -> Shift | None:
        """How the days with it lie to the others; None unless there are 15 and more of each."""
        if min(len(self.days), len(self.others)) < LEAST_FOR_COMPARISON:
            return None
        # Where days do not resemble each other at all, it is the same how those with it follow each other.
        widened = inflation(self.rho, self._clustered()) if self.rho else 1.0
        return shift(list(self.days.values()), list(self.others.values()), widened, step=1)

    def _clustered(self) -> float:
        """How far a day with it, or without, is followed by one like it."""
        return lag_one_of(list(self.every), [0.0 if day in self.others else 1.0 for day in self.every])


def days_with(named: Mapping[str, Mapping[int, str]], every: Mapping[int, float]) -> dict[str, DaysWith]:
    """The days of each of these triggers (``named``: its moods by day), and the others of ``every`` day's median.

    A day with the trigger has the median of the entries that name it.
    """
    rho = lag_one(every)
    return {
        key: DaysWith(
            days={day: middle_of(moods) for day, moods in by_day.items() if moods},
            others={day: mood for day, mood in every.items() if day not in by_day},
            every=every,
            rho=rho,
        )
        for key, by_day in named.items()
    }


def named_moods(records: Records, selection: Selection, keys: Sequence[str]) -> dict[str, dict[int, str]]:
    """The moods by day of the entries that name each of these triggers, as ``moods_by_day`` has them."""
    columns = f"{records.day('w.place')}, coalesce(r.mood, '') || ''"
    rows = records.entries_of(columns, "triggers", keys, selection, figures=True)
    return {key: moods_by_day((day, mood) for day, mood, _ in found) for key, found in rows.items()}


def moods_by_day(moods: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Moods as digits by day number, from (day number, mood or "") in order of time; "" for a day without any."""
    found: dict[int, str] = {}
    present, so_far = None, ""
    for day, mood in moods:
        if day == present:
            so_far += mood
        else:
            present, so_far = day, mood
        found[day] = so_far
    return found


def medians_of_all(records: Records, selection: Selection) -> dict[int, float]:
    """The median of each day among all entries of a selection, also where only those with one trigger are looked at."""
    return medians_of_part(records.moods_by_part(replace(selection, trigger="")))
