"""The figures of a day from its moods, which come as one text of digits: its median, its lowest and its highest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attach_desktop.insights.records import WITHOUT

#: Up to so many moods there are only some hundred days that differ, and each is worked out once.
_FEW = 4


def figures_of(moods: str) -> tuple[float, int, int]:
    """The median, the lowest and the highest of moods given as digits; at least one.

    By counting instead of sorting: a mood lies as high as there are moods whose last place it is beyond.
    """
    many, total = moods.count, len(moods)
    one = many("1")
    two = one + many("2")
    three = two + many("3")
    four = three + many("4")
    at, after = (total + 1) // 2, total // 2 + 1
    middle = 1 + (at > one) + (at > two) + (at > three) + (at > four)
    if after == at:
        median = float(middle)
    else:
        median = (middle + 1 + (after > one) + (after > two) + (after > three) + (after > four)) / 2
    low = 1 if one else 2 if two else 3 if three else 4 if four else 5
    high = 5 if total > four else 4 if four > three else 3 if three > two else 2 if two > one else 1
    return median, low, high


class _Middles(dict[str, float]):
    """Medians; those of few moods are remembered."""

    def __missing__(self, moods: str) -> float:
        middle = figures_of(moods)[0]
        if len(moods) <= _FEW:
            self[moods] = middle
        return middle


#: The median of moods given as digits; at least one.
middle_of: Callable[[str], float] = _Middles().__getitem__


def medians_by_day(rows: Iterable[tuple[int, str, int]]) -> dict[int, float]:
    """The median of each day that has a mood, by its day number, from ``Records.moods_by_day``."""
    return {number: middle_of(moods) for number, moods, _ in rows if moods}


def medians_of_part(rows: Iterable[Sequence[Any]], part: int = 1) -> dict[int, float]:
    """The median by day number of one column of ``Records.moods_by_part``, where the day has a mood in it."""
    moods = [(row[0], row[part]) for row in rows]
    if part == 1:
        moods = [(day, found.replace(WITHOUT, "")) for day, found in moods]
    return {day: middle_of(found) for day, found in moods if found}
