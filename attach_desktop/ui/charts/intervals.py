"""Rows with a point and its interval: things compared on one scale. Where there is too little, only the dots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF

from attach_desktop.ui.charts.canvas import LEFT, MIDDLE, RIGHT, Drawing


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, a note at the right such as "14 times", and what is known.

    ``dots`` are single values, each as often as it was there. A row that is ``quiet`` stands for comparison.
    """

    name: str
    note: str
    told: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    dots: tuple[float, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class IntervalsData:
    """The scale from ``low`` to ``high`` with words for its ends, and the rows.

    Where values are ``changes``, an upright line stands at no change, and numbers along the scale; where they are
    ``moods``, the marks of the five moods.
    """

    low: float
    high: float
    ends: tuple[str, str]
    rows: tuple[Row, ...]
    changes: bool = False
    moods: bool = False


def height_of(data: IntervalsData) -> int:
    """The height in pixels that the rows would like to have."""
    return (62 if data.changes else 46) + 30 * max(1, len(data.rows))


class _Drawing(Drawing[IntervalsData]):
    def measure(self) -> None:
        box, data = self.box, self.data
        # The drawing keeps at least a good third of the width; names are cut off, and told whole when read.
        self.left = min(self.widest([row.name for row in data.rows]) + 1.2 * self.line, 0.34 * box.width())
        self.right = min(self.widest([row.note for row in data.rows]) + 1.2 * self.line, 0.28 * box.width())
        foot = (3.1 if data.changes else 2.0) * self.line
        self.area = box.adjusted(self.left, 0.3 * self.line, -self.right, -foot)
        self.high = min(self.area.height() / max(1, len(data.rows)), 2.4 * self.line)
        self.area.setHeight(self.high * max(1, len(data.rows)))

    def all(self) -> None:
        self.scale()
        for at, row in enumerate(self.data.rows):
            self.row(row, self.area.top() + at * self.high)

    def x(self, value: float) -> float:
        share = (value - self.data.low) / (self.data.high - self.data.low)
        inset = 0.6 * self.line
        return self.area.left() + inset + share * (self.area.width() - 2 * inset)

    def scale(self) -> None:
        area, data = self.area, self.data
        span = data.high - data.low
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if span / step <= 10)
        # At whole steps from zero, so that no change is always one of them.
        grid = [number * step for number in range(ceil(data.low / step), floor(data.high / step) + 1)]
        for value in grid:
            self.grid_pen()
            self.down(self.x(value), area.top(), area.bottom())
        if data.changes:
            self.pen(self.palette.field_line, 1.4)
            self.down(self.x(0), area.top(), area.bottom() + 0.3 * self.line)
        y = area.bottom() + 0.5 * self.line
        if data.moods:
            for mood in (1, 2, 3, 4, 5):
                self.mark(self.x(mood), y + 0.5 * self.line, mood)
            return
        if not data.changes:
            low, high = f"{data.low:g} {data.ends[0]}", f"{data.ends[1]} {data.high:g}"
            left, right = self.x(data.low) - 0.5 * self.line, self.x(data.high) + 0.5 * self.line
            self.text(QRectF(left, y, (right - left) / 2, self.line), low, LEFT)
            self.text(QRectF((left + right) / 2, y, (right - left) / 2, self.line), high, RIGHT)
            return
        self.numbers(grid, y)
        # The two ends share the width of the whole drawing, so that their words have room.
        y += 1.1 * self.line
        middle = self.x(0)
        gap = 0.8 * self.line
        less = QRectF(self.box.left(), y, middle - gap - self.box.left(), self.line)
        more = QRectF(middle + gap, y, self.box.right() - middle - gap, self.line)
        self.text(less, data.ends[0], RIGHT)
        self.text(more, data.ends[1], LEFT)
        self.arrow(less.right() - self.width(data.ends[0]) - 0.5 * self.line, less.center().y(), -1)
        self.arrow(more.left() + self.width(data.ends[1]) + 0.5 * self.line, more.center().y(), 1)

    def numbers(self, grid: Sequence[float], y: float) -> None:
        """How far each line of the grid lies from no change; where they stand close, only some are told.

        Without a sign: the words below say which way.
        """
        told = [f"{abs(value):g}" for value in grid]
        room = self.widest(told) + 0.6 * self.line
        step = grid[1] - grid[0]
        every = step * max(1, ceil(room / (self.x(step) - self.x(0))))
        for value, text in zip(grid, told, strict=True):
            if value % every == 0:
                self.text(QRectF(self.x(value) - room, y, 2 * room, self.line), text, MIDDLE)

    def arrow(self, x: float, y: float, way: int) -> None:
        """Which way a word of the scale means: -1 to the left, 1 to the right."""
        self.pen(self.palette.muted, 1.2)
        tip, back = x + way * 0.7 * self.line, 0.22 * self.line
        self.across(y, x, tip)
        self.painter.drawLine(QPointF(tip, y), QPointF(tip - way * back, y - back))
        self.painter.drawLine(QPointF(tip, y), QPointF(tip - way * back, y + back))

    def row(self, row: Row, top: float) -> None:
        y = top + self.high / 2
        colour = self.palette.field_line if row.quiet else self.palette.accent
        name = QRectF(self.box.left(), top, self.left - 0.6 * self.line, self.high)
        self.text(name, row.name, LEFT, self.palette.muted if row.quiet else self.palette.ink)
        note = QRectF(self.area.right() + 0.6 * self.line, top, self.right - 0.6 * self.line, self.high)
        self.text(note, row.note, RIGHT)
        self.dots(row, y)
        if row.low is not None and row.high is not None:
            self.pen(colour, 2)
            self.across(y, self.x(row.low), self.x(row.high))
            for end in (row.low, row.high):
                self.down(self.x(end), y - 3.5 * self.unit, y + 3.5 * self.unit)
        at = (self.data.low + self.data.high) / 2
        if row.value is not None:
            at = row.value
            self.pen(self.palette.surface, 2)
            self.fill(self.palette.surface if row.quiet else colour)
            self.dot(self.x(at), y, 6)
            if row.quiet:
                self.pen(colour, 1.8)
                self.dot(self.x(at), y, 4.5)
        elif row.dots:
            at = row.dots[0]
        self.spot(self.x(at), y, row.told, QRectF(self.box.left(), top, self.box.width(), self.high))

    def dots(self, row: Row, y: float) -> None:
        """Single values; those that are the same stand on each other."""
        self.no_pen()
        self.fill(self.palette.field_line, 0.8)
        tallest = max(Counter(row.dots).values(), default=1)
        # A pile never reaches into the row above or below, however high it is.
        apart = min(5.8 * self.unit, 0.8 * self.high / tallest)
        met = Counter[float]()
        for value in row.dots:
            number = met[value]
            met[value] += 1
            up = (number + 1) // 2 * (-1 if number % 2 else 1)
            self.dot(self.x(value), y + up * apart, 2.7)


#: Draw the rows in ``box``; each is a spot.
draw_intervals = _Drawing.draw
