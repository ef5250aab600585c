"""Columns side by side: dots for few, bars for many, the median with its interval."""

from __future__ import annotations

import pytest

from attach_desktop.ui.charts.strip import Column, StripData, draw_strip
from attach_desktop.ui.theme.tokens import THEMES
from tests.ui.charts.made import gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def strip(*columns: Column, moods: bool = True) -> StripData:
    return StripData(1, 5, ("unpleasant", "pleasant"), columns, moods)


def full(label: str, told: int, count: int = 20) -> Column:
    return Column(label, ((2, count), (3, 2 * count), (4, count)), told, 3, 2.5, 3.5)


def test_each_column_can_be_read_from_left_to_right() -> None:
    drawing, spots = read(draw_strip, strip(*(full(day, at) for at, day in enumerate(WEEK))))
    assert [spot.told for spot in spots] == list(range(7))
    xs = [spot.at.x() for spot in spots]
    assert xs == sorted(xs)
    assert set(WEEK) <= set(drawing.texts())
    assert drawing.overlapping() == []


def test_few_values_are_single_dots_and_no_median() -> None:
    few = Column("night", ((2, 1), (4, 3)), 0)
    drawing, _ = read(draw_strip, strip(few, Column("evening", (), 1)))
    dots = [shape for shape in drawing.shapes if shape[0] in ("circle", "ellipse")]
    assert len(dots) == 4


def test_an_empty_column_has_nothing_to_read() -> None:
    _, spots = read(draw_strip, strip(Column("night", (), 0), full("evening", 1)))
    assert [spot.told for spot in spots] == [1]


def test_labels_that_have_no_room_are_left_out_evenly() -> None:
    columns = tuple(full(f"{hour}:00", hour) for hour in range(24))
    drawing, spots = read(draw_strip, strip(*columns), (300, 200))
    assert len(spots) == 24
    written = [text for text in drawing.texts() if text.endswith(":00")]
    assert written[:2] == ["0:00", "4:00"]
    assert drawing.overlapping() == []


def test_words_stand_at_a_scale_that_is_no_mood() -> None:
    drawing, _ = read(draw_strip, strip(full("a", 0), moods=False))
    assert {"unpleasant", "pleasant"} <= set(drawing.texts())


@pytest.mark.parametrize("theme", THEMES)
def test_median_and_interval_are_seen_without_colour(theme: str) -> None:
    values = ((2.0, 20), (3.0, 40), (4.0, 20))
    plain = Column("Mon", values, 0)
    median, interval = Column("Mon", values, 0, 3), Column("Mon", values, 0, 3, 2.5, 3.5)
    pictures = [gray(picture(draw_strip, strip(column), THEMES[theme])) for column in (plain, median, interval)]
    assert pictures[0] != pictures[1] != pictures[2]
