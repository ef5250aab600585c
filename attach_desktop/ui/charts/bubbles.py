"""Rows and columns with a circle where they meet, its area in proportion to a count: words by month, say."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QRectF

from attach_desktop.ui.charts.canvas import LEFT, MIDDLE, Drawing


@dataclass(frozen=True, slots=True)
class Bubble:
    """How often the row and the column of these places came together."""

    row: int
    column: int
    count: int
    told: int


@dataclass(frozen=True, slots=True)
class BubblesData:
    """Names of the rows and the columns, and every pair that is not empty."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    bubbles: tuple[Bubble, ...]


def height_of(data: BubblesData) -> int:
    """The height in pixels that the rows would like to have."""
    return 30 + 28 * max(1, len(data.rows))


class _Drawing(Drawing[BubblesData]):
    def all(self) -> None:
        data = self.data
        left = min(self.widest(data.rows) + 1.0 * self.line, 0.34 * self.box.width())
        rows, columns = max(1, len(data.rows)), max(1, len(data.columns))
        area = self.box.adjusted(left, 0, 0, -1.5 * self.line)
        high, wide = min(area.height() / rows, 2.2 * self.line), area.width() / columns
        for at, name in enumerate(data.rows):
            y = area.top() + at * high
            self.text(QRectF(self.box.left(), y, left - 0.6 * self.line, high), name, LEFT, self.palette.ink)
            self.grid_pen(firm=True)
            self.across(y + high / 2, area.left(), area.right())
        bottom = area.top() + rows * high
        self.names(data.columns, area.left(), bottom + 0.3 * self.line, wide)
        most = max((bubble.count for bubble in data.bubbles), default=1)
        largest = 0.46 * min(high, max(wide, 0.9 * self.line))
        for bubble in data.bubbles:
            x, y = area.left() + (bubble.column + 0.5) * wide, area.top() + (bubble.row + 0.5) * high
            radius = max(largest * sqrt(bubble.count / most), 1.5 * self.unit)
            self.pen(self.palette.surface, 1.5)
            self.fill(self.palette.accent)
            self.painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
            reach = QRectF(x - wide / 2, y - high / 2, wide, high)
            self.spot(x, y, bubble.told, reach)

    def names(self, columns: tuple[str, ...], left: float, top: float, wide: float) -> None:
        """As many names of columns as there is room for, the first always among them."""
        room = self.widest(columns) + 0.6 * self.line
        every = next((step for step in (1, 2, 3, 4, 6, 12) if step * wide >= room), max(1, len(columns)))
        for at in range(0, len(columns), every):
            middle = left + (at + 0.5) * wide
            half = max(self.width(columns[at]) / 2 + 2, every * wide / 2)
            box = QRectF(middle - half, top, 2 * half, self.line)
            if box.right() > self.box.right() + 1:
                box.moveRight(self.box.right())
            self.text(box, columns[at], MIDDLE)


#: Draw the circles in ``box``; each is a spot.
draw_bubbles = _Drawing.draw
