"""What stands on a page beside text: hairlines, mood marks, drawings, numbers to circle."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from attach_desktop.ui.charts.chart import WHOLE, Chart
from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.paper.type import Fonts, Style
from attach_desktop.ui.theme.tokens import LIGHT
from attach_desktop.ui.widgets.mood_mark import draw_mark, mark_path, mark_pen

#: How thick a hairline is, and the side of the box that a mood mark is drawn in, before it is made the size of paper.
_HAIR, _MARK = 0.1 * MM, 24.0


class Thing:
    """Something that can be drawn at a place of a page, in dots."""

    __slots__ = ()

    def draw(self, painter: QPainter, x: float, y: float, fonts: Fonts) -> None:
        """Draw it with its top left corner at a place."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Rule(Thing):
    """A hairline; ``firm`` where something is to be written on it."""

    width: float
    firm: bool = False

    def draw(self, painter: QPainter, x: float, y: float, fonts: Fonts) -> None:
        """Draw it."""
        painter.setPen(QPen(QColor(LIGHT.field_line if self.firm else LIGHT.line), _HAIR * (1.5 if self.firm else 1)))
        painter.drawLine(QLineF(x, y, x + self.width, y))


@dataclass(frozen=True, slots=True)
class MarkThing(Thing):
    """A mood mark with a side of ``side`` dots."""

    mood: int | None
    energy: int | None
    side: float

    def draw(self, painter: QPainter, x: float, y: float, fonts: Fonts) -> None:
        """Draw it: its pens are in pixels of the screen, so it is drawn small and made larger."""
        box = QRectF(0, 0, _MARK, _MARK)
        painter.save()
        painter.translate(x, y)
        painter.scale(self.side / _MARK, self.side / _MARK)
        if self.mood is None:
            draw_mark(painter, box, None, self.energy, LIGHT)
        else:
            # A journal has thousands of marks of few shapes.
            key = (self.mood, self.energy)
            if key not in fonts.marks:
                fonts.marks[key] = (mark_pen(*key, LIGHT), mark_path(box, *key))
            pen, path = fonts.marks[key]
            painter.strokePath(path, pen)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Drawing(Thing):
    """A chart in a box."""

    chart: Chart
    width: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float, fonts: Fonts) -> None:
        """Draw it."""
        painter.save()
        self.chart.paint(painter, QRectF(x, y, self.width, self.height), LIGHT, fonts[Style.SMALL], WHOLE)
        painter.restore()


@dataclass(frozen=True, slots=True)
class Numbers(Thing):
    """Numbers from ``low`` to ``high`` in a row, to circle by hand."""

    low: int
    high: int
    width: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float, fonts: Fonts) -> None:
        """Draw them."""
        painter.setFont(fonts[Style.BODY])
        painter.setPen(fonts.ink)
        count = self.high - self.low + 1
        step = self.width / max(1, count)
        for at in range(count):
            box = QRectF(x + at * step, y, step, self.height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.low + at))
