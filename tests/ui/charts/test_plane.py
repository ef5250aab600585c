"""The plane: where points stand, what is written, and that dates can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication

from attach_desktop.quiz.picture import PlaneData, PlanePoint, PlaneStrip
from attach_desktop.ui.charts.plane import MOST_LABELS, draw_plane
from attach_desktop.ui.theme.tokens import DARK, LIGHT, THEMES, Palette
from tests.ui.charts.drawn import Drawing, drawn

pytestmark = pytest.mark.usefixtures("qapp")

EMPTY = PlaneData(
    points=7,
    cuts=(4, 4),
    names=("Anxiety", "Avoidance"),
    ends=(("at ease", "worried"), ("leaning in", "keeping distance")),
    parts=("secure", "dismissive", "preoccupied", "fearful"),
)


def point(x: float, y: float, label: str = "") -> PlanePoint:
    return PlanePoint(x, y, (max(1, x - 1), min(7, x + 1)), (max(1, y - 1), min(7, y + 1)), label)


def plane(data: PlaneData, size: tuple[int, int] = (480, 480), palette: Palette = LIGHT) -> Drawing:
    def draw(painter: QPainter, box: QRectF, colours: Palette, font: QFont) -> None:
        draw_plane(painter, box, data, colours, font)

    return drawn(draw, size, palette)


def area(drawing: Drawing) -> QRectF:
    """The square itself: the first shape."""
    attributes = next(attributes for tag, _, attributes in drawing.shapes if tag == "rect")
    return QRectF(*(float(attributes[name]) for name in ("x", "y", "width", "height")))


def dots(drawing: Drawing, colour: str) -> list[tuple[float, float]]:
    return [
        (float(attributes["cx"]), float(attributes["cy"]))
        for tag, fill, attributes in drawing.shapes
        if tag in ("circle", "ellipse") and fill == colour.lower()
    ]


def test_the_axes_and_the_four_parts_are_named() -> None:
    drawing = plane(EMPTY)
    assert {"Anxiety", "Avoidance", "at ease", "worried", "leaning in", "keeping distance"} <= set(drawing.texts())
    square, middle = area(drawing), area(drawing).center()
    assert drawing.find("secure").box.center().x() < middle.x()
    assert drawing.find("secure").box.center().y() > middle.y()
    assert drawing.find("fearful").box.center().x() > middle.x()
    assert drawing.find("fearful").box.center().y() < middle.y()
    assert drawing.find("preoccupied").box.center().y() > middle.y() > drawing.find("dismissive").box.center().y()
    assert square.width() == square.height()


def test_low_is_left_and_down() -> None:
    low, high = point(1, 1), point(7, 7)
    square = area(plane(EMPTY))
    (corner,) = dots(plane(replace(EMPTY, line=(low,), chosen=0)), LIGHT.accent)
    assert corner == pytest.approx((square.left(), square.bottom()), abs=0.1)
    (corner,) = dots(plane(replace(EMPTY, line=(high,), chosen=0)), LIGHT.accent)
    assert corner == pytest.approx((square.right(), square.top()), abs=0.1)


def test_the_box_is_the_interval() -> None:
    drawing = plane(replace(EMPTY, line=(PlanePoint(3, 5, (2, 4), (4.5, 5.5)),), chosen=0))
    square = area(drawing)
    unit = square.width() / 6
    # A rounded rectangle is a path in SVG.
    (path,) = [attributes["d"] for tag, _, attributes in drawing.shapes if tag == "path"]
    pairs = [pair.split(",") for pair in re.findall(r"[-\d.]+,[-\d.]+", path)]
    xs, ys = [float(x) for x, _ in pairs], [float(y) for _, y in pairs]
    assert (min(xs), max(xs)) == pytest.approx((square.left() + unit, square.left() + 3 * unit), abs=0.1)
    assert (min(ys), max(ys)) == pytest.approx((square.bottom() - 4.5 * unit, square.bottom() - 3.5 * unit), abs=0.1)


def test_other_takes_are_hollow_and_tied_in_the_order_of_time() -> None:
    line = (point(2, 2, "1 Jan 26"), point(3, 3, "1 Mar 26"), point(4, 2, "1 May 26"))
    alone, drawing = plane(replace(EMPTY, line=line[:1], chosen=0)), plane(replace(EMPTY, line=line, chosen=1))
    assert len(dots(drawing, LIGHT.accent)) == 1
    assert len(dots(drawing, LIGHT.surface)) == 2
    assert drawing.count("polyline") - alone.count("polyline") == 2


def test_the_date_of_the_chosen_one_is_the_darkest() -> None:
    line = (point(2, 2, "1 Jan 26"), point(5, 5, "1 Mar 26"))
    drawing = plane(replace(EMPTY, line=line, chosen=0))
    assert drawing.find("1 Jan 26").colour == LIGHT.ink.lower()
    assert drawing.find("1 Mar 26").colour == LIGHT.muted.lower()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("size", [(340, 340), (480, 480)])
def test_no_date_lies_on_another_or_on_a_name(seed: int, size: tuple[int, int]) -> None:
    chance = Random(seed)
    line = tuple(
        point(1 + 6 * chance.random() ** 2, 1 + 6 * chance.random() ** 2, f"{day} Nov 26") for day in range(10, 24)
    )
    drawing = plane(replace(EMPTY, line=line, chosen=13), size)
    assert drawing.overlapping() == []
    square = area(drawing)
    assert all(square.contains(written.box) for written in drawing.words if "Nov" in written.text)


def test_a_dozen_takes_at_one_place_all_keep_their_dates() -> None:
    line = tuple(point(5 + day / 40, 3, f"{day} Nov 26") for day in range(10, 22))
    drawing = plane(replace(EMPTY, line=line, chosen=11))
    assert {text for text in drawing.texts() if "Nov" in text} == {made.label for made in line}
    assert drawing.overlapping() == []


def test_of_very_many_takes_the_newest_are_dated() -> None:
    line = tuple(point(1 + at % 7, 1 + at // 7 % 7, f"take {at}") for at in range(200))
    texts = plane(replace(EMPTY, line=line, chosen=0), (900, 900)).texts()
    told = [text for text in texts if text.startswith("take")]
    assert "take 0" in told
    assert "take 199" in told
    assert len(told) <= MOST_LABELS + 1


@pytest.mark.parametrize("across", [True, False])
def test_one_known_figure_is_a_strip_over_the_whole_plane(across: bool) -> None:
    drawing = plane(replace(EMPTY, strip=PlaneStrip(across, 3, 2, 4)))
    square, unit = area(drawing), area(drawing).width() / 6
    attributes = [attributes for tag, _, attributes in drawing.shapes if tag == "rect"][-1]
    strip = QRectF(*(float(attributes[name]) for name in ("x", "y", "width", "height")))
    wide, long = (strip.width(), strip.height()) if across else (strip.height(), strip.width())
    assert (wide, long) == pytest.approx((2 * unit, square.height()), abs=0.1)
    assert dots(drawing, LIGHT.accent) == []
    assert replace(EMPTY, strip=PlaneStrip(across, 3, 2, 4)).point is None


def test_long_words_of_own_questionnaires_are_cut_off() -> None:
    long = "a very long name of something that somebody made up on a rainy day " * 3
    data = replace(EMPTY, names=(long, long), ends=((long, long), (long, long)), parts=(long, long, long, long))
    drawing = plane(data, (300, 300))
    square = area(drawing)
    # SVG has each line of a wrapped text as an element of its own.
    for written in drawing.words:
        assert written.box.width() <= square.width()
    across = [written.box for written in drawing.words if written.upright and written.box.top() > square.bottom()]
    assert len(across) == 3
    assert not any(one.intersects(two) for at, one in enumerate(across) for two in across[at + 1 :])


@pytest.mark.parametrize("name", THEMES)
def test_each_theme_draws_in_its_own_colours(name: str) -> None:
    palette = THEMES[name]
    drawing = plane(replace(EMPTY, line=(point(3, 3),), chosen=0), palette=palette)
    assert dots(drawing, palette.accent)
    assert {written.colour for written in drawing.words} <= {palette.ink.lower(), palette.muted.lower()}


def test_dark_paper_is_not_light(qapp: QApplication) -> None:
    assert plane(EMPTY, palette=DARK).shapes != plane(EMPTY).shapes
