"""Columns side by side, such as hours or weekdays: how often each value was there, the median and its interval."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from attach_desktop.ui.charts.canvas import LEFT, MIDDLE, RIGHT, Drawing

#: The most dots that stand side by side in one row of a column; where there are more, a bar stands for them.
_DOTS = 7


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how often each value was there, the median with its interval (None below six days)."""

    label: str
    counts: tuple[tuple[float, int], ...]
    told: int
    median: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class StripData:
    """The scale with words for its ends, and the columns. ``moods`` puts mood marks beside the steps."""

    low: float
    high: float
    ends: tuple[str, str]
    columns: tuple[Column, ...]
    moods: bool = True


class _Drawing(Drawing[StripData]):
    def measure(self) -> None:
        box, data = self.box, self.data
        words = min(self.widest(data.ends) + 0.8 * self.line, box.width() / 3.5)
        self.margin = 2.2 * self.line if data.moods else words
        self.area = box.adjusted(self.margin, 0.9 * self.line, 0, -2.0 * self.line)
        self.wide = self.area.width() / max(1, len(data.columns))
        self.most = max((count for column in data.columns for _, count in column.counts), default=1)

    def all(self) -> None:
        self.scale()
        every = self.every()
        for at, column in enumerate(self.data.columns):
            left = self.area.left() + at * self.wide
            self.column(column, left)
            if at % every == 0:
                room = QRectF(
                    left + self.wide / 2 - every * self.wide / 2,
                    self.area.bottom() + 0.9 * self.line,
                    every * self.wide,
                    self.line,
                )
                self.text(room, column.label, MIDDLE)

    def every(self) -> int:
        """Every how many columns there is room for a label."""
        wide = self.widest([column.label for column in self.data.columns]) + 0.4 * self.line
        return next((step for step in (1, 2, 3, 4, 6, 8, 12) if step * self.wide >= wide), len(self.data.columns))

    def y(self, value: float) -> float:
        share = (value - self.data.low) / (self.data.high - self.data.low)
        return self.area.bottom() - share * self.area.height()

    def scale(self) -> None:
        data, area = self.data, self.area
        for step in range(int(data.high - data.low) + 1):
            self.grid_pen()
            self.across(self.y(data.low + step), area.left(), area.right())
        if data.moods:
            for mood in (1, 2, 3, 4, 5):
                self.mark(area.left() - 1.2 * self.line, self.y(mood), mood)
            return
        for word, value in zip(data.ends, (data.low, data.high), strict=True):
            box = QRectF(area.left() - self.margin, self.y(value) - self.line / 2, self.margin, self.line)
            self.text(box.adjusted(0, 0, -0.5 * self.line, 0), word, RIGHT if data.moods else LEFT)

    def column(self, column: Column, left: float) -> None:
        middle = left + self.wide / 2
        room = 0.78 * self.wide
        # Away from the median's mark, the values stand quietly behind.
        self.no_pen()
        self.fill(self.palette.field_line, 0.75)
        size = min(3.6 * self.unit, room / (2.4 * _DOTS))
        for value, count in column.counts:
            y = self.y(value)
            if self.most <= _DOTS:
                for number in range(count):
                    x = middle + (number - (count - 1) / 2) * 2.4 * size
                    self.dot(x, y, size / self.unit)
            else:
                half = max(room / 2 * count / self.most, 0.8 * self.unit)
                self.bar(QRectF(middle - half, y - 2.6 * self.unit, 2 * half, 5.2 * self.unit), 2.6)
        if column.median is not None:
            self.median(column, middle, room)
        top, bottom = self.area.top() - 0.6 * self.line, self.area.bottom() + 0.6 * self.line
        reading = column.median if column.median is not None else (self.data.low + self.data.high) / 2
        if column.counts:
            self.spot(middle, self.y(reading), column.told, QRectF(left, top, self.wide, bottom - top))

    def median(self, column: Column, middle: float, room: float) -> None:
        half = min(room / 2, 0.9 * self.line)
        if column.low is not None and column.high is not None:
            self.pen(self.palette.accent, 1)
            self.fill(self.palette.accent, 0.16)
            top, bottom = self.y(column.high), self.y(column.low)
            around = 4 * self.unit
            self.bar(QRectF(middle - half, top - around, 2 * half, bottom - top + 2 * around), 4)
        if column.median is not None:
            self.pen(self.palette.surface, 6)
            self.across(self.y(column.median), middle - half, middle + half)
            self.pen(self.palette.accent, 3.2)
            self.across(self.y(column.median), middle - half, middle + half)


#: Draw the columns in ``box``; each column is a spot.
draw_strip = _Drawing.draw
