"""Mood over time, the year in pixels, the map, the time of day and the day of the week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from attach_desktop.insights.cards.middles import figures_of, medians_of_part, middle_of
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.mood import (
    Cell,
    DayMood,
    DayOfWeek,
    Group,
    MoodMap,
    MoodOverTime,
    Span,
    TimeOfDay,
    YearInPixels,
)
from attach_desktop.insights.period import OWN, Period
from attach_desktop.insights.records import FIGURES, HOUR, Records, date_of, month_end
from attach_desktop.insights.statistics.estimate import LEAST_FOR_COMPARISON, Estimate, Shift
from attach_desktop.insights.statistics.location import median_estimate
from attach_desktop.insights.statistics.time_series import effective_count, inflation, lag_one
from attach_desktop.insights.statistics.two_groups import shift
from attach_desktop.vault.connection import Row

_Bounds = Callable[[date], tuple[date, date]]
#: The parts of the day by the clock hour that each begins with; the night goes on until the morning.
PARTS = {"morning": 5, "midday": 11, "evening": 17, "night": 23}
#: The clock hours of two of them, both included. No moment without a time of day lies there.
MORNING, EVENING = (5, 10), (17, 22)
#: A moment without a time of day lies at noon; only there is it worth looking into the record.
_TIMED = "NOT (((r.place >> 18) & 549755813887) % 86400 = 43200 AND length(r.data ->> '$.at') <= 10)"


def day_moods(rows: Iterable[tuple[int, str, int]]) -> tuple[DayMood, ...]:
    """The days that have a mood, from ``Records.moods_by_day``."""
    found, day_of = [], date.fromordinal
    for number, moods, _ in rows:
        if moods:
            median, low, high = figures_of(moods)
            found.append(DayMood(day_of(number + 1), median, low, high, len(moods)))
    return tuple(found)


def basis_of(selection: Selection, rows: Sequence[tuple[int, str, int]], today: date) -> Basis:
    """What a card rests on that counts moods by day."""
    return Basis(
        selection=selection,
        entries=sum(map(len, map(itemgetter(1), rows))),
        days=sum(map(bool, map(itemgetter(1), rows))),
        left_out=sum(map(itemgetter(2), rows)),
        ahead=selection.period.ahead(today),
    )


def mood_over_time(records: Records, selection: Selection, today: date) -> MoodOverTime:
    """Card "mood"."""
    rows = records.moods_by_day(selection)
    days = day_moods(rows)
    medians = [day.median for day in days]
    numbers = [number for number, moods, _ in rows if moods]
    by_day = dict(zip(numbers, medians, strict=True))
    rho = lag_one(by_day)
    before, difference = before_and_now(records, selection, by_day, rho)
    return MoodOverTime(
        basis=basis_of(selection, rows, today),
        days=days,
        # Day numbers begin with a Monday.
        weeks=_spans(days, medians, [number // 7 for number in numbers], _week, rho),
        months=_spans(days, medians, _month_keys(numbers), _month, rho),
        whole=median_estimate(medians, inflation(rho)),
        effective=effective_count(len(days), rho) if days else None,
        before=before,
        shift=difference,
    )


def _month_keys(numbers: Sequence[int]) -> list[int]:
    """For each day number, in order, one that is the same for the days of a month: the last day of it."""
    keys, end = [], -1
    for number in numbers:
        if number > end:
            end = month_end(date_of(number)).toordinal() - 1
        keys.append(end)
    return keys


def before_and_now(
    records: Records, selection: Selection, days: Mapping[int, float], rho: float
) -> tuple[Estimate | None, Shift | None]:
    """The period before, and how this one (its medians by day, ``rho``) differs, where both have days enough."""
    earlier = selection.before
    if earlier is None or len(days) < LEAST_FOR_COMPARISON:
        return None, None
    past = medians_of_part(records.moods_by_part(earlier))
    if len(past) < LEAST_FOR_COMPARISON:
        return None, None
    # One stretch of days against another: nothing varies slower than that, so all of the resemblance counts.
    widened = inflation(max(rho, lag_one(past)))
    medians = list(past.values())
    return median_estimate(medians, widened), shift(list(days.values()), medians, widened, step=1)


def _spans(
    days: Sequence[DayMood], medians: Sequence[float], keys: Sequence[int], bounds: _Bounds, rho: float
) -> tuple[Span, ...]:
    """Neighbouring days taken together as long as their key is the same."""
    found, widened, first = [], inflation(rho), 0
    for end in range(1, len(keys) + 1):
        if end == len(keys) or keys[end] != keys[first]:
            mood = median_estimate(medians[first:end], widened)
            if mood is not None:
                found.append(Span(*bounds(days[first].day), mood))
            first = end
    return tuple(found)


def _week(day: date) -> tuple[date, date]:
    """Monday and Sunday of a day's week, as far as the calendar goes."""
    monday = day.toordinal() - day.weekday()
    return date.fromordinal(monday), date.fromordinal(min(monday + 6, date.max.toordinal()))


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), month_end(day)


