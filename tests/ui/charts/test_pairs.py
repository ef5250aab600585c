"""Words that come together: arcs between them, each with its count."""

from __future__ import annotations

import pytest

from attach_desktop.ui.charts.pairs import Pair, PairsData, draw_pairs, height_of
from tests.ui.charts.made import gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")
DATA = PairsData(
    (("uneasy", 60), ("tired", 50), ("hopeful", 40), ("calm", None)), (Pair(0, 1, 30, 0), Pair(0, 3, 7, 1))
)


def test_words_and_counts_are_written() -> None:
    drawing, spots = read(draw_pairs, DATA)
    assert {"uneasy", "60", "calm", "30", "7"} <= set(drawing.texts())
    assert "None" not in drawing.texts()
    assert [spot.told for spot in spots] == [0, 1]
    assert drawing.overlapping() == []


def test_words_far_apart_have_the_wider_arc() -> None:
    near, far = read(draw_pairs, DATA)[1]
    assert far.at.x() > near.at.x()


def test_a_frequent_pair_is_stronger_also_without_colour() -> None:
    words = DATA.words
    strong = PairsData(words, (Pair(0, 1, 30, 0), Pair(2, 3, 30, 1)))
    weak = PairsData(words, (Pair(0, 1, 30, 0), Pair(2, 3, 1, 1)))
    ink = [
        sum(image.pixelColor(x, y).lightness() < 150 for x in range(120, 460) for y in range(240))
        for image in (gray(picture(draw_pairs, data)) for data in (strong, weak))
    ]
    assert ink[0] > ink[1]


def test_many_arcs_are_all_inside() -> None:
    words = tuple((f"feeling {at}", at) for at in range(8))
    pairs = tuple(Pair(one, two, one + two, 8 * one + two) for one in range(8) for two in range(one + 1, 8))
    drawing, spots = read(draw_pairs, PairsData(words, pairs), (300, height_of(PairsData(words, pairs))))
    assert len(spots) == 28
    assert all(0 < spot.at.x() < 300 for spot in spots)
    assert drawing.overlapping() == []
