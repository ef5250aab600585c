"""A chart to read: by mouse and by arrow keys a mark goes from value to value and says it; time can be zoomed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)

from attach_desktop.ui.charts.chart import WHOLE, Chart, Span, Spot
from attach_desktop.ui.charts.view import RING, ChartView
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import RADIUS_FIELD, SMALL, TIGHT

#: How near the mouse must come to a spot without a box, in pixels.
_NEAR = 14.0
#: One step of zooming in.
ZOOM = 1 / 1.4
_PAN = 0.25


class ChartReader(ChartView):
    """Shows a Chart. Arrow keys read it, plus, minus and 0 zoom, Page Up and Page Down pan."""

    #: The reading under the mark, empty when it has gone.
    read = Signal(str)
    zoomed = Signal(object)
    #: Somebody wants to see the records behind a reading; the Filter that finds them.
    followed = Signal(object)

    def __init__(self, theme: Theme, chart: Chart) -> None:
        """Show ``chart``."""
        super().__init__(theme, chart.name, chart.size)
        self.chart, self.span = chart, WHOLE
        self._picture: QPixmap | None = None
        self._spots: tuple[Spot, ...] = ()
        self._marked: int | None = None
        self._hovered: int | None = None
        self._drag: tuple[QPoint, Span] | None = None
        self.setMouseTracking(True)
        self.setAccessibleDescription(chart.sentence)
        theme.changed.connect(self._forget)

    # -- what is read ----------------------------------------------------------------------------------------------

    @property
    def reading(self) -> str:
        """What is said at present, empty where the mark stands nowhere."""
        at = self._marked if self._marked is not None else self._hovered
        return self.chart.told[at] if at is not None else ""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What can be read in the part on show, in reading order."""
        self._paint()
        return self._spots

    def mark(self, told: int | None) -> None:
        """Put the reading mark on a value, and say it; None takes it away."""
        self._marked, self._hovered = told, None
        said = self.reading
        hint = f" {self._hint()}" if self.chart.lead(told) is not None else ""
        self.setAccessibleDescription(f"{said}{hint} {self.chart.sentence}" if said else self.chart.sentence)
        if said and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.read.emit(said)
        self.update()

    def _hint(self) -> str:
        return self.tr("Enter shows the entries.")

    def zoom(self, span: Span) -> None:
        """Show a part of the time."""
        if not self.chart.zooms or span == self.span:
            return
        self.span = span
        self._forget()
        told = {spot.told for spot in self.spots}
        if self._marked is not None and self._marked not in told:
            self.mark(self._nearest(self._marked))
        self.zoomed.emit(span)

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read, zoom, pan; everything else is the page's."""
        key, keys = event.key(), Qt.Key
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in (keys.Key_Left, keys.Key_Right):
            self._step(1 if key == keys.Key_Right else -1)
        elif key in (keys.Key_Up, keys.Key_Down):
            self._climb(down=key == keys.Key_Down)
        elif key in (keys.Key_Home, keys.Key_End):
            self._go_to_end(last=key == keys.Key_End)
        elif key in (keys.Key_Return, keys.Key_Enter) and self.chart.lead(self._marked) is not None:
            self.followed.emit(self.chart.lead(self._marked))
        elif key == keys.Key_Escape and self._marked is not None:
            self.mark(None)
        elif self.chart.zooms and key in (keys.Key_Plus, keys.Key_Equal):
            self.zoom(self.span.zoomed(ZOOM, self._around()))
        elif self.chart.zooms and key == keys.Key_Minus:
            self.zoom(self.span.zoomed(1 / ZOOM, self._around()))
        elif self.chart.zooms and key == keys.Key_0:
            self.zoom(WHOLE)
        elif self.chart.zooms and self.span != WHOLE and key in (keys.Key_PageUp, keys.Key_PageDown):
            self.zoom(self.span.moved(0.8 if key == keys.Key_PageDown else -0.8))
        else:
            super().keyPressEvent(event)

    def _around(self) -> float:
        """The place that stays where it is: the reading mark's, else the middle."""
        if self._marked is None or not self.chart.places:
            return 0.5
        return min(1.0, max(0.0, (self.chart.places[self._marked] - self.span.begin) / self.span.width))

    def _step(self, by: int) -> None:
        spots = self.spots
        if not spots:
            return
        at = self._index(spots)
        if at is None:
            self.mark(spots[0 if by > 0 else -1].told)
        elif 0 <= at + by < len(spots):
            self.mark(spots[at + by].told)
        elif self.span != WHOLE:
            # Past the edge of what is shown: a quarter further, if there is something.
            self.zoom(self.span.moved(_PAN * by))
            spots = self.spots
            at = self._index(spots)
            if at is not None and 0 <= at + by < len(spots):
                self.mark(spots[at + by].told)

    def _climb(self, *, down: bool) -> None:
        spots = self.spots
        at = self._index(spots)
        if at is None:
            self._step(1 if down else -1)
            return
        here, sign = spots[at].at, 1 if down else -1
        ahead = [spot for spot in spots if sign * (spot.at.y() - here.y()) > 2]
        if ahead:
            self.mark(min(ahead, key=lambda spot: _way(here, spot.at)).told)

    def _go_to_end(self, *, last: bool) -> None:
        if self.span != WHOLE:
            self.zoom(self.span.moved(1e6 if last else -1e6))
        if self.spots:
            self.mark(self.spots[-1 if last else 0].told)

    def _index(self, spots: tuple[Spot, ...]) -> int | None:
        return next((at for at, spot in enumerate(spots) if spot.told == self._marked), None)

    def _nearest(self, told: int) -> int | None:
        places = self.chart.places
        if not self._spots or not places:
            return None
        return min(self._spots, key=lambda spot: abs(places[spot.told] - places[told])).told

    # -- mouse -----------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read what is under the mouse, or move the time along."""
        where = event.position()
        if self._drag is not None:
            start, span = self._drag
            moved = (start.x() - where.x()) / max(1, self.width() - 2 * RING)
            self.zoom(span.moved(moved))
            return
        found = self._under(where)
        if found != self._hovered:
            self._hovered = found
            if found is not None:
                self._marked = None
            self.read.emit(self.reading)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the time, and let the arrow keys go on from here."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self._under(event.position())
        if found is not None:
            self.mark(found)
        if self.chart.zooms and self.span != WHOLE:
            self._drag = event.position().toPoint(), self.span
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the records behind what is under the mouse."""
        lead = self.chart.lead(self._under(event.position()))
        if lead is not None and event.button() == Qt.MouseButton.LeftButton:
            self.followed.emit(lead)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag = None
        self.unsetCursor()
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms around the mouse, with Shift (or sideways) it pans; alone it scrolls the page."""
        turned = event.angleDelta()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        sideways = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if not self.chart.zooms or not (control or (sideways and self.span != WHOLE)):
            event.ignore()
            return
        if control:
            share = (event.position().x() - RING) / max(1, self.width() - 2 * RING)
            # Alt turns the wheel sideways on some systems; Ctrl never does.
            self.zoom(self.span.zoomed(ZOOM if turned.y() > 0 else 1 / ZOOM, min(1.0, max(0.0, share))))
        else:
            self.zoom(self.span.moved(-_PAN * sideways / 120))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self.read.emit(self.reading)
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The mark goes with the focus."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason and self._marked is not None:
            self.mark(None)

    def _under(self, where: QPointF) -> int | None:
        # The smallest thing is meant: spots without a box come first.
        near = [(_far(spot.at, where), spot) for spot in self._spots if spot.box is None]
        if near:
            distance, spot = min(near, key=lambda one: one[0])
            if distance <= _NEAR:
                return spot.told
        return next((spot.told for spot in self._spots if spot.box is not None and spot.box.contains(where)), None)

    # -- painting --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is drawn anew."""
        super().resizeEvent(event)
        self._forget()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _paint(self) -> QPixmap:
        """The drawing, kept until something of it changes: the reading mark goes over it without drawing it anew."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            box = QRectF(self.rect()).adjusted(2 * RING, RING, -2 * RING, -RING)
            self._spots = tuple(
                self.chart.paint(painter, box, self._theme.palette, self._theme.font("small"), self.span)
            )
            painter.end()
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, the ring, and the reading mark with what it says."""
        picture = self._paint()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, picture)
        if self.hasFocus():
            self.paint_ring(painter)
        told = self._marked if self._marked is not None else self._hovered
        spot = next((one for one in self._spots if one.told == told), None)
        if spot is not None:
            self._paint_reading(painter, spot)
        painter.end()

    def _paint_reading(self, painter: QPainter, spot: Spot) -> None:
        palette = self._theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.surface), 4.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot.at, 7, 7)
        painter.setPen(QPen(QColor(palette.focus), 2))
        painter.drawEllipse(spot.at, 7, 7)
        painter.setFont(self._theme.font("small"))
        widest = max(80, min(360, self.width() - 4 * SMALL))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        words = self.chart.told[spot.told]
        if self._marked is not None and self.chart.lead(spot.told) is not None:
            words = f"{words}\n{self._hint()}"
        text = painter.fontMetrics().boundingRect(QRectF(0, 0, widest, 1000).toRect(), flags, words)
        bubble = QRectF(0, 0, text.width() + 2 * SMALL, text.height() + 2 * TIGHT)
        bubble.moveCenter(spot.at)
        above = spot.at.y() - 13 - bubble.height()
        bubble.moveTop(above if above >= 2 else spot.at.y() + 13)
        bubble.moveLeft(min(max(2.0, bubble.left()), max(2.0, self.width() - 2 - bubble.width())))
        bubble.moveTop(min(bubble.top(), max(2.0, self.height() - 2 - bubble.height())))
        painter.setPen(QPen(QColor(palette.field_line), palette.line_width))
        painter.setBrush(QColor(palette.raised))
        painter.drawRoundedRect(bubble, RADIUS_FIELD, RADIUS_FIELD)
        painter.setPen(QColor(palette.ink))
        painter.drawText(bubble.adjusted(SMALL, TIGHT, -SMALL, -TIGHT), flags, words)


def _way(here: QPointF, there: QPointF) -> float:
    """How far a step up or down is: sideways counts more, so that one stays in one's column."""
    return abs(there.y() - here.y()) + 3 * abs(there.x() - here.x())


def _far(one: QPointF, other: QPointF) -> float:
    return float(((one.x() - other.x()) ** 2 + (one.y() - other.y()) ** 2) ** 0.5)