def year_in_pixels(records: Records, selection: Selection, today: date, year: int | None = None) -> YearInPixels:
    """Card "year": the year ``year``, whatever the period of the selection (by default its last); its words count."""
    year = year or selection.period.end.year
    whole = Period(OWN, date(year, 1, 1), date(year, 12, 31))
    narrowed = replace(selection, period=whole)
    rows = records.moods_by_day(narrowed)
    ends = records.first_and_last()
    years = tuple(range(ends[0].year, ends[1].year + 1)) if ends else ()
    return YearInPixels(basis=basis_of(narrowed, rows, today), year=year, days=day_moods(rows), years=years)


def mood_map(records: Records, selection: Selection, today: date) -> MoodMap:
    """Card "map"."""
    both = "r.mood IS NOT NULL AND r.energy IS NOT NULL"
    rows = records.rows("r.mood, r.energy, count(*)", FIGURES, selection, "GROUP BY 1, 2")
    counts = {(mood, energy): count for mood, energy, count in rows if mood is not None and energy is not None}
    entries = sum(counts.values())
    [(days,)] = records.rows(f"count(DISTINCT {records.day()})", FIGURES, selection, f"AND {both}")
    return MoodMap(
        basis=Basis(
            selection=selection,
            entries=entries,
            days=days,
            left_out=sum(row[2] for row in rows) - entries,
            ahead=selection.period.ahead(today),
        ),
        cells=tuple(
            Cell(mood, energy, counts.get((mood, energy), 0)) for mood in range(1, 6) for energy in range(1, 6)
        ),
    )


def time_of_day(records: Records, selection: Selection, today: date) -> TimeOfDay:
    """Card "hours"; entries of which only the date is known are left out."""
    rows = _part_rows(records, selection)
    hours = [[0] * 5 for _ in range(24)]
    timed = f"AND r.mood IS NOT NULL AND {_TIMED}"
    for hour, mood, count in records.rows(f"{HOUR}, r.mood, count(*)", FIGURES, selection, f"{timed} GROUP BY 1, 2"):
        hours[hour][mood - 1] = count
    [(every,)] = records.rows("count(*)", FIGURES, selection)
    entries = sum(map(sum, hours))
    return TimeOfDay(
        basis=Basis(
            selection=selection,
            entries=entries,
            days=len({row[0] for row in rows}),
            left_out=every - entries,
            ahead=selection.period.ahead(today),
        ),
        parts=_parts(rows),
        hours=tuple((h[0], h[1], h[2], h[3], h[4]) for h in hours),
    )


def _part_rows(records: Records, selection: Selection) -> list[Row]:
    """(day number, part of the day, its moods as digits)."""
    part = (
        f"CASE WHEN {HOUR} BETWEEN 5 AND 10 THEN 0 WHEN {HOUR} BETWEEN 11 AND 16 THEN 1"
        f" WHEN {HOUR} BETWEEN 17 AND 22 THEN 2 ELSE 3 END"
    )
    return records.rows(
        f"{records.day()} AS day, {part} AS part, group_concat(r.mood, '')",
        FIGURES,
        selection,
        f"AND r.mood IS NOT NULL AND {_TIMED} GROUP BY 1, 2",
    )


def _parts(rows: Sequence[Row]) -> tuple[Group, ...]:
    values: list[list[tuple[int, float, int]]] = [[] for _ in PARTS]
    for number, which, moods in rows:
        values[which].append((number, middle_of(moods), len(moods)))
    return tuple(group(key, found) for key, found in zip(PARTS, values, strict=True))


def day_of_week(records: Records, selection: Selection, today: date) -> DayOfWeek:
    """Card "weekdays"."""
    rows = records.moods_by_day(selection)
    values: list[list[tuple[int, float, int]]] = [[] for _ in range(7)]
    for number, moods, _ in rows:
        if moods:
            values[number % 7].append((number, middle_of(moods), len(moods)))  # 1 January of year 1: a Monday
    return DayOfWeek(
        basis=basis_of(selection, rows, today),
        weekdays=tuple(group(str(which), found) for which, found in enumerate(values)),
    )


def group(key: str, days: Sequence[tuple[int, float, int]]) -> Group:
    """A group of days: (day number, the day's median, how many entries)."""
    values = tuple(value for _, value, _ in days)
    rho = lag_one({number: value for number, value, _ in days})
    return Group(key, sum(count for _, _, count in days), values, median_estimate(values, inflation(rho)))
