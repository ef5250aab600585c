"""A year in pixels: a cell for each day, a row for each month, with the mood as shape and colour. No entry, no cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from attach_desktop.ui.charts.canvas import MIDDLE, RIGHT, Drawing

_DAYS = 31


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day with its mood as a step of 1 to 5 (the median, halves towards the middle)."""

    day: date
    mood: int
    told: int


@dataclass(frozen=True, slots=True)
class PixelsData:
    """Twelve months or fewer, each as (year, month) with its short name, and the cells of days that have a mood."""

    months: tuple[tuple[int, int, str], ...]
    cells: tuple[DayCell, ...]


class _Drawing(Drawing[PixelsData]):
    def all(self) -> None:
        data = self.data
        margin = self.widest([name for _, _, name in data.months]) + 0.7 * self.line
        rows = max(1, len(data.months))
        self.wide = (self.box.width() - margin) / _DAYS
        self.high = min((self.box.height() - 1.4 * self.line) / rows, 1.35 * self.wide)
        self.left, self.top = self.box.left() + margin, self.box.top() + 1.4 * self.line
        for number in (1, 5, 10, 15, 20, 25, 30):
            box = QRectF(self.left + (number - 2) * self.wide, self.box.top(), 3 * self.wide, self.line)
            self.text(box, str(number), MIDDLE)
        rows_of = dict[tuple[int, int], int]()
        for row, (year, month, name) in enumerate(data.months):
            rows_of[year, month] = row
            box = QRectF(self.box.left(), self.top + row * self.high, margin - 0.6 * self.line, self.high)
            self.text(box, name, RIGHT)
            self.empty_days(year, month, row)
        paths = {mood: self.path(mood) for mood in range(1, 6)}
        for cell in data.cells:
            self.cell(cell, rows_of[cell.day.year, cell.day.month], paths[cell.mood])

    def at(self, day: int, row: int) -> QRectF:
        gap = 0.045 * self.wide
        return QRectF(self.left + (day - 1) * self.wide, self.top + row * self.high, self.wide, self.high).adjusted(
            gap, gap, -gap, -gap
        )

    def empty_days(self, year: int, month: int, row: int) -> None:
        """A quiet point for each day of the calendar: a day without an entry is seen to be one."""
        self.no_pen()
        self.fill(self.palette.line)
        last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days if year < 9999 else 31
        for day in range(1, last + 1):
            self.dot(self.at(day, row).center().x(), self.at(day, row).center().y(), 1.1)

    def path(self, mood: int) -> QPainterPath:
        """The mood mark's line for a cell, around the origin."""
        wide, high = 0.56 * self.wide, 0.5 * min(self.high, self.wide)
        bend = (mood - 3) / 2 * high
        path = QPainterPath()
        path.moveTo(-wide / 2, -bend / 2)
        # A parabola through the mark's ends and its middle.
        path.quadTo(0, 1.5 * bend, wide / 2, -bend / 2)
        return path

    def cell(self, cell: DayCell, row: int, path: QPainterPath) -> None:
        box = self.at(cell.day.day, row)
        self.no_pen()
        self.fill(self.palette.surface)
        self.painter.drawRect(box)
        self.fill(self.palette.mood[cell.mood - 1], 0.42 if self.palette.dark else 0.5)
        self.bar(box, 2.5)
        pen = QPen(QColor(self.palette.ink), max(1.0 * self.unit, 0.085 * self.wide))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.no_fill()
        self.painter.setPen(pen)
        middle = box.center()
        self.painter.translate(middle)
        self.painter.drawPath(path)
        self.painter.translate(-middle)
        self.spot(middle.x(), middle.y(), cell.told, box)


#: Draw the months from top to bottom in ``box``; each day with a mood is a spot.
draw_pixels = _Drawing.draw
