"""One figure over time: points with their intervals on a line of dates. Gaps in time are gaps in the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from attach_desktop.ui.theme.tokens import Palette


@dataclass(frozen=True, slots=True)
class Step:
    """A figure on a day, with its interval; ``chosen`` is the one the page is about."""

    day: date
    value: float
    low: float
    high: float
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class StepsData:
    """The scale from ``low`` to ``high`` with a line at ``middle``, words for its ends, and the steps by day."""

    low: float
    high: float
    middle: float
    ends: tuple[str, str]
    steps: tuple[Step, ...]


def draw_steps(painter: QPainter, box: QRectF, data: StepsData, palette: Palette, font: QFont) -> None:
    """Draw the steps in ``box``, with small text in ``font``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device()) if painter.device() else QFontMetricsF(font)
    line = metrics.height()
    unit = line / 16
    margin = max(metrics.horizontalAdvance(word) for word in data.ends) + line
    area = box.adjusted(margin, 0.6 * line, -1.6 * line, -1.6 * line)

    def y(value: float) -> float:
        return area.bottom() - (value - data.low) / (data.high - data.low) * area.height()

    def pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        painter.setPen(QPen(QColor(colour), width * unit, style))

    pen(palette.muted, 1)
    flag = Qt.AlignmentFlag
    for word, at in ((data.ends[0], area.bottom()), (data.ends[1], area.top())):
        painter.drawText(
            QRectF(box.left(), at - line / 2, margin - 0.6 * line, line), flag.AlignRight | flag.AlignVCenter, word
        )
    pen(palette.line, 1)
    painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))
    pen(palette.line, 1, Qt.PenStyle.DashLine)
    painter.drawLine(QLineF(area.left(), y(data.middle), area.right(), y(data.middle)))
    places = _places(data.steps, area)
    for (before, one), (after, other) in zip(
        zip(places, data.steps, strict=True), list(zip(places, data.steps, strict=True))[1:], strict=False
    ):
        pen(palette.field_line, 1.2)
        painter.drawLine(QLineF(before, y(one.value), after, y(other.value)))
    last_label = -1e9
    for x, step in zip(places, data.steps, strict=True):
        colour = palette.accent if step.chosen else palette.field_line
        pen(colour, 1.2)
        painter.drawLine(QLineF(x, y(step.low), x, y(step.high)))
        for end in (step.low, step.high):
            painter.drawLine(QLineF(x - 3 * unit, y(end), x + 3 * unit, y(end)))
        painter.setBrush(QColor(palette.accent if step.chosen else palette.surface))
        radius = (5 if step.chosen else 4) * unit
        painter.drawEllipse(QPointF(x, y(step.value)), radius, radius)
        width = metrics.horizontalAdvance(step.label)
        if x - width / 2 > last_label + 0.5 * line:
            pen(palette.ink if step.chosen else palette.muted, 1)
            painter.drawText(
                QRectF(x - width / 2 - 2, area.bottom() + 0.3 * line, width + 4, line), flag.AlignHCenter, step.label
            )
            last_label = x + width / 2
    painter.restore()


def _places(steps: tuple[Step, ...], area: QRectF) -> list[float]:
    """Where each step stands: by its day; a single one in the middle."""
    days = [step.day.toordinal() for step in steps]
    span = days[-1] - days[0] if days else 0
    if not span:
        gap = area.width() / (len(steps) + 1)
        return [area.left() + gap * (number + 1) for number in range(len(steps))]
    inset = area.width() * 0.06
    return [area.left() + inset + (day - days[0]) / span * (area.width() - 2 * inset) for day in days]
