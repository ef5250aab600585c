"""Rows with a point and its interval: where they stand, names that are too long, dots where little is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attach_desktop.ui.charts.intervals import IntervalsData, Row, draw_intervals, height_of
from attach_desktop.ui.theme.tokens import THEMES
from tests.ui.charts.made import gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")
ROWS = (
    Row("Slow breathing", "31 times", 0, -2, -3, -1.5),
    Row("A walk", "22 times", 1, -1, -2, 0),
    Row("Cold water", "4 times", 2, dots=(-3, -1, -1, 0)),
    Row("Nothing in particular", "40 times", 3, -1, -1.5, -0.5, quiet=True),
)
DATA = IntervalsData(-5, 5, ("eased", "grew stronger"), ROWS, changes=True)


def test_less_is_left_and_rows_go_down() -> None:
    drawing, spots = read(draw_intervals, DATA)
    assert [spot.told for spot in spots] == [0, 1, 2, 3]
    assert spots[0].at.x() < spots[1].at.x()
    assert [spot.at.y() for spot in spots] == sorted(spot.at.y() for spot in spots)
    assert {"Slow breathing", "31 times", "eased", "grew stronger", "0"} <= set(drawing.texts())
    assert drawing.overlapping() == []


@pytest.mark.parametrize(
    ("low", "high", "numbers"),
    [
        (-3, 2, ["3", "2", "1", "0", "1", "2"]),
        (-10, 10, ["10", "8", "6", "4", "2", "0", "2", "4", "6", "8", "10"]),
    ],
)
def test_changes_are_read_off_a_scale_with_numbers(low: float, high: float, numbers: list[str]) -> None:
    drawing, _ = read(draw_intervals, replace(DATA, low=low, high=high))
    assert [text for text in drawing.texts() if text.isdigit()] == numbers
    assert drawing.overlapping() == []


@pytest.mark.parametrize("low", range(-10, -1))
@pytest.mark.parametrize("high", [2, 5, 10])
def test_no_change_is_always_told_and_the_numbers_stand_apart(low: float, high: float) -> None:
    drawing, _ = read(draw_intervals, replace(DATA, low=low, high=high))
    numbers = [text for text in drawing.texts() if text.isdigit()]
    assert numbers.count("0") == 1
    assert len(numbers) >= 3
    assert drawing.overlapping() == []


def test_a_row_can_be_pointed_at_by_its_name() -> None:
    spot = read(draw_intervals, DATA)[1][0]
    assert spot.box is not None
    assert spot.box.left() == 0
    assert spot.box.right() == 460


def test_where_little_is_known_there_are_dots_and_no_point() -> None:
    drawing, _ = read(draw_intervals, IntervalsData(-5, 5, ("a", "b"), ROWS[2:3], changes=True))
    dots = [shape for shape in drawing.shapes if shape[0] in ("circle", "ellipse")]
    assert len(dots) == 4
    places = {(attributes["cx"], attributes["cy"]) for _, _, attributes in dots}
    assert len(places) == 4, "equal values do not hide each other"


def test_a_high_pile_of_dots_stays_in_its_row() -> None:
    pile = Row("x", "", 0, dots=(0.0,) * 40)
    drawing, spots = read(draw_intervals, replace(DATA, rows=(pile, ROWS[0])))
    box = spots[0].box
    assert box is not None
    heights = [
        float(attributes["cy"])
        for tag, _, attributes in drawing.shapes
        if tag in ("circle", "ellipse") and float(attributes["cy"]) < spots[1].at.y() - 1
    ]
    assert len(heights) == 40
    assert box.top() <= min(heights)
    assert max(heights) <= box.bottom()


def test_names_that_are_too_long_are_cut_off() -> None:
    long = replace(ROWS[0], name="a coping card with a very long name " * 5, note="more than a thousand times " * 4)
    drawing, spots = read(draw_intervals, replace(DATA, rows=(long, ROWS[1])), (300, 160))
    assert drawing.overlapping() == []
    assert len(spots) == 2
    assert 0 < spots[0].at.x() < 300


def test_the_ends_of_a_scale_without_a_middle() -> None:
    drawing, _ = read(draw_intervals, replace(DATA, low=0, high=10, changes=False, ends=("faint", "strong"), rows=()))
    assert {"0 faint", "strong 10"} <= set(drawing.texts())


def test_it_grows_with_its_rows() -> None:
    assert height_of(DATA) > height_of(replace(DATA, rows=ROWS[:1])) == height_of(replace(DATA, rows=()))


@pytest.mark.parametrize("theme", THEMES)
def test_what_stands_for_comparison_is_told_apart_without_colour(theme: str) -> None:
    row = Row("x", "", 0, -1, -2, 0)
    one, other = (
        gray(picture(draw_intervals, replace(DATA, rows=(each,)), THEMES[theme]))
        for each in (row, replace(row, quiet=True))
    )
    assert one != other
