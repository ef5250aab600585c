"""Circles where rows and columns meet."""

from __future__ import annotations

import pytest

from attach_desktop.ui.charts.bubbles import Bubble, BubblesData, draw_bubbles, height_of
from tests.ui.charts.made import MONTHS, read

pytestmark = pytest.mark.usefixtures("qapp")


def words(*bubbles: Bubble, columns: tuple[str, ...] = MONTHS) -> BubblesData:
    return BubblesData(("uneasy", "hopeful"), columns, bubbles)


def test_they_stand_in_their_row_and_column() -> None:
    drawing, spots = read(draw_bubbles, words(Bubble(0, 0, 4, 0), Bubble(0, 11, 4, 1), Bubble(1, 0, 1, 2)))
    one, two, three = (spot.at for spot in spots)
    assert one.y() == two.y() < three.y()
    assert one.x() == three.x() < two.x()
    assert {"uneasy", "hopeful", "Jan"} <= set(drawing.texts())
    assert drawing.overlapping() == []


def test_the_area_is_in_proportion() -> None:
    drawing, _ = read(draw_bubbles, words(Bubble(0, 0, 16, 0), Bubble(1, 1, 4, 1)))
    sizes = sorted(
        float(attributes.get("r", attributes.get("rx", "0")))
        for tag, _, attributes in drawing.shapes
        if tag in ("circle", "ellipse")
    )
    assert sizes[1] == pytest.approx(2 * sizes[0], rel=0.02)


@pytest.mark.parametrize("count", [1, 12, 36, 121])
def test_as_many_columns_are_named_as_there_is_room_for(count: int) -> None:
    names = tuple(f"month {at}" for at in range(count))
    drawing, _ = read(draw_bubbles, words(Bubble(0, 0, 1, 0), columns=names), (300, 120))
    assert "month 0" in drawing.texts()
    assert drawing.overlapping() == []


def test_it_grows_with_its_rows() -> None:
    assert height_of(words()) > height_of(BubblesData((), (), ()))
