"""Pages as they come out on paper: white also in the dark theme, one below the other, by mouse and by keyboard."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LIGHT, NORMAL

if TYPE_CHECKING:
    # What lays pages out takes a while to be imported; it is there once there are pages.
    from attach_desktop.ui.paper.pages import Pages

#: The smallest and the largest a page is shown, in pixels a millimetre, and one step of Ctrl+plus.
_LEAST, _MOST, _STEP = 0.8, 10.0, 1.25
#: Pages are kept as pictures, for scrolling: two, or as many as so many bytes hold.
_KEPT, _ROOM = 2, 48_000_000
_LINE = 48
#: Longer descriptions are no help to who listens.
_TOLD = 4000


class PagesView(QAbstractScrollArea):
    """Shows pages. ``page_changed`` tells the page that is on show (from 0), whenever it is another one."""

    page_changed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Without pages at first."""
        super().__init__()
        self._theme = theme
        self._pages: Pages | None = None
        #: Pixels a millimetre; None fits the width, 0 the whole page.
        self._zoom: float | None = None
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.viewport().update)
        self._tell()

    # -- what is on show -------------------------------------------------------------------------------------------

    @property
    def pages(self) -> Pages | None:
        """What it shows."""
        return self._pages

    @property
    def current(self) -> int:
        """The page on show, from 0."""
        return self._current

    def set_pages(self, pages: Pages | None) -> None:
        """Show other pages; as far as there is one, the page of the same number stays on show."""
        self._pages = pages
        self._kept.clear()
        self._measure()
        self.go_to(min(self._current, pages.count - 1) if pages else 0)
        self._tell()
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Show the head of a page (from 0)."""
        if self._pages is None:
            self._current = 0
            return
        number = max(0, min(number, self._pages.count - 1))
        self.verticalScrollBar().setValue(round(number * self._pitch))
        self._turn(number)

    # -- how large -------------------------------------------------------------------------------------------------

    @property
    def scale(self) -> float:
        """Pixels of the screen a millimetre of paper."""
        if self._pages is None:
            return 1.0
        size, room = self._pages.size, self.viewport().size()
        wide = (room.width() - 2 * NORMAL) / size.width
        if self._zoom is None:
            return max(_LEAST, wide)
        if not self._zoom:
            return max(_LEAST, min(wide, (room.height() - 2 * NORMAL) / size.height))
        return self._zoom

    def zoom_to_width(self) -> None:
        """As wide as there is room."""
        self._set_zoom(None)

    def zoom_to_page(self) -> None:
        """So large that a whole page can be seen."""
        self._set_zoom(0.0)

    def zoom(self, factor: float) -> None:
        """Larger or smaller."""
        self._set_zoom(max(_LEAST, min(_MOST, self.scale * factor)))

    def _set_zoom(self, zoom: float | None) -> None:
        """Zoom, and keep the place."""
        place = self.verticalScrollBar().value() / self._pitch
        self._zoom = zoom
        self._kept.clear()
        self._measure()
        self.verticalScrollBar().setValue(round(place * self._pitch))
        self.viewport().update()

    @property
    def _page_size(self) -> QSize:
        size, scale = self._pages.size if self._pages else (1.0, 1.0), self.scale
        return QSize(max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))

    @property
    def _pitch(self) -> int:
        """From the head of a page to that of the next, in pixels."""
        return self._page_size.height() + NORMAL

    def _measure(self) -> None:
        """Set up the scroll bars."""
        room, size = self.viewport().size(), self._page_size
        count = self._pages.count if self._pages else 0
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, count * self._pitch + NORMAL - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(_LINE)
        across.setRange(0, max(0, size.width() + 2 * NORMAL - room.width()) if count else 0)
        across.setPageStep(room.width())

    def _box(self, number: int) -> QRect:
        """Where a page stands in the viewport."""
        size, room = self._page_size, self.viewport().width()
        left = max(NORMAL, (room - size.width()) // 2) - self.horizontalScrollBar().value()
        return QRect(QPoint(left, NORMAL + number * self._pitch - self.verticalScrollBar().value()), size)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and of the pages those that can be seen."""
        painter = QPainter(self.viewport())
        palette, seen = self._theme.palette, self.viewport().rect()
        painter.fillRect(seen, QColor(palette.ground))
        if self._pages is not None:
            first = max(0, (self.verticalScrollBar().value() - NORMAL) // self._pitch)
            for number in range(first, self._pages.count):
                box = self._box(number)
                if box.top() > seen.bottom():
                    break
                shade = QColor(palette.ink)
                shade.setAlphaF(0.07)
                painter.fillRect(box.translated(0, 2).adjusted(-1, 0, 1, 1), shade)
                painter.drawImage(box.topLeft(), self._picture(number))
                painter.setPen(QPen(QColor(palette.line), 1))
                painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.drawRect(QRectF(seen).adjusted(1, 1, -1, -1))
        painter.end()

    def _picture(self, number: int) -> QImage:
        """A page painted, kept for a while."""
        assert self._pages is not None  # noqa: S101 - only asked for pages that there are
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        ratio, scale = self.devicePixelRatioF(), self.scale
        made = QImage(self._page_size * ratio, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(LIGHT.surface))
        painter = QPainter(made)
        painter.scale(scale / MM, scale / MM)
        self._pages.paint(painter, number)
        painter.end()
        self._kept[number] = made
        while len(self._kept) > _KEPT and sum(one.sizeInBytes() for one in self._kept.values()) > _ROOM:
            self._kept.popitem(last=False)
        return made

    # -- hands -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down go from page to page, Home and End to the first and the last, Ctrl with + − 0 zoom."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        last, at = (self._pages.count - 1 if self._pages else 0), self.verticalScrollBar().value()
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif control and key == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif control and key == Qt.Key.Key_0:
            self.zoom_to_width()
        elif control and key == Qt.Key.Key_1:
            self.zoom_to_page()
        elif key == Qt.Key.Key_PageDown:
            self.go_to(self._current + 1)
        elif key == Qt.Key.Key_PageUp:
            # First to the head of the page that is on show.
            self.go_to(self._current if at > self._current * self._pitch else self._current - 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(last)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages grow with the room, and the place stays."""
        super().resizeEvent(event)
        number = self._current
        self._kept.clear()
        self._measure()
        self.go_to(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show it."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Words in another language are told anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()

    # -- telling ---------------------------------------------------------------------------------------------------

    def _scrolled(self) -> None:
        if self._pages is None:
            return
        # The page on show is the one that a line at a third of the height goes through.
        line = self.verticalScrollBar().value() + self.viewport().height() / 3
        self._turn(max(0, min(self._pages.count - 1, int(line // self._pitch))))
        self.viewport().update()

    def _turn(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self._tell()
            self.page_changed.emit(number)

    def _tell(self) -> None:
        """Say to assistive technology which page is on show, and what stands on it."""
        if self._pages is None:
            self.setAccessibleName(self.tr("No pages yet"))
            self.setAccessibleDescription("")
            return
        name = self.tr("Page {page} of {count}").format(page=self._current + 1, count=self._pages.count)
        self.setAccessibleName(name)
        # Laying out a page anew for nobody would make turning pages slower.
        self.setAccessibleDescription(self._pages.words(self._current)[:_TOLD] if QAccessible.isActive() else "")

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint all of what can be seen: pages are kept as pictures."""
        self.viewport().update()
