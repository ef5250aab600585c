"""One figure over time: points with their intervals on a line of dates. Gaps in time are gaps in the drawing."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from attach_desktop.quiz.picture import Step, StepsData
from attach_desktop.ui.charts.canvas import Drawing

#: The distance that two steps keep where there is room, also those of one day, in heights of the text.
_APART = 1.0


class _Drawing(Drawing[StepsData]):
    def measure(self) -> None:
        box, data = self.box, self.data
        widest = max(self.metrics.horizontalAdvance(word) for word in data.ends)
        self.margin = min(widest + self.line, box.width() / 4)
        self.area = box.adjusted(self.margin, 0.6 * self.line, -1.6 * self.line, -1.6 * self.line)
        self.places = places(data.steps, self.area.left(), self.area.width(), _APART * self.line)

    def all(self) -> None:
        self.ground()
        for (x, step), (next_x, after) in pairwise(zip(self.places, self.data.steps, strict=True)):
            self.pen(self.palette.field_line, 1.2)
            self.painter.drawLine(QLineF(x, self.y(step.value), next_x, self.y(after.value)))
        for x, step in zip(self.places, self.data.steps, strict=True):
            self.step(x, step)
        self.days()

    def y(self, value: float) -> float:
        share = (value - self.data.low) / (self.data.high - self.data.low)
        return self.area.bottom() - share * self.area.height()

    def pen(self, colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self.painter.setPen(QPen(QColor(colour), width * self.unit, style))

    def ground(self) -> None:
        area, flag = self.area, Qt.AlignmentFlag
        self.pen(self.palette.muted, 1)
        room = self.margin - 0.6 * self.line
        for word, y in zip(self.data.ends, (area.bottom(), area.top()), strict=True):
            shown = self.metrics.elidedText(word, Qt.TextElideMode.ElideRight, room)
            box = QRectF(area.left() - self.margin, y - self.line / 2, room, self.line)
            self.painter.drawText(box, flag.AlignRight | flag.AlignVCenter, shown)
        self.pen(self.palette.line, 1)
        for y in (area.bottom(), area.top()):
            self.painter.drawLine(QLineF(area.left(), y, area.right(), y))
        self.pen(self.palette.field_line, 0.8, Qt.PenStyle.DashLine)
        self.painter.drawLine(QLineF(area.left(), self.y(self.data.middle), area.right(), self.y(self.data.middle)))

    def step(self, x: float, step: Step) -> None:
        self.pen(self.palette.accent if step.chosen else self.palette.field_line, 1.2)
        self.painter.drawLine(QLineF(x, self.y(step.low), x, self.y(step.high)))
        for end in (step.low, step.high):
            self.painter.drawLine(QLineF(x - 3 * self.unit, self.y(end), x + 3 * self.unit, self.y(end)))
        self.painter.setBrush(QColor(self.palette.accent if step.chosen else self.palette.surface))
        radius = (5 if step.chosen else 4) * self.unit
        self.painter.drawEllipse(QPointF(x, self.y(step.value)), radius, radius)

    def days(self) -> None:
        """The dates under the line: the chosen one, the last, the first, then as many as stand clear of these."""
        steps, written = self.data.steps, list[tuple[float, float]]()
        last = len(steps) - 1
        order = sorted(range(len(steps)), key=lambda at: (not steps[at].chosen, at != last, at != 0, -at))
        for at in order:
            half = self.metrics.horizontalAdvance(steps[at].label) / 2
            left, right = self.places[at] - half, self.places[at] + half
            gap = 0.5 * self.line
            if any(left < other_right + gap and other_left - gap < right for other_left, other_right in written):
                continue
            written.append((left, right))
            self.pen(self.palette.ink if steps[at].chosen else self.palette.muted, 1)
            box = QRectF(left - 2, self.area.bottom() + 0.3 * self.line, 2 * half + 4, self.line)
            self.painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, steps[at].label)


#: Draw the steps in ``box``, with small text in ``font``.
draw_steps = _Drawing.draw


def places(steps: tuple[Step, ...], left: float, width: float, apart: float) -> list[float]:
    """Where each step stands between ``left`` and ``left + width``: by its day; none on top of another if possible."""
    if not steps:
        return []
    days = [step.day.toordinal() for step in steps]
    span = days[-1] - days[0]
    inset = width * 0.06
    begin, room = left + inset, width - 2 * inset
    found = [begin + (day - days[0]) / span * room if span else left + width / 2 for day in days]
    apart = min(apart, room / max(1, len(found) - 1))
    for at in range(1, len(found)):
        found[at] = max(found[at], found[at - 1] + apart)
    found[-1] = min(found[-1], begin + room)
    for at in range(len(found) - 2, -1, -1):
        found[at] = min(found[at], found[at + 1] - apart)
    return found
