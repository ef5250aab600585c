"""The answers to one question over time: a quiet line of points from 0 to 10. Where nothing is known, it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from attach_desktop.ui.charts.canvas import Drawing

_TOP = 10
#: With more points than this they are drawn as the line alone, but for its ends and what stands by itself.
_DOTTED = 40


@dataclass(frozen=True, slots=True)
class AnswerPoint:
    """A day, and the point that was given; None is a gap."""

    day: date
    value: int | None


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """The points by day, and the words for both ends of the scale and for the first and the last day."""

    points: tuple[AnswerPoint, ...]
    ends: tuple[str, str]
    days: tuple[str, str]


class _Drawing(Drawing[AnswerLine]):
    def measure(self) -> None:
        box, data = self.box, self.data
        widest = max(self.metrics.horizontalAdvance(f"{word} 10") for word in data.ends)
        self.margin = min(widest + 0.4 * self.line, box.width() / 3)
        self.area = box.adjusted(self.margin, 0.6 * self.line, -0.8 * self.line, -1.5 * self.line)

    def all(self) -> None:
        self.ground()
        for run in self.runs():
            self.pen(self.palette.accent, 1.6)
            for one, other in pairwise(run):
                self.painter.drawLine(QLineF(one, other))
            sparse = len(self.data.points) <= _DOTTED or len(run) == 1
            for dot in run if sparse else (run[0], run[-1]):
                self.painter.setBrush(QColor(self.palette.surface))
                self.painter.drawEllipse(dot, 2.6 * self.unit, 2.6 * self.unit)

    def runs(self) -> list[list[QPointF]]:
        """The stretches without a gap."""
        found: list[list[QPointF]] = [[]]
        for point in self.data.points:
            if point.value is None:
                found.append([])
            else:
                found[-1].append(self.at(point.day, point.value))
        return [run for run in found if run]

    def at(self, day: date, value: int) -> QPointF:
        first, last = self.data.points[0].day, self.data.points[-1].day
        span = (last - first).days
        share = (day - first).days / span if span else 0.5
        return QPointF(
            self.area.left() + share * self.area.width(), self.area.bottom() - value / _TOP * self.area.height()
        )

    def pen(self, colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self.painter.setPen(QPen(QColor(colour), width * self.unit, style, Qt.PenCapStyle.RoundCap))

    def ground(self) -> None:
        area, flag = self.area, Qt.AlignmentFlag
        for word, number, y in zip(self.data.ends, ("0", "10"), (area.bottom(), area.top()), strict=True):
            self.pen(self.palette.line, 1)
            self.painter.drawLine(QLineF(area.left(), y, area.right(), y))
            self.pen(self.palette.muted, 1)
            room = self.margin - 0.4 * self.line
            shown = self.metrics.elidedText(f"{word} {number}".strip(), Qt.TextElideMode.ElideRight, room)
            box = QRectF(area.left() - self.margin, y - self.line / 2, room, self.line)
            self.painter.drawText(box, flag.AlignRight | flag.AlignVCenter, shown)
        self.pen(self.palette.muted, 1)
        under = QRectF(area.left(), area.bottom() + 0.3 * self.line, area.width(), self.line)
        first, last = self.data.days
        if first == last:
            self.painter.drawText(under, flag.AlignHCenter, first)
            return
        self.painter.drawText(under, flag.AlignLeft, first)
        self.painter.drawText(under, flag.AlignRight, last)


#: Draw the line in ``box``, with small text in ``font``.
draw_answer_line = _Drawing.draw
