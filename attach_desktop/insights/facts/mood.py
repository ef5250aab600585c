"""Mood over time, the year, the map, the time of day and the day of the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.statistics.estimate import Estimate, Level, Shift, level_of


class DayMood(NamedTuple):
    """A day with entries: the median of its moods, the lowest, the highest, and how many there were.

    Ten years have thousands of them, and a tuple is made in half the time.
    """

    day: date
    median: float
    low: int
    high: int
    entries: int

    @property
    def mark(self) -> int:
        """The mood mark (1 to 5) for it; a half goes toward the middle."""
        whole = int(self.median)
        return whole if self.median == whole else whole + (1 if self.median < 3 else 0)


@dataclass(frozen=True, slots=True)
class Span:
    """A week (Monday to Sunday) or a month: on how many days there was an entry, and the median of those days.

    Below 6 days the estimate has no interval: then the days themselves are shown, without a number.
    """

    begin: date
    end: date
    mood: Estimate

    @property
    def days(self) -> int:
        """On how many days there was an entry."""
        return self.mood.count


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodOverTime(Fact):
    """Card "mood": days in order (days without entries are missing: gaps), weeks and months with any day in them.

    ``whole`` is the median of all days; ``before`` that of the period before and ``shift`` the distance of this one
    from it, both only where each has 15 days and more. ``effective`` is how many independent days they are worth.
    """

    days: tuple[DayMood, ...]
    weeks: tuple[Span, ...]
    months: tuple[Span, ...]
    whole: Estimate | None
    effective: float | None = None
    before: Estimate | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearInPixels(Fact):
    """Card "year": one calendar year, the days that have a mood; ``years`` are all that have any."""

    year: int
    days: tuple[DayMood, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the mood grid and how many entries lie in it."""

    mood: int
    energy: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodMap(Fact):
    """Card "map": the 25 cells (mood 1 energy 1, mood 1 energy 2, …); only entries with both figures."""

    cells: tuple[Cell, ...]

    @property
    def most(self) -> int:
        """The count of the fullest cell."""
        return max(cell.count for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the day, or a weekday: its values (one a day, the day's median in it) and their median.

    ``key`` is "night", "morning", "midday", "evening", or "0" (Monday) to "6". ``values`` are in order of time.
    """

    key: str
    entries: int
    values: tuple[float, ...]
    mood: Estimate | None

    @property
    def level(self) -> Level:
        """How much it carries."""
        return level_of(len(self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay(Fact):
    """Card "hours": the parts of the day, and for each clock hour how many entries of each mood (``hours[h][m-1]``)."""

    parts: tuple[Group, ...]
    hours: tuple[tuple[int, int, int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfWeek(Fact):
    """Card "weekdays": Monday to Sunday."""

    weekdays: tuple[Group, ...]
