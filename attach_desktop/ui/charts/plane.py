"""The plane of two dimensions: a point with its 95 % box, earlier points faint with their dates."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from attach_desktop.ui.theme.tokens import Palette


@dataclass(frozen=True, slots=True)
class PlanePoint:
    """A point with its box, all in scale points, and what stands beside it."""

    x: float
    y: float
    across: tuple[float, float]
    up: tuple[float, float]
    label: str = ""


@dataclass(frozen=True, slots=True)
class PlaneData:
    """What is drawn: the scale from 1 to ``points``, both cuts, names of axes, their ends and the four parts.

    ``parts`` are in the order both low, second high, first high, both high. ``earlier`` is oldest first.
    """

    points: int
    cuts: tuple[float, float]
    names: tuple[str, str]
    ends: tuple[tuple[str, str], tuple[str, str]]
    parts: tuple[str, str, str, str]
    point: PlanePoint | None
    earlier: tuple[PlanePoint, ...] = ()


def draw_plane(painter: QPainter, box: QRectF, data: PlaneData, palette: Palette, font: QFont) -> None:
    """Draw the plane as a square in ``box``, with small text in ``font``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device()) if painter.device() else QFontMetricsF(font)
    line = metrics.height()
    side = min(box.width() - 2.6 * line, box.height() - 2.6 * line)
    area = QRectF(box.left() + 2.4 * line, box.top() + 0.2 * line, side, side)
    _Drawing(painter, area, data, palette, line).all()
    painter.restore()


class _Drawing:
    """One drawing under way: the painter, the square, and how a value becomes a position."""

    def __init__(self, painter: QPainter, area: QRectF, data: PlaneData, palette: Palette, line: float) -> None:
        self.painter, self.area, self.data, self.palette, self.line = painter, area, data, palette, line
        # Everything is in terms of the text's height, so that paper at 1200 dots an inch looks like the screen.
        self.unit = line / 16
        #: Where nothing more is written: points, and the labels that stand already.
        self.taken: list[QRectF] = []

    def all(self) -> None:
        self.ground()
        self.words()
        for before, after in zip(self.data.earlier, self.data.earlier[1:], strict=False):
            self.path(before, after)
        if self.data.earlier and self.data.point:
            self.path(self.data.earlier[-1], self.data.point)
        for point in (*self.data.earlier, *((self.data.point,) if self.data.point else ())):
            dot = QRectF(0, 0, 9 * self.unit, 9 * self.unit)
            dot.moveCenter(self.at(point.x, point.y))
            self.taken.append(dot)
        if self.data.point is not None:
            self.now(self.data.point)
        # The newest first: where two dates would lie on each other, the older one is left out.
        for point in reversed(self.data.earlier):
            self.earlier(point)

    def at(self, x: float, y: float) -> QPointF:
        span = self.data.points - 1
        return QPointF(
            self.area.left() + (x - 1) / span * self.area.width(),
            self.area.bottom() - (y - 1) / span * self.area.height(),
        )

    def pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self.painter.setPen(QPen(QColor(colour), width * self.unit, style))

    def ground(self) -> None:
        painter, area = self.painter, self.area
        painter.setBrush(QColor(self.palette.surface))
        self.pen(self.palette.line, self.palette.line_width)
        painter.drawRect(area)
        self.pen(self.palette.line, 1, Qt.PenStyle.DashLine)
        middle = self.at(self.data.cuts[0], self.data.cuts[1])
        painter.drawLine(QLineF(middle.x(), area.top(), middle.x(), area.bottom()))
        painter.drawLine(QLineF(area.left(), middle.y(), area.right(), middle.y()))

    def words(self) -> None:
        painter, area, line = self.painter, self.area, self.line
        self.pen(self.palette.muted, 1)
        middle = self.at(self.data.cuts[0], self.data.cuts[1])
        gap = 0.4 * line
        flag = Qt.AlignmentFlag
        low_low, high_up, high_across, both = self.data.parts
        left, right = area.left() + gap, middle.x() + gap
        wide_left, wide_right = middle.x() - left - gap, area.right() - right - gap
        top, bottom = area.top() + gap, area.bottom() - 2 * line - gap
        for text, x, y, width, align in (
            (low_low, left, bottom, wide_left, flag.AlignLeft | flag.AlignBottom),
            (high_up, left, top, wide_left, flag.AlignLeft | flag.AlignTop),
            (high_across, right, bottom, wide_right, flag.AlignRight | flag.AlignBottom),
            (both, right, top, wide_right, flag.AlignRight | flag.AlignTop),
        ):
            painter.drawText(QRectF(x, y, width, 2 * line), align | Qt.TextFlag.TextWordWrap, text)
        (left_end, right_end), (low_end, high_end) = self.data.ends
        first, second = self.data.names
        under = QRectF(area.left(), area.bottom() + 0.3 * line, area.width(), line)
        self._axis(under, left_end, first, right_end)
        painter.save()
        painter.translate(area.left() - 1.3 * line, area.bottom())
        painter.rotate(-90)
        self._axis(QRectF(0, 0, area.height(), line), low_end, second, high_end)
        painter.restore()

    def _axis(self, box: QRectF, low: str, name: str, high: str) -> None:
        flag = Qt.AlignmentFlag
        for text, align in ((low, flag.AlignLeft), (name, flag.AlignHCenter), (high, flag.AlignRight)):
            self.pen(self.palette.ink if text is name else self.palette.muted, 1)
            self.painter.drawText(box, align | flag.AlignVCenter, text)

    def path(self, before: PlanePoint, after: PlanePoint) -> None:
        self.pen(self.palette.line, 1.2)
        self.painter.drawLine(self.at(before.x, before.y), self.at(after.x, after.y))

    def earlier(self, point: PlanePoint) -> None:
        self.pen(self.palette.field_line, 1.4)
        self.painter.setBrush(QColor(self.palette.surface))
        where = self.at(point.x, point.y)
        self.painter.drawEllipse(where, 4 * self.unit, 4 * self.unit)
        self.label(where, point.label, self.palette.muted)

    def now(self, point: PlanePoint) -> None:
        corner, other = self.at(point.across[0], point.up[1]), self.at(point.across[1], point.up[0])
        fill = QColor(self.palette.accent)
        fill.setAlphaF(0.14)
        self.painter.setBrush(fill)
        self.pen(self.palette.accent, 1.2)
        self.painter.drawRoundedRect(QRectF(corner, other), 4 * self.unit, 4 * self.unit)
        where = self.at(point.x, point.y)
        self.painter.setBrush(QColor(self.palette.accent))
        self.painter.drawEllipse(where, 5.5 * self.unit, 5.5 * self.unit)
        self.label(where, point.label, self.palette.ink)

    def label(self, where: QPointF, text: str, colour: str) -> None:
        if not text:
            return
        self.pen(colour, 1)
        width = self.painter.fontMetrics().horizontalAdvance(text) + 2 * self.unit
        size = QSizeF(width, self.line)
        right = QPointF(where.x() + 8 * self.unit, where.y() - self.line / 2)
        left = QPointF(where.x() - 8 * self.unit - width, right.y())
        for corner in (right, left):
            place = QRectF(corner, size)
            if self.area.contains(place) and not any(place.intersects(other) for other in self.taken):
                self.taken.append(place)
                self.painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
                return
