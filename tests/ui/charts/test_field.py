"""The map of moods: where circles stand, how large they are, what is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from attach_desktop.ui.charts.field import FieldData, FieldPlace, draw_field
from attach_desktop.ui.theme.tokens import THEMES
from tests.ui.charts.made import gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")


def field(*places: tuple[int, int, int]) -> FieldData:
    made = tuple(FieldPlace(mood, energy, count, at) for at, (mood, energy, count) in enumerate(places))
    return FieldData(("unpleasant", "pleasant"), ("calm", "charged"), made)


def test_pleasant_is_right_and_charged_is_up() -> None:
    spots = {spot.told: spot.at for spot in read(draw_field, field((1, 1, 3), (5, 5, 3), (1, 5, 3)))[1]}
    assert spots[0].x() == spots[2].x() < spots[1].x()
    assert spots[2].y() == spots[1].y() < spots[0].y()


def test_the_area_is_in_proportion() -> None:
    drawing, _ = read(draw_field, field((1, 1, 100), (5, 5, 25)))
    radii = sorted(
        float(attributes.get("r", attributes.get("rx", "0")))
        for tag, _, attributes in drawing.shapes
        if tag in ("circle", "ellipse")
    )
    assert radii[1] == pytest.approx(2 * radii[0], rel=0.001)


def test_the_ends_are_named_and_nothing_lies_on_anything() -> None:
    every = [(mood, energy, mood * energy) for mood in range(1, 6) for energy in range(1, 6)]
    for size in ((460, 300), (240, 200), (900, 300)):
        drawing, spots = read(draw_field, field(*every), size)
        assert {"unpleasant", "pleasant", "calm", "charged"} <= set(drawing.texts())
        assert drawing.overlapping() == []
        assert len(spots) == 25
        around = QRectF(0, 0, *size).adjusted(-2, -2, 2, 2)
        assert all(around.contains(written.box) for written in drawing.words)


@pytest.mark.parametrize("theme", THEMES)
def test_one_entry_among_thousands_is_still_seen(theme: str) -> None:
    with_one = picture(draw_field, field((3, 3, 5000), (5, 1, 1)), THEMES[theme])
    assert gray(with_one) != gray(picture(draw_field, field((3, 3, 5000)), THEMES[theme]))


def test_an_empty_map_is_a_grid() -> None:
    drawing, spots = read(draw_field, field())
    assert spots == []
    assert "charged" in drawing.texts()
