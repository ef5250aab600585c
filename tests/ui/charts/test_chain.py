"""The chain in quiet columns."""

from __future__ import annotations

import pytest

from attach_desktop.ui.charts.chain import ChainColumn, ChainData, Link, draw_chain, height_of
from tests.ui.charts.made import gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")
COLUMNS = (
    ChainColumn("Trigger", (("silence", 20, 0),)),
    ChainColumn("Thought", (("they lost interest in me again", 12, 1), ("it is too much", 4, 2))),
    ChainColumn("After", (("lower", 9, 3), ("the same", 3, 4), ("higher", 2, 5))),
)
DATA = ChainData(COLUMNS, (Link(0, 0, 0, 12), Link(1, 0, 2, 5)))


def test_columns_go_to_the_right_and_words_down() -> None:
    drawing, spots = read(draw_chain, DATA, (700, height_of(DATA)))
    places = {spot.told: spot.at for spot in spots}
    assert places[0].x() < places[1].x() < places[3].x()
    assert places[3].y() < places[4].y() < places[5].y()
    assert {"Trigger", "Thought", "After", "silence", "20"} <= set(drawing.texts())
    assert drawing.overlapping() == []


@pytest.mark.parametrize("width", [360, 560, 1040])
def test_long_words_stay_in_their_boxes(width: int) -> None:
    long = ChainColumn("Thought", tuple((f"a very long thought that never ends {at} " * 4, at, at) for at in range(4)))
    data = ChainData((COLUMNS[0], long, long, long, COLUMNS[2]), ())
    drawing, _ = read(draw_chain, data, (width, height_of(data)))
    assert drawing.overlapping() == []
    assert all(written.box.right() <= width + 1 for written in drawing.words)


def test_a_frequent_step_is_wider_also_without_colour() -> None:
    ink = []
    for count in (1, 20):
        image = gray(picture(draw_chain, ChainData(COLUMNS, (Link(0, 0, 0, count),)), size=(700, 200)))
        plain = gray(picture(draw_chain, ChainData(COLUMNS, ()), size=(700, 200)))
        ink.append(sum(image.pixelColor(x, y) != plain.pixelColor(x, y) for x in range(700) for y in range(200)))
    assert ink[0] < ink[1]


def test_nothing_at_all_is_drawn_as_nothing() -> None:
    assert read(draw_chain, ChainData((), ()))[1] == []
