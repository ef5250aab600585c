"""A figure over time: where days stand, gaps, which line is taken, what can be read."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF

from attach_desktop.ui.charts.chart import Span
from attach_desktop.ui.charts.over_time import TimeData, TimeLine, TimePoint, draw_over_time
from attach_desktop.ui.theme.tokens import CONTRAST, DARK, LIGHT, Palette
from tests.ui.charts.made import FIRST, days, gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")


def test_days_stand_in_proportion_and_more_is_up() -> None:
    data = replace(days(10, value=lambda at: (1, 2, 3, 4, 5, 5, 4, 3, 2, 1)[at]), lines=())
    _, spots = read(draw_over_time, data)
    xs = [spot.at.x() for spot in spots]
    assert [spot.told for spot in spots] == list(range(10))
    assert [b - a for a, b in itertools.pairwise(xs)] == pytest.approx([xs[1] - xs[0]] * 9)
    ys = [spot.at.y() for spot in spots]
    assert ys[0] > ys[1] > ys[2] > ys[3] > ys[4]
    assert ys[4] == pytest.approx(ys[5])


def test_a_gap_in_time_is_a_gap_in_the_line() -> None:
    line = days(56, missing=range(20, 30)).lines[0]
    runs = list(line.runs())
    assert [len(run) for run in runs] == [2, 3]
    assert [point for run in runs for point in run] == list(line.points)


def test_a_line_without_points_has_no_runs() -> None:
    assert list(TimeLine("weeks", 7, ()).runs()) == []


def test_few_days_are_dots_without_a_line() -> None:
    few = days(4)
    drawing, spots = read(draw_over_time, few)
    assert "weeks" not in drawing.texts()
    assert len(spots) == 4
    _, none = read(draw_over_time, replace(few, days=()))
    assert none == []


def two_lines(count: int) -> TimeData:
    """Weeks and months, all complete; days are read as 0 …, weeks as 10,000 …, months as 20,000 …"""
    data = days(count)
    weeks = tuple(replace(point, told=10_000 + at) for at, point in enumerate(data.lines[0].points))
    months = tuple(TimePoint(FIRST.toordinal() + 15 + 30 * at, 3, 20_000 + at, 2, 4) for at in range(count // 30))
    return replace(data, lines=(TimeLine("weeks", 7, weeks), TimeLine("months", 30.4, months)))


def test_from_near_weeks_from_far_months() -> None:
    assert "weeks" in read(draw_over_time, two_lines(120))[0].texts()
    assert "months" in read(draw_over_time, two_lines(900))[0].texts()
    near, _ = read(draw_over_time, two_lines(900), span=Span(0.5, 0.6))
    assert "weeks" in near.texts()


def test_a_line_with_more_gaps_than_points_gives_way_to_a_fuller_one() -> None:
    data = two_lines(120)
    weeks = replace(data.lines[0], points=data.lines[0].points[::4])
    assert "months" in read(draw_over_time, replace(data, lines=(weeks, data.lines[1])))[0].texts()


def test_days_that_lie_close_are_not_read_one_by_one() -> None:
    told = [spot.told for spot in read(draw_over_time, two_lines(900))[1]]
    assert told
    assert min(told) >= 20_000
    near = [spot.told for spot in read(draw_over_time, two_lines(900), span=Span(0.5, 0.55))[1]]
    assert min(near) < 10_000


def test_days_and_the_line_are_read_in_the_order_of_time() -> None:
    spots = read(draw_over_time, days(28))[1]
    assert len(spots) == 32
    assert [spot.at.x() for spot in spots] == sorted(spot.at.x() for spot in spots)
    # The fourth day of a week is read, then the median of the week that stands at the same place.
    assert [spot.told for spot in spots][3:5] == [3, 28]


def test_only_what_is_on_show_can_be_read() -> None:
    data = replace(days(100), lines=())
    told = [spot.told for spot in read(draw_over_time, data, span=Span(0.5, 0.6))[1]]
    assert told == list(range(50, 60))


def test_an_event_is_an_upright_line_that_can_be_read() -> None:
    data = replace(days(14), events=((FIRST + timedelta(days=7), "a take", 99),), lines=())
    _, spots = read(draw_over_time, data)
    at = next(spot for spot in spots if spot.told == 99)
    day = next(spot for spot in spots if spot.told == 7)
    assert at.at.x() == pytest.approx(day.at.x(), abs=0.5)
    assert [spot.told for spot in read(draw_over_time, data, span=Span(0.8, 1.0))[1]] == [11, 12, 13]


def test_words_at_the_ends_where_there_are_no_mood_marks() -> None:
    data = replace(days(30), moods=False, ends=("not at all", "very much"), low=0, high=10)
    assert {"not at all", "very much"} <= set(read(draw_over_time, data)[0].texts())


@pytest.mark.parametrize("size", [(230, 120), (460, 236), (1060, 236)])
@pytest.mark.parametrize("count", [1, 14, 90, 365, 3650])
def test_no_word_lies_on_another_or_outside(size: tuple[int, int], count: int) -> None:
    drawing, _ = read(draw_over_time, two_lines(count), size)
    assert drawing.overlapping() == []
    around = QRectF(0, 0, *size).adjusted(-2, -2, 2, 2)
    assert all(around.contains(written.box) for written in drawing.words)


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST])
def test_the_line_and_its_band_are_seen_in_every_palette(palette: Palette) -> None:
    whole, bare = days(120), replace(days(120), lines=())
    with_line, without = picture(draw_over_time, whole, palette), picture(draw_over_time, bare, palette)
    assert with_line != without
    assert gray(with_line) != gray(without)


def test_where_days_lie_close_many_look_like_many() -> None:
    one = replace(days(700, value=lambda at: 3, missing=range(0, 700, 2)), lines=())
    # The same days, twice as many: more of the picture is covered.
    many = replace(days(700, value=lambda at: 3), lines=())
    ink = [
        sum(image.pixelColor(x, y).lightness() < 160 for x in range(460) for y in range(60, 160))
        for image in (picture(draw_over_time, data) for data in (one, many))
    ]
    assert ink[1] > ink[0]
