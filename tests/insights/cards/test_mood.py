from __future__ import annotations

import statistics
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.insights.cards.mood import (
    day_moods,
    day_of_week,
    mood_map,
    mood_over_time,
    time_of_day,
    year_in_pixels,
)
from attach_desktop.insights.facts.mood import Cell
from attach_desktop.insights.statistics.estimate import Interval, Level
from attach_desktop.insights.statistics.location import median_rank
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, asking, at, keep, moods, over

SEPTEMBER = date(2026, 9, 1)


@given(st.lists(st.lists(st.integers(1, 5)), max_size=9))
def test_days_are_told_by_their_middle_and_their_ends(days: list[list[int]]) -> None:
    rows = [(number, "".join(map(str, moods)), 1) for number, moods in enumerate(days)]
    assert [(day.day.toordinal() - 1, day.median, day.low, day.high, day.entries) for day in day_moods(rows)] == [
        (number, statistics.median(moods), min(moods), max(moods), len(moods))
        for number, moods in enumerate(days)
        if moods
    ]


def test_a_day_is_the_median_of_its_moods_and_a_day_without_is_a_gap(vault: Vault) -> None:
    keep(vault, [Entry(at=at(SEPTEMBER, hour), mood=mood) for hour, mood in ((8, 2), (12, 5), (20, 3))])
    keep(vault, [Entry(at=at(SEPTEMBER + timedelta(days=2)), mood=4), Entry(at=at(SEPTEMBER + timedelta(days=3)))])
    found = asking(vault).ask(mood_over_time, over(SEPTEMBER, SEPTEMBER + timedelta(days=29)))
    assert [(day.day.day, day.median, day.low, day.high, day.entries) for day in found.days] == [
        (1, 3, 2, 5, 3),
        (3, 4, 4, 4, 1),
    ]
    basis = found.basis
    assert (basis.entries, basis.days, basis.of_days, basis.left_out, basis.level) == (4, 2, 30, 1, Level.DOTS)
    assert found.shift is None


def test_twenty_unlike_days_have_the_interval_of_the_worked_example(vault: Vault) -> None:
    values = [1, 5, 2, 4, 3, 1, 5, 3, 4, 2, 5, 1, 4, 3, 2, 5, 1, 4, 2, 3]
    found = asking(vault).ask(mood_over_time, moods(vault, values)).whole
    assert found is not None
    assert (found.value, found.count) == (3, 20)
    assert found.interval == Interval(2, 4, median_rank(20)[1])


def test_days_that_last_count_for_less(vault: Vault) -> None:
    values = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 4]
    found = asking(vault).ask(mood_over_time, moods(vault, values))
    assert found.whole is not None
    assert found.whole.interval is not None
    assert not found.whole.interval.exact
    assert found.effective is not None
    assert found.effective < 10


def test_weeks_and_months_are_those_of_the_calendar(vault: Vault) -> None:
    found = asking(vault).ask(mood_over_time, moods(vault, [3, 5] * 20, first=date(2026, 8, 28)))
    assert [(span.begin, span.end, span.days) for span in found.weeks[:2]] == [
        (date(2026, 8, 24), date(2026, 8, 30), 3),
        (date(2026, 8, 31), date(2026, 9, 6), 7),
    ]
    assert [(span.begin, span.end, span.days) for span in found.months] == [
        (date(2026, 8, 1), date(2026, 8, 31), 4),
        (SEPTEMBER, date(2026, 9, 30), 30),
        (date(2026, 10, 1), date(2026, 10, 31), 6),
    ]
    assert found.weeks[0].mood.interval is None
    assert found.months[1].mood.interval is not None


@pytest.mark.parametrize(("days", "compared"), [(14, False), (15, True)])
def test_the_period_before_is_compared_where_both_have_days_enough(vault: Vault, days: int, compared: bool) -> None:
    moods(vault, [2, 1, 3] * 5, first=SEPTEMBER - timedelta(days=15))
    moods(vault, ([4, 3, 5] * 5)[:days], first=SEPTEMBER)
    found = asking(vault).ask(mood_over_time, over(SEPTEMBER, SEPTEMBER + timedelta(days=14)))
    assert (found.shift is not None, found.before is not None) == (compared, compared)
    if found.shift is not None:
        assert (found.shift.value, found.shift.count, found.shift.other, found.shift.clear) == (2, 15, 15, True)


