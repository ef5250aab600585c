"""The canvas: text that stays in its box, marks that look alike on every device."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from attach_desktop.ui.charts.canvas import LEFT, Canvas, Drawing
from attach_desktop.ui.charts.chart import Span, Spot
from attach_desktop.ui.theme.tokens import CONTRAST, LIGHT, Palette
from tests.ui.charts.made import gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_long_text_is_cut_off_where_its_box_ends() -> None:
    def draw(painter: QPainter, box: QRectF, data: str, palette: Palette, font: QFont, span: Span) -> list[Spot]:
        canvas = Canvas(painter, box, palette, font)
        canvas.text(QRectF(0, 0, 100, canvas.line), data, LEFT)
        return canvas.spots

    drawing, _ = read(draw, "a very long text that goes on and on and on")
    (written,) = drawing.words
    assert written.text.endswith("…")
    assert written.box.width() <= 100


@pytest.mark.parametrize("room", [1, 2, 3])
def test_lines_are_taken_before_anything_is_cut_off(room: int) -> None:
    def draw(painter: QPainter, box: QRectF, data: str, palette: Palette, font: QFont, span: Span) -> list[Spot]:
        canvas = Canvas(painter, box, palette, font)
        canvas.lines(QRectF(0, 0, 130, room * canvas.line), data, palette.ink)
        return canvas.spots

    text = "something has shifted and I am the last to know, as ever and ever and ever"
    drawing, _ = read(draw, text)
    assert len(drawing.words) == room
    assert drawing.overlapping() == []
    assert drawing.words[-1].text.endswith("…")
    assert text.startswith(" ".join(written.text for written in drawing.words).rstrip("…").rstrip())
    drawing, _ = read(draw, "short")
    assert drawing.texts() == ["short"]


def test_one_word_that_is_too_long_is_cut_off() -> None:
    def draw(painter: QPainter, box: QRectF, data: str, palette: Palette, font: QFont, span: Span) -> list[Spot]:
        canvas = Canvas(painter, box, palette, font)
        canvas.lines(QRectF(0, 0, 60, 2 * canvas.line), data, palette.ink)
        return canvas.spots

    drawing, _ = read(draw, "Donaudampfschifffahrtsgesellschaft stays")
    assert drawing.texts()[1] == "stays"
    assert all(written.box.width() <= 61 for written in drawing.words)


@pytest.mark.parametrize("mood", [1, 2, 4, 5])
def test_moods_are_told_apart_without_colour(mood: int) -> None:
    def draw(painter: QPainter, box: QRectF, data: int, palette: Palette, font: QFont, span: Span) -> list[Spot]:
        canvas = Canvas(painter, box, palette, font)
        canvas.mark(50, 50, data)
        return canvas.spots

    one, other = gray(picture(draw, mood, size=(100, 100))), gray(picture(draw, 3, size=(100, 100)))

    def shape(image: QImage) -> set[tuple[int, int]]:
        return {(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).lightness() < 200}

    assert shape(one)
    assert shape(one) != shape(other)


def test_grid_lines_stay_quiet_where_lines_are_as_strong_as_ink() -> None:
    def draw(painter: QPainter, box: QRectF, data: None, palette: Palette, font: QFont, span: Span) -> list[Spot]:
        canvas = Canvas(painter, box, palette, font)
        canvas.grid_pen(firm=True)
        canvas.across(50, 0, 100)
        return canvas.spots

    image = picture(draw, None, CONTRAST, (100, 100))
    assert 20 < image.pixelColor(50, 50).lightness() < 200
    assert picture(draw, None, LIGHT, (100, 100)).pixelColor(50, 50).name().upper() != LIGHT.surface


class _Across(Drawing[float]):
    def measure(self) -> None:
        self.y = self.data * self.box.height()

    def all(self) -> None:
        self.pen(self.palette.accent, 4)
        self.across(self.y, self.box.left(), self.box.right())
        self.spot(self.span.begin, self.y, 7)


def test_a_drawing_tells_its_spots_and_leaves_the_painter_as_it_was() -> None:
    image = QImage(80, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    pen, font, hints = painter.pen(), painter.font(), painter.renderHints()
    small = QFont(font)
    small.setPointSizeF(5)
    (spot,) = _Across.draw(painter, QRectF(0, 0, 80, 40), 0.5, LIGHT, small, Span(0.25, 1))
    assert (spot.at.x(), spot.at.y(), spot.told) == (0.25, 20, 7)
    assert (painter.pen(), painter.font(), painter.renderHints()) == (pen, font, hints)
    painter.end()
