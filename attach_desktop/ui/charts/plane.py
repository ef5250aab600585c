"""The plane of two dimensions: one take's point with its 95 % box, the others of its line faint with their dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from attach_desktop.quiz.picture import PlaneData, PlanePoint, PlaneStrip
from attach_desktop.ui.theme.tokens import Palette

#: How far a label covers the lines behind it.
_HALO = 0.8

#: More dates than this cannot be told apart; the table beside the drawing has them all.
MOST_LABELS = 24


def draw_plane(painter: QPainter, box: QRectF, data: PlaneData, palette: Palette, font: QFont) -> None:
    """Draw the plane as a square at the top left of ``box``, with small text in ``font``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device())
    line = metrics.height()
    side = min(box.width(), box.height()) - 1.8 * line
    area = QRectF(box.left() + 1.6 * line, box.top() + 0.2 * line, side, side)
    _Drawing(painter, area, data, palette, metrics).all()
    painter.restore()


class _Drawing:
    """One drawing under way: the painter, the square, and how a value becomes a position."""

    def __init__(
        self, painter: QPainter, area: QRectF, data: PlaneData, palette: Palette, metrics: QFontMetricsF
    ) -> None:
        self.painter, self.area, self.data, self.palette, self.metrics = painter, area, data, palette, metrics
        self.line = metrics.height()
        # Everything is in terms of the text's height, so that paper at 1200 dots an inch looks like the screen.
        self.unit = self.line / 16
        #: Where nothing more is written (left, top, right, bottom): points, names, and the dates that stand already.
        self.taken: list[tuple[float, float, float, float]] = []

    def all(self) -> None:
        self.ground()
        if self.data.strip is not None:
            self.strip(self.data.strip)
        self.words()
        for before, after in pairwise(self.data.line):
            self.pen(self.palette.field_line, 0.6)
            self.painter.drawLine(self.at(before.x, before.y), self.at(after.x, after.y))
        for point in self.data.line:
            dot = QRectF(0, 0, 11 * self.unit, 11 * self.unit)
            dot.moveCenter(self.at(point.x, point.y))
            self.take(dot)
        if self.data.point is not None:
            self.box(self.data.point)
        for at, point in enumerate(self.data.line):
            if at != self.data.chosen:
                self.dot(point, 4, self.palette.surface, self.palette.field_line)
        if self.data.point is not None:
            self.dot(self.data.point, 5.5, self.palette.accent, self.palette.accent)
            self.label(self.data.point, self.palette.ink)
        # The newest first: where there is no room for all dates, the oldest ones are left out.
        others = [point for at, point in enumerate(self.data.line) if at != self.data.chosen]
        for point in reversed(others[-MOST_LABELS:]):
            self.label(point, self.palette.muted)

    def at(self, x: float, y: float) -> QPointF:
        span = self.data.points - 1
        return QPointF(
            self.area.left() + (x - 1) / span * self.area.width(),
            self.area.bottom() - (y - 1) / span * self.area.height(),
        )

    def pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self.painter.setPen(QPen(QColor(colour), width * self.unit, style))

    def take(self, box: QRectF) -> None:
        self.taken.append((box.left(), box.top(), box.right(), box.bottom()))

    def ground(self) -> None:
        painter, area = self.painter, self.area
        painter.setBrush(QColor(self.palette.surface))
        self.pen(self.palette.field_line, self.palette.line_width)
        painter.drawRect(area)
        self.pen(self.palette.field_line, 0.8, Qt.PenStyle.DashLine)
        middle = self.at(*self.data.cuts)
        painter.drawLine(QLineF(middle.x(), area.top(), middle.x(), area.bottom()))
        painter.drawLine(QLineF(area.left(), middle.y(), area.right(), middle.y()))

    # -- words -----------------------------------------------------------------------------------------------------

    def words(self) -> None:
        painter, area, line = self.painter, self.area, self.line
        flag = Qt.AlignmentFlag
        middle, gap = self.at(*self.data.cuts), 0.4 * line
        low_low, high_up, high_across, both = self.data.parts
        left, right = (area.left(), middle.x()), (middle.x(), area.right())
        self.pen(self.palette.muted, 1)
        for text, (begin, end), across, up in (
            (low_low, left, flag.AlignLeft, flag.AlignBottom),
            (high_up, left, flag.AlignLeft, flag.AlignTop),
            (high_across, right, flag.AlignRight, flag.AlignBottom),
            (both, right, flag.AlignRight, flag.AlignTop),
        ):
            top = area.top() + gap if up == flag.AlignTop else area.bottom() - 2 * line - gap
            box = QRectF(begin + gap, top, end - begin - 2 * gap, 2 * line)
            # Names of people's own axes can be long; what does not fit into two lines is cut off.
            text = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, 1.8 * box.width())
            flags = across | up | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, text)
            self.take(self.metrics.boundingRect(box, int(flags), text))
        under = QRectF(area.left(), area.bottom() + 0.3 * line, area.width(), line)
        self.axis(under, *self.data.ends[0], self.data.names[0])
        painter.save()
        painter.translate(area.left() - 1.4 * line, area.bottom())
        painter.rotate(-90)
        self.axis(QRectF(0, 0, area.height(), line), *self.data.ends[1], self.data.names[1])
        painter.restore()

    def axis(self, box: QRectF, low: str, high: str, name: str) -> None:
        """The two ends and the name between them, each cut off where it would run into its neighbour."""
        flag, advance = Qt.AlignmentFlag, self.metrics.horizontalAdvance
        third, gap = box.width() / 3, 0.6 * self.line
        # The name may take what the ends leave on both sides of it.
        ends = max(min(advance(low), third), min(advance(high), third))
        for text, room, align, colour in (
            (low, third, flag.AlignLeft, self.palette.muted),
            (name, box.width() - 2 * ends - 2 * gap, flag.AlignHCenter, self.palette.ink),
            (high, third, flag.AlignRight, self.palette.muted),
        ):
            self.pen(colour, 1)
            shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self.painter.drawText(box, align | flag.AlignVCenter, shown)

    # -- points ----------------------------------------------------------------------------------------------------

    def fill(self) -> None:
        colour = QColor(self.palette.accent)
        colour.setAlphaF(0.14)
        self.painter.setBrush(colour)
        self.pen(self.palette.accent, 1.2)

    def box(self, point: PlanePoint) -> None:
        self.fill()
        corner, other = self.at(point.across[0], point.up[1]), self.at(point.across[1], point.up[0])
        self.painter.drawRoundedRect(QRectF(corner, other), 4 * self.unit, 4 * self.unit)

    def strip(self, strip: PlaneStrip) -> None:
        self.fill()
        top = float(self.data.points)
        if strip.across:
            corner, other = self.at(strip.low, top), self.at(strip.high, 1)
            line = (self.at(strip.value, top), self.at(strip.value, 1))
        else:
            corner, other = self.at(1, strip.high), self.at(top, strip.low)
            line = (self.at(1, strip.value), self.at(top, strip.value))
        self.painter.drawRect(QRectF(corner, other))
        self.pen(self.palette.accent, 2)
        self.painter.drawLine(*line)

    def dot(self, point: PlanePoint, radius: float, fill: str, edge: str) -> None:
        self.pen(edge, 1.4)
        self.painter.setBrush(QColor(fill))
        self.painter.drawEllipse(self.at(point.x, point.y), radius * self.unit, radius * self.unit)

    def label(self, point: PlanePoint, colour: str) -> None:
        """The date at the nearest free place, tied to its point by a thin line where that is not beside it."""
        if not point.label:
            return
        where = self.at(point.x, point.y)
        size = QSizeF(self.metrics.horizontalAdvance(point.label) + 2 * self.unit, self.line)
        for place, tie in self.places(where, size):
            if not self.area.contains(place) or self.is_taken(place):
                continue
            self.take(place)
            if tie:
                self.pen(self.palette.field_line, 0.6)
                x = min(max(where.x(), place.left()), place.right())
                self.painter.drawLine(where, QPointF(x, place.top() if where.y() < place.top() else place.bottom()))
            # Lines that run behind it would make it hard to read.
            halo = QColor(self.palette.surface)
            halo.setAlphaF(_HALO)
            self.painter.fillRect(place, halo)
            self.pen(colour, 1)
            self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, point.label)
            return

    def places(self, where: QPointF, size: QSizeF) -> Iterator[tuple[QRectF, bool]]:
        """Boxes around a point, the nearest first, each with whether it needs a line to its point."""
        beside = size.width() / 2 + 8 * self.unit
        for x in (beside, -beside):
            yield self.around(where, size, x, 0), False
        for lines in (1.0, 2.1, 3.2, 4.3, 5.4, 6.5):
            for x in (0, beside, -beside):
                for y in (-lines, lines):
                    yield self.around(where, size, x, y * self.line), lines > 1

    def around(self, where: QPointF, size: QSizeF, x: float, y: float) -> QRectF:
        return QRectF(QPointF(where.x() + x - size.width() / 2, where.y() + y - size.height() / 2), size)

    def is_taken(self, place: QRectF) -> bool:
        left, top, right, bottom = place.left(), place.top(), place.right(), place.bottom()
        return any(a < right and left < c and b < bottom and top < d for a, b, c, d in self.taken)