def test_all_the_same_mood_is_a_level_line(vault: Vault) -> None:
    found = asking(vault).ask(mood_over_time, moods(vault, [3] * 40))
    assert found.whole is not None
    assert (found.whole.value, found.whole.interval) == (3, Interval(3, 3, median_rank(40)[1]))
    assert found.effective == 40


def test_the_year_has_its_days_and_the_years_that_can_be_chosen(vault: Vault) -> None:
    keep(vault, [Entry(at=at(date(2024, 2, 29)), mood=4), Entry(at=at(date(2026, 1, 1), 2), mood=1)])
    found = asking(vault).ask(partial(year_in_pixels, year=2024), over(TODAY, TODAY))
    assert [day.day for day in found.days] == [date(2024, 2, 29)]
    assert found.years == (2024, 2025)  # two o'clock at night still belongs to the year before
    assert asking(vault).ask(year_in_pixels, over(TODAY, TODAY)).year == 2026


def test_the_map_counts_entries_with_both_figures(vault: Vault) -> None:
    figures = [(1, 5), (1, 5), (4, 2), (None, 2), (3, None)]
    keep(vault, [Entry(at=at(SEPTEMBER), mood=mood, energy=energy) for mood, energy in figures])
    found = asking(vault).ask(mood_map, over(SEPTEMBER, SEPTEMBER))
    assert [cell for cell in found.cells if cell.count] == [Cell(1, 5, 2), Cell(4, 2, 1)]
    assert len(found.cells) == 25
    assert (found.basis.entries, found.basis.days, found.basis.left_out, found.most) == (3, 1, 2, 2)


def test_the_parts_of_the_day_leave_out_what_has_no_time(vault: Vault) -> None:
    hours = [(5, 2), (10, 4), (11, 3), (12, 1), (16, 2), (22, 5), (23, 1)]
    keep(vault, [Entry(at=at(SEPTEMBER, hour), mood=mood) for hour, mood in hours])
    keep(vault, [Entry(at=Moment.on(SEPTEMBER), mood=5), Entry(at=at(SEPTEMBER + timedelta(days=1), 2), mood=2)])
    found = asking(vault).ask(time_of_day, over(SEPTEMBER, SEPTEMBER))
    assert {part.key: (part.values, part.entries) for part in found.parts} == {
        "morning": ((3,), 2),
        "midday": ((2,), 3),
        "evening": ((5,), 1),
        "night": ((1.5,), 2),
    }
    assert found.hours[12] == (1, 0, 0, 0, 0)
    assert found.hours[2] == (0, 1, 0, 0, 0)
    assert (found.basis.entries, found.basis.days, found.basis.left_out) == (8, 1, 1)


def test_only_dates_without_times_leave_nothing_to_say_about_hours(vault: Vault) -> None:
    keep(vault, [Entry(at=Moment.on(SEPTEMBER + timedelta(days=number)), mood=3) for number in range(20)])
    found = asking(vault).ask(time_of_day, over(SEPTEMBER, SEPTEMBER + timedelta(days=19)))
    assert (found.basis.level, found.basis.left_out) == (Level.NONE, 20)
    assert asking(vault).ask(day_of_week, over(SEPTEMBER, SEPTEMBER + timedelta(days=19))).basis.level is Level.FULL


def test_the_days_of_the_week_go_by_the_persons_day(vault: Vault) -> None:
    monday = date(2026, 9, 7)
    keep(vault, [Entry(at=at(monday, 21), mood=2), Entry(at=at(monday + timedelta(days=1), 1), mood=4)])
    keep(vault, [Entry(at=at(monday + timedelta(days=6)), mood=5)])
    found = asking(vault).ask(day_of_week, over(monday, monday + timedelta(days=6)))
    assert [(group.key, group.values, group.level) for group in found.weekdays if group.values] == [
        ("0", (3,), Level.DOTS),
        ("6", (5,), Level.DOTS),
    ]
