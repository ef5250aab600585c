"""The charts of moods: over time, a year in pixels, the map, parts of the day and of the week. Facts in, charts out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attach_desktop.insights.facts.mood import (
    DayMood,
    DayOfWeek,
    Group,
    MoodMap,
    MoodOverTime,
    Span,
    TimeOfDay,
    YearInPixels,
)
from attach_desktop.ui.charts import bubbles
from attach_desktop.ui.charts.cards.texts import NO_FIGURE, Texts, between, counted, ends, figure, known, tr
from attach_desktop.ui.charts.chart import Chart, Table, painted
from attach_desktop.ui.charts.field import FieldData, FieldPlace, draw_field
from attach_desktop.ui.charts.over_time import TimeData, TimeLine, TimePoint, draw_over_time
from attach_desktop.ui.charts.pixels import DayCell, PixelsData, draw_pixels
from attach_desktop.ui.charts.strip import Column, StripData, draw_strip
from attach_desktop.vault.finding import Filter

_WEEK, _MONTH = 7.0, 30.4


def mood_over_time(fact: MoodOverTime, texts: Texts, sentence: str) -> Chart:
    """Days as dots, the line of weeks or months with its band."""
    period = fact.basis.selection.period
    told, rows, leads = list[str](), list[tuple[str, ...]](), list[Filter | None]()
    whole = fact.basis.filter
    days = tuple(TimePoint(day.day.toordinal(), day.median, at, None, None) for at, day in enumerate(fact.days))
    for day in fact.days:
        told.append(_day_told(day, texts))
        leads.append(replace(whole, begin=day.day, end=day.day))
        rows.append((tr("day"), day.day.isoformat(), "1", figure(day.median), figure(day.low), figure(day.high)))
    first = min([period.begin, *(day.day for day in fact.days)])
    lines = []
    for name, kind, step, spans in (
        (tr("median of each week"), tr("week"), _WEEK, fact.weeks),
        (tr("median of each month"), tr("month"), _MONTH, fact.months),
    ):
        points = list[TimePoint]()
        for span in spans:
            interval = span.mood.interval if span.mood is not None else None
            low, high = ends(interval)
            value = figure(span.mood.value) if interval is not None and span.mood is not None else NO_FIGURE
            rows.append((kind, span.begin.isoformat(), str(span.days), value, low, high))
            if span.mood is None or interval is None:
                continue
            middle = (span.begin.toordinal() + span.end.toordinal()) / 2
            points.append(
                TimePoint(
                    middle,
                    span.mood.value,
                    len(told),
                    interval.low,
                    interval.high,
                )
            )
            told.append(_span_told(span, texts))
            leads.append(replace(whole, begin=max(span.begin, period.begin), end=min(span.end, period.end)))
        lines.append(TimeLine(name, step, tuple(points)))
    data = TimeData(first, max(period.end, first), 1, 5, texts.mood_ends, texts.months, days, tuple(lines), moods=True)
    places = (*days, *lines[0].points, *lines[1].points)
    return Chart(
        name=tr("Mood over time"),
        sentence=sentence,
        paint=painted(draw_over_time, data),
        table=Table((tr("Span"), tr("Begin"), tr("Days"), tr("Median"), tr("From"), tr("To")), tuple(rows)),
        told=tuple(told),
        size=(460, 254),
        zooms=True,
        places=tuple(data.place(point.day) for point in places),
        leads=tuple(leads),
    )


def _day_told(day: DayMood, texts: Texts) -> str:
    text = f"{texts.day(day.day)}: {texts.mood(day.median)}"
    if day.entries == 1:
        return text
    more = tr("{count} entries, {low} to {high}").format(count=day.entries, low=day.low, high=day.high)
    return f"{text} ({more})"


def _span_told(span: Span, texts: Texts) -> str:
    return tr("{begin} – {end}: {mood} of 5, from {days}").format(
        begin=texts.day(span.begin),
        end=texts.day(span.end),
        mood=between(span.mood),
        days=counted(span.days, tr("1 day"), tr("{count} days")),
    )


def year_in_pixels(fact: YearInPixels, texts: Texts, sentence: str) -> Chart:
    """A cell for each day with a mood."""
    months = tuple((fact.year, month, texts.months[month - 1]) for month in range(1, 13))
    cells = tuple(DayCell(day.day, day.mark, at) for at, day in enumerate(fact.days))
    rows = tuple(
        (day.day.isoformat(), figure(day.median), figure(day.low), figure(day.high), str(day.entries))
        for day in fact.days
    )
    return Chart(
        name=tr("{year} in pixels").format(year=fact.year),
        sentence=sentence,
        paint=painted(draw_pixels, PixelsData(months, cells)),
        table=Table((tr("Day"), tr("Median"), tr("Lowest"), tr("Highest"), tr("Entries")), rows),
        told=tuple(_day_told(day, texts) for day in fact.days),
        leads=tuple(replace(fact.basis.filter, begin=day.day, end=day.day) for day in fact.days),
        size=(460, 256),
    )


def mood_map(fact: MoodMap, texts: Texts, sentence: str) -> Chart:
    """The mood grid with a circle at each place."""
    cells = sorted((cell for cell in fact.cells if cell.count), key=lambda one: (-one.energy, one.mood))
    places = tuple(FieldPlace(cell.mood, cell.energy, cell.count, at) for at, cell in enumerate(cells))
    told = tuple(
        f"{texts.moods[cell.mood - 1]}, {texts.energies[cell.energy - 1]}: "
        + counted(cell.count, tr("1 entry"), tr("{count} entries"))
        for cell in cells
    )
    data = FieldData(texts.mood_ends, (texts.energies[0], texts.energies[-1]), places)
    rows = tuple((texts.moods[cell.mood - 1], texts.energies[cell.energy - 1], str(cell.count)) for cell in cells)
    return Chart(
        name=tr("Where moods were"),
        sentence=sentence,
        paint=painted(draw_field, data),
        table=Table((tr("Pleasantness"), tr("Energy"), tr("Entries")), rows),
        told=told,
        size=(460, 300),
    )


def time_of_day(fact: TimeOfDay, texts: Texts, sentence: str) -> Chart:
    """The parts of the day side by side."""
    names = {
        "night": tr("night"),
        "morning": tr("morning"),
        "midday": tr("midday"),
        "evening": tr("evening"),
    }
    labels = tuple(names.get(group.key, group.key) for group in fact.parts)
    return _groups(tr("Parts of the day"), sentence, tr("Part of the day"), labels, labels, fact.parts, texts)


def hours(fact: TimeOfDay, texts: Texts, sentence: str) -> Chart:
    """Every hour of the clock: how many entries of each mood."""
    found, told, rows = list[bubbles.Bubble](), list[str](), list[tuple[str, ...]]()
    for row, mood in enumerate(range(5, 0, -1)):
        for hour, counts in enumerate(fact.hours):
            if count := counts[mood - 1]:
                found.append(bubbles.Bubble(row, hour, count, len(told)))
                entries = counted(count, tr("1 entry"), tr("{count} entries"))
                told.append(f"{hour}:00 – {hour}:59, {texts.moods[mood - 1]}: {entries}")
    for hour, counts in enumerate(fact.hours):
        rows.append((f"{hour}:00", *(str(count) for count in counts)))
    data = bubbles.BubblesData(
        tuple(texts.moods[mood - 1] for mood in range(5, 0, -1)),
        tuple(str(hour) for hour in range(len(fact.hours))),
        tuple(found),
    )
    return Chart(
        name=tr("Hour by hour"),
        sentence=sentence,
        paint=painted(bubbles.draw_bubbles, data),
        table=Table((tr("Hour"), *texts.moods), tuple(rows)),
        told=tuple(told),
        size=(460, bubbles.height_of(data)),
    )


def day_of_week(fact: DayOfWeek, texts: Texts, sentence: str) -> Chart:
    """Monday to Sunday side by side."""
    labels = tuple(texts.weekdays[int(group.key)] for group in fact.weekdays)
    return _groups(tr("Day of the week"), sentence, tr("Weekday"), labels, labels, fact.weekdays, texts)


def _groups(
    name: str,
    sentence: str,
    head: str,
    labels: Sequence[str],
    spoken: Sequence[str],
    groups: Sequence[Group],
    texts: Texts,
) -> Chart:
    columns, told, rows = list[Column](), list[str](), list[tuple[str, ...]]()
    for label, said, group in zip(labels, spoken, groups, strict=True):
        mood = known(group.mood)
        interval = mood.interval if mood else None
        counts = tuple((value, group.values.count(value)) for value in sorted(set(group.values)))
        low, high = ends(interval)
        columns.append(
            Column(
                label,
                counts,
                len(told),
                mood.value if mood else None,
                interval.low if interval else None,
                interval.high if interval else None,
            )
        )
        days = counted(len(group.values), tr("1 day"), tr("{count} days"))
        told.append(f"{said}: {between(mood)}, {days}" if mood else f"{said}: {days}")
        value = figure(mood.value) if mood else NO_FIGURE
        rows.append((said, str(len(group.values)), value, low, high))
    return Chart(
        name=name,
        sentence=sentence,
        paint=painted(draw_strip, StripData(1, 5, texts.mood_ends, tuple(columns))),
        table=Table((head, tr("Days"), tr("Median"), tr("From"), tr("To")), tuple(rows)),
        told=tuple(told),
        size=(460, 220),
    )
