"""What every drawing has in hand: the painter, colours, text that is cut off where it is too long, spots to read."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from attach_desktop.ui.charts.chart import WHOLE, Span, Spot
from attach_desktop.ui.theme.tokens import Palette
from attach_desktop.ui.widgets.mood_mark import draw_mark

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter

D = TypeVar("D")


class Canvas:
    """A drawing under way. Sizes are in terms of the text's height, so that paper looks like the screen."""

    def __init__(self, painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
        """Draw in ``box``; ``font`` is for small text."""
        self.painter, self.box, self.palette = painter, box, palette
        self.metrics = QFontMetricsF(font, painter.device())
        self.line = self.metrics.height()
        self.unit = self.line / 16
        self.spots: list[Spot] = []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)

    # -- pens ------------------------------------------------------------------------------------------------------

    def pen(self, colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """Draw outlines and text in a colour; ``width`` is in units."""
        pen = QPen(QColor(colour), width * self.unit * (1.4 if self.palette.line_width > 1 else 1.0), style)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)

    def grid_pen(self, *, firm: bool = False) -> None:
        """Draw quiet lines behind the values, also where the theme's lines are as strong as its ink."""
        self.pen(self.palette.line, 1, Qt.PenStyle.SolidLine if firm else Qt.PenStyle.DotLine)
        if self.palette.line == self.palette.ink:
            pen = self.painter.pen()
            faint = QColor(self.palette.line)
            faint.setAlphaF(0.38)
            pen.setColor(faint)
            self.painter.setPen(pen)

    def no_pen(self) -> None:
        """Draw no outlines."""
        self.painter.setPen(Qt.PenStyle.NoPen)

    def fill(self, colour: str, alpha: float = 1.0) -> None:
        """Fill shapes with a colour."""
        made = QColor(colour)
        made.setAlphaF(alpha)
        self.painter.setBrush(made)

    def no_fill(self) -> None:
        """Leave shapes hollow."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    # -- shapes ----------------------------------------------------------------------------------------------------

    def across(self, y: float, left: float, right: float) -> None:
        """A level line."""
        self.painter.drawLine(QLineF(left, y, right, y))

    def down(self, x: float, top: float, bottom: float) -> None:
        """An upright line."""
        self.painter.drawLine(QLineF(x, top, x, bottom))

    def dot(self, x: float, y: float, radius: float) -> None:
        """A circle; ``radius`` is in units."""
        self.painter.drawEllipse(QPointF(x, y), radius * self.unit, radius * self.unit)

    def bar(self, box: QRectF, radius: float = 2.0) -> None:
        """A box with soft corners."""
        soft = min(radius * self.unit, box.width() / 2, box.height() / 2)
        self.painter.drawRoundedRect(box, soft, soft)

    def mark(self, x: float, y: float, mood: int) -> None:
        """The mood mark of a step from 1 to 5, around a point."""
        side = 1.15 * self.line
        self.painter.save()
        # The mark has pens in pixels of the screen; on finer paper it is drawn small and made larger.
        self.painter.translate(x, y)
        self.painter.scale(self.unit, self.unit)
        draw_mark(self.painter, _around(side / self.unit), mood, 1, self.palette)
        self.painter.restore()

    # -- words -----------------------------------------------------------------------------------------------------

    def text(
        self, box: QRectF, text: str, align: Qt.AlignmentFlag = LEFT, colour: str = "", *, bold: bool = False
    ) -> None:
        """One line of text in a box, cut off where it is longer."""
        self.painter.setPen(QColor(colour or self.palette.muted))
        shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        before = self.painter.font()
        if bold:
            heavier = QFont(before)
            heavier.setWeight(QFont.Weight.DemiBold)
            self.painter.setFont(heavier)
        self.painter.drawText(box, int(align) | int(Qt.TextFlag.TextDontClip), shown)
        self.painter.setFont(before)

    def lines(self, box: QRectF, text: str, colour: str) -> None:
        """As many lines as the box has room for, in the middle of its height; the last is cut off if need be."""
        room = max(1, int(box.height() / self.line + 0.01))
        words, lines = text.split(), list[str]()
        while words and len(lines) < room - 1:
            taken = 1
            while taken < len(words) and self.width(" ".join(words[: taken + 1])) <= box.width():
                taken += 1
            lines.append(" ".join(words[:taken]))
            words = words[taken:]
        if words:
            lines.append(" ".join(words))
        top = box.center().y() - len(lines) * self.line / 2
        for at, line in enumerate(lines):
            self.text(QRectF(box.left(), top + at * self.line, box.width(), self.line), line, LEFT, colour)

    def width(self, text: str) -> float:
        """How wide a text is."""
        return self.metrics.horizontalAdvance(text)

    def widest(self, texts: tuple[str, ...] | list[str]) -> float:
        """How wide the widest of some texts is."""
        return max((self.width(text) for text in texts), default=0.0)

    # -- reading ---------------------------------------------------------------------------------------------------

    def spot(self, x: float, y: float, told: int, box: QRectF | None = None) -> None:
        """What stands here can be read."""
        self.spots.append(Spot(QPointF(x, y), told, box))


class Drawing(Canvas, Generic[D]):
    """One drawing of some data under way."""

    def __init__(
        self, painter: QPainter, box: QRectF, data: D, palette: Palette, font: QFont, span: Span = WHOLE
    ) -> None:
        """Draw ``data`` in ``box``, its part ``span`` where it is one that zooms; ``font`` is for small text."""
        super().__init__(painter, box, palette, font)
        self.data, self.span = data, span

    @classmethod
    def draw(
        cls, painter: QPainter, box: QRectF, data: D, palette: Palette, font: QFont, span: Span = WHOLE
    ) -> tuple[Spot, ...]:
        """Draw it, leave the painter as it was, and say what can be read where."""
        painter.save()
        drawing = cls(painter, box, data, palette, font, span)
        drawing.measure()
        drawing.all()
        painter.restore()
        return tuple(drawing.spots)

    def measure(self) -> None:
        """Find out where everything goes, before anything is drawn."""

    def all(self) -> None:
        """Draw everything."""
        raise NotImplementedError


def _around(side: float) -> QRectF:
    return QRectF(-side / 2, -side / 2, side, side)
