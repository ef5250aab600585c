"""Charts of moods: the table says what the drawing shows, and everything in it can be read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from attach_desktop.insights.cards.mood import day_of_week, mood_map, mood_over_time, time_of_day, year_in_pixels
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.statistics.estimate import LEAST_FOR_INTERVAL
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.charts.cards import mood_charts
from attach_desktop.ui.charts.cards.texts import NO_FIGURE, Texts
from attach_desktop.ui.charts.chart import Chart
from attach_desktop.vault.vault import Vault
from tests.insights.known import asking, at, keep, moods, over
from tests.ui.charts.made import drawn_chart

pytestmark = pytest.mark.usefixtures("qapp")
TEXTS = Texts.of(Vocabulary(), QLocale(QLocale.Language.English))


def sound(chart: Chart) -> None:
    """Every reading is told, every spot has one, every row has every column."""
    _, spots = drawn_chart(chart)
    assert all(0 <= spot.told < len(chart.told) for spot in spots)
    assert all(chart.told)
    assert all(len(row) == len(chart.table.heads) for row in chart.table.rows)
    assert chart.sentence == "So it is."
    assert len(chart.leads) in (0, len(chart.told))
    if chart.zooms:
        assert len(chart.places) == len(chart.told)
        assert all(-0.1 <= place <= 1.1 for place in chart.places)


def over_time(asked: Insights, selection: Selection) -> Chart:
    chart = mood_charts.mood_over_time(asked.ask(mood_over_time, selection), TEXTS, "So it is.")
    sound(chart)
    return chart


def test_days_weeks_and_months_over_time(vault: Vault) -> None:
    selection = moods(vault, [1 + number % 5 for number in range(60)])
    chart = over_time(asking(vault), selection)
    kinds = [row[0] for row in chart.table.rows]
    assert kinds.count("day") == 60
    assert kinds.count("week") >= 8
    assert kinds.count("month") == 2
    assert chart.leads[0] is not None
    assert (chart.leads[0].begin, chart.leads[0].end) == (date(2026, 9, 1), date(2026, 9, 1))
    october = chart.leads[-1]
    assert october is not None
    assert (october.begin, october.end) == (date(2026, 10, 1), date(2026, 10, 30)), "not beyond the days chosen"
    september = next(row for row in chart.table.rows if row[0] == "month")
    assert september[1:4] == ("2026-09-01", "30", "3")
    assert float(september[4]) <= 3 <= float(september[5])


def test_a_span_of_few_days_has_no_number(vault: Vault) -> None:
    selection = moods(vault, [3, 4, 3])
    chart = over_time(asking(vault), selection)
    assert [row[3:] for row in chart.table.rows if row[0] == "month"] == [(NO_FIGURE, NO_FIGURE, NO_FIGURE)]
    assert len(chart.told) == 3
    assert len(chart.told) < LEAST_FOR_INTERVAL
    drawing, spots = drawn_chart(chart)
    assert len(spots) == 3
    assert not any("median" in text for text in drawing.texts())


def test_a_day_with_several_entries_tells_their_range(vault: Vault) -> None:
    day = date(2026, 10, 1)
    keep(vault, [Entry(at=at(day, hour), mood=mood) for hour, mood in ((9, 2), (12, 5), (18, 4))])
    chart = over_time(asking(vault), over(day, day))
    assert chart.told == ("1 Oct 2026: pleasant (3 entries, 2 to 5)",)


def test_nothing_at_all_is_an_empty_drawing(vault: Vault) -> None:
    chart = over_time(asking(vault), over(date(2026, 1, 1), date(2026, 1, 31)))
    assert chart.told == ()
    assert drawn_chart(chart)[1] == []


def test_a_year_in_pixels(vault: Vault) -> None:
    selection = moods(vault, [1, 2, 3, 4, 5])
    chart = mood_charts.year_in_pixels(asking(vault).ask(year_in_pixels, selection), TEXTS, "So it is.")
    sound(chart)
    assert chart.name == "2026 in pixels"
    assert [row[1] for row in chart.table.rows] == ["1", "2", "3", "4", "5"]
    assert len(drawn_chart(chart)[1]) == 5


def test_the_map_has_a_row_for_each_place(vault: Vault) -> None:
    day = date(2026, 10, 1)
    keep(vault, [Entry(at=at(day, 9 + number), mood=4, energy=2) for number in range(3)])
    keep(vault, [Entry(at=at(day, 18), mood=1, energy=5)])
    chart = mood_charts.mood_map(asking(vault).ask(mood_map, over(day, day)), TEXTS, "So it is.")
    sound(chart)
    assert [row[2] for row in chart.table.rows] == ["1", "3"]
    assert chart.told[1].endswith(": 3 entries")
    assert chart.told[0].endswith(": 1 entry")


def test_parts_of_the_day_and_hours(vault: Vault) -> None:
    first = date(2026, 9, 1)
    days = [first + timedelta(days=number) for number in range(20)]
    keep(vault, [Entry(at=at(day, 9), mood=4) for day in days])
    keep(vault, [Entry(at=at(day, 20), mood=2) for day in days[:4]])
    fact = asking(vault).ask(time_of_day, over(first, days[-1]))
    parts = mood_charts.time_of_day(fact, TEXTS, "So it is.")
    sound(parts)
    rows = {row[0]: row[1:] for row in parts.table.rows}
    assert rows["morning"][:2] == ("20", "4")
    assert rows["evening"] == ("4", NO_FIGURE, NO_FIGURE, NO_FIGURE)
    hours = mood_charts.hours(fact, TEXTS, "So it is.")
    sound(hours)
    assert len(hours.table.rows) == 24
    assert [row[4] for row in hours.table.rows if row[0] == "9:00"] == ["20"]
    assert sum(int(cell) for row in hours.table.rows for cell in row[1:]) == 24


def test_the_days_of_the_week(vault: Vault) -> None:
    selection = moods(vault, [3] * 70)
    chart = mood_charts.day_of_week(asking(vault).ask(day_of_week, selection), TEXTS, "So it is.")
    sound(chart)
    assert [row[0] for row in chart.table.rows] == list(TEXTS.weekdays)
    assert {row[1] for row in chart.table.rows} == {"10"}
    assert chart.told[0].startswith("Mon: 3 (3 to 3), 10 days")
