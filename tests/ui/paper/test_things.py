from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from attach_desktop.summary.document import Figure
from attach_desktop.ui.paper.drawings import drawings
from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.paper.things import Drawing, MarkThing, Numbers, Rule, Thing
from attach_desktop.ui.paper.type import Fonts
from tests.ui.paper.laid import PLANE

pytestmark = pytest.mark.usefixtures("qapp")
WIDE, HIGH, SCALE = 120, 80, 4


def drawn(thing: Thing) -> QImage:
    """A thing ten millimetres from the corner, four pixels a millimetre."""
    image = QImage(WIDE * SCALE, HIGH * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE / MM, SCALE / MM)
    before = painter.transform()
    thing.draw(painter, 10 * MM, 10 * MM, Fonts())
    assert painter.transform() == before
    painter.end()
    return image


def edges(image: QImage) -> tuple[float, float, float, float]:
    """What is inked: left, top, right, bottom, in millimetres from the place."""
    white = QColor("white").rgb()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != white]
    xs, ys = [x / SCALE - 10 for x, _ in spots], [y / SCALE - 10 for _, y in spots]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("firm", [False, True])
def test_a_rule_is_as_wide_as_it_says_and_thin(firm: bool) -> None:
    left, top, right, bottom = edges(drawn(Rule(60 * MM, firm)))
    assert left == pytest.approx(0, abs=0.5)
    assert right == pytest.approx(60, abs=0.5)
    assert bottom - top < 0.6


@pytest.mark.parametrize("mood", [None, 1, 2, 3, 4, 5])
def test_marks_stay_in_their_boxes_and_differ_by_shape(mood: int | None) -> None:
    image = drawn(MarkThing(mood, 5, 20 * MM))
    left, top, right, bottom = edges(image)
    assert min(left, top) > -0.5
    assert max(right, bottom) < 20.5
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    others = [drawn(MarkThing(other, 5, 20 * MM)) for other in (None, 1, 2, 3, 4, 5) if other != mood]
    assert all(other.convertToFormat(QImage.Format.Format_Grayscale8) != grey for other in others)


def test_a_drawing_fills_its_box() -> None:
    (chart,) = drawings(Figure(PLANE, "A plane", "A plane"))
    left, top, right, bottom = edges(drawn(Drawing(chart, 60 * MM, 60 * MM)))
    assert min(left, top) > -1
    assert max(right, bottom) < 61
    assert bottom - top > 45


def test_numbers_stand_apart_in_their_row() -> None:
    image = drawn(Numbers(0, 10, 99 * MM, 9 * MM))
    left, top, right, bottom = edges(image)
    assert left > 2
    assert right < 97
    assert 0 < top < bottom < 9
    white = QColor("white").rgb()
    columns = [any(image.pixel(x, y) != white for y in range(image.height())) for x in range(image.width())]
    # Eleven numbers, of which the last has two figures.
    assert sum(now and not before for before, now in pairwise(columns)) in (11, 12)
