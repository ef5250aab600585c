"""The mood grid as a map: at each of its 25 places a circle as large as moods were often there."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QRectF

from attach_desktop.ui.charts.canvas import LEFT, MIDDLE, RIGHT, Drawing

_STEPS = 5


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """How often ``mood`` (1 unpleasant to 5 pleasant) and ``energy`` (1 calm to 5 charged) came together."""

    mood: int
    energy: int
    count: int
    told: int


@dataclass(frozen=True, slots=True)
class FieldData:
    """The words for the ends of both axes (low, high), and every place that is not empty."""

    across: tuple[str, str]
    up: tuple[str, str]
    places: tuple[FieldPlace, ...]


class _Drawing(Drawing[FieldData]):
    def all(self) -> None:
        data = self.data
        sides = max(self.widest(data.across) + self.line, 2 * self.line)
        side = min(self.box.width() - 2 * sides, self.box.height() - 3 * self.line)
        if side < 8 * self.line:  # too narrow for words beside it
            sides, side = 0.0, min(self.box.width(), self.box.height() - 3 * self.line)
        area = QRectF(self.box.center().x() - side / 2, self.box.top() + 1.5 * self.line, side, side)
        cell = side / _STEPS
        self.ground(area, cell)
        most = max((place.count for place in data.places), default=1)
        for place in sorted(data.places, key=lambda one: (-one.energy, one.mood)):
            self.place(place, area, cell, most)
        middle = QRectF(area.left(), self.box.top(), area.width(), 1.3 * self.line)
        self.text(middle, data.up[1], MIDDLE)
        self.text(middle.translated(0, area.bottom() + 0.2 * self.line - middle.top()), data.up[0], MIDDLE)
        y = area.center().y() - self.line / 2
        if sides:
            self.text(QRectF(area.left() - sides, y, sides - 0.5 * self.line, self.line), data.across[0], RIGHT)
            self.text(QRectF(area.right() + 0.5 * self.line, y, sides, self.line), data.across[1], LEFT)
        else:
            below = QRectF(area.left(), area.bottom() + 0.2 * self.line, area.width(), 1.3 * self.line)
            self.text(below, data.across[0], LEFT)
            self.text(below, data.across[1], RIGHT)

    def ground(self, area: QRectF, cell: float) -> None:
        self.grid_pen(firm=True)
        self.no_fill()
        self.bar(area, 6)
        for step in range(1, _STEPS):
            self.across(area.top() + step * cell, area.left(), area.right())
            self.down(area.left() + step * cell, area.top(), area.bottom())

    def place(self, place: FieldPlace, area: QRectF, cell: float, most: int) -> None:
        box = QRectF(area.left() + (place.mood - 1) * cell, area.bottom() - place.energy * cell, cell, cell)
        # The area is in proportion, but no circle is too small to see.
        radius = max(0.46 * cell * sqrt(place.count / most), 1.5 * self.unit)
        middle = box.center()
        colour = self.palette.mood[place.mood - 1]
        self.fill(colour, 0.3)
        self.pen(colour, 1.4)
        self.painter.drawEllipse(middle, radius, radius)
        text = str(place.count)
        if self.width(text) < 1.7 * radius and self.line < 2 * radius:
            self.text(box, text, MIDDLE, self.palette.ink)
        self.spot(middle.x(), middle.y(), place.told, box)


#: Draw the map as a square in the middle of ``box``; each place is a spot.
draw_field = _Drawing.draw
