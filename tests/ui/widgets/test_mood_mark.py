"""The mood mark tells mood and energy by its shape alone."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.theme.tokens import DARK, LIGHT, THEMES, Palette
from attach_desktop.ui.widgets.mood_mark import MarkPictures, draw_mark

SIDE = 32


def drawn(mood: int | None, energy: int | None, palette: Palette = LIGHT) -> QImage:
    picture = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_mark(painter, QRectF(0, 0, SIDE, SIDE), mood, energy, palette)
    painter.end()
    return picture


def shape(picture: QImage) -> frozenset[tuple[int, int, int]]:
    """Where there is ink, without its colour."""
    return frozenset((x, y, picture.pixelColor(x, y).alpha() // 32) for x in range(SIDE) for y in range(SIDE))


def ink(picture: QImage) -> int:
    return sum(alpha for _, _, alpha in shape(picture))


def weight(picture: QImage, rows: range) -> int:
    return sum(picture.pixelColor(x, y).alpha() for x in range(SIDE) for y in rows)


def test_every_mood_and_energy_has_a_shape_of_its_own_without_colour(qapp: QApplication) -> None:
    shapes = {(mood, energy): shape(drawn(mood, energy)) for mood in range(1, 6) for energy in range(1, 6)}
    alike = [(one, other) for one, other in combinations(shapes, 2) if shapes[one] == shapes[other]]
    assert alike == []


def test_a_low_mood_hangs_and_a_high_one_is_lifted_at_the_ends(qapp: QApplication) -> None:
    low, high = drawn(1, 1), drawn(5, 1)
    # The middle of the line: high up when unpleasant (its ends hang), low when pleasant (its ends are lifted).
    upper, lower = range(SIDE // 2), range(SIDE // 2, SIDE)
    middle = SIDE // 2
    tops = {name: next(y for y in range(SIDE) if picture.pixelColor(middle, y).alpha() > 128)
            for name, picture in (("low", low), ("high", high))}  # fmt: skip
    assert tops["low"] < tops["high"]
    assert weight(low, upper) != weight(high, upper)
    assert weight(low, upper) + weight(low, lower) > 0


def test_more_energy_is_more_ink(qapp: QApplication) -> None:
    inks = [ink(drawn(3, energy)) for energy in range(1, 6)]
    assert inks == sorted(inks)
    assert inks[-1] > inks[0] * 1.5


def test_without_a_mood_it_is_a_ring_and_without_energy_still_a_mark(qapp: QApplication) -> None:
    ring = drawn(None, None)
    assert ring.pixelColor(SIDE // 2, SIDE // 2).alpha() == 0
    assert ink(ring) > 0
    assert shape(drawn(4, None)) != shape(ring)


@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
def test_the_colour_is_the_moods_in_every_theme(qapp: QApplication, palette: Palette) -> None:
    for mood in range(1, 6):
        picture = drawn(mood, 5, palette)
        solid = {
            picture.pixelColor(x, y).name()
            for x in range(SIDE)
            for y in range(SIDE)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert QColor(palette.mood[mood - 1]).name() in solid


def test_it_leaves_the_painter_as_it_was(qapp: QApplication) -> None:
    picture = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    painter.setPen(QColor(DARK.ink))
    draw_mark(painter, QRectF(0, 0, SIDE, SIDE), 2, 4, LIGHT)
    assert painter.pen().color() == QColor(DARK.ink)
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()


def test_it_stays_inside_its_box(qapp: QApplication) -> None:
    for mood in range(1, 6):
        for energy in range(1, 6):
            picture = drawn(mood, energy)
            edge = [(x, y) for x in range(SIDE) for y in range(SIDE) if min(x, y) == 0 or max(x, y) == SIDE - 1]
            assert all(picture.pixelColor(x, y).alpha() == 0 for x, y in edge), (mood, energy)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_of_a_mark_is_the_mark_also_after_the_palette_changed(qapp: QApplication, ratio: float) -> None:
    marks = MarkPictures(SIDE)
    for palette in (LIGHT, DARK, LIGHT):
        for mood, energy in ((2, 4), (None, None), (2, 4)):
            expected, got = (blank(ratio) for _ in range(2))
            painter = QPainter(expected)
            draw_mark(painter, QRectF(0, 0, SIDE, SIDE), mood, energy, palette)
            painter.end()
            painter = QPainter(got)
            marks.draw(painter, QPointF(0.3, -0.3), mood, energy, palette)
            painter.end()
            assert got == expected, (mood, energy)


def blank(ratio: float) -> QImage:
    picture = QImage(int(SIDE * ratio), int(SIDE * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
