"""Draws the rows of a list by days: a day's heading, or a record in two lines. What stands in them a room says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QLineF, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.found_model import ROW, Heading
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.kind import Stored

T = TypeVar("T")
#: From the edge of the list to what stands in it, in pixels.
EDGE = 16
#: Places of a match in a text: (start, length) in characters.
Marks = list[tuple[int, int]]


class RowDelegate(QStyledItemDelegate, Generic[T]):
    """Every row has the same height, so that a hundred thousand of them need no measuring."""

    def __init__(
        self, theme: Theme, days: DayWords, query: Callable[[], str], parent: QObject, edge: int = EDGE
    ) -> None:
        """``query`` gives the words that are searched for, to be shown in context; ``edge`` is the room beside."""
        super().__init__(parent)
        self._edge = edge
        self.theme, self.query, self._days = theme, query, days
        self._fonts()
        theme.changed.connect(self._fonts)

    @property
    def row_height(self) -> int:
        """The height of every row, from the system's font."""
        return int(2 * QFontMetricsF(self.body).height()) + 18

    def draw_record(self, painter: QPainter, inner: QRectF, record: Stored[T]) -> None:
        """Draw what a record says into the two lines of ``inner``. To be written by each room."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row."""
        return QSize(200, self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setClipRect(box)
        if isinstance(row, Heading):
            self._heading(painter, box, row)
        elif isinstance(row, Stored):
            self._selection(painter, box, option.state)
            self.draw_record(painter, box.adjusted(self._edge, 8, -self._edge, -8), row)
        painter.restore()

    # -- for rooms to draw with ------------------------------------------------------------------------------------

    def aside(self, painter: QPainter, box: QRectF, text: str) -> QRectF:
        """A small muted text at the right end of a line; returns what is left of the line."""
        if not text:
            return box
        painter.setFont(self.small)
        painter.setPen(QColor(self.theme.palette.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return box.adjusted(0, 0, -QFontMetricsF(self.small).horizontalAdvance(text) - 12, 0)

    def first(self, painter: QPainter, box: QRectF, text: str, marks: Marks | None = None) -> None:
        """The first line, in ink."""
        painter.setPen(QColor(self.theme.palette.ink))
        self._marked(painter, box, self.body, text, marks or [])

    def second(self, painter: QPainter, box: QRectF, text: str, marks: Marks) -> None:
        """The second line, small and muted."""
        painter.setPen(QColor(self.theme.palette.muted))
        self._marked(painter, box, self.small, text, marks)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _fonts(self) -> None:
        self.body = self.theme.font()
        self.strong = self.theme.font(bold=True)
        self.small = self.theme.font("small")

    def _heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        palette = self.theme.palette
        painter.setFont(self.strong)
        painter.setPen(QColor(palette.ink))
        where = box.adjusted(self._edge, 0, -self._edge, -8)
        painter.drawText(where, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self._days.day(row.day))
        painter.setPen(QPen(QColor(palette.line), palette.line_width))
        painter.drawLine(QLineF(where.left(), box.bottom() - 2, where.right(), box.bottom() - 2))

    def _selection(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        if not state & QStyle.StateFlag.State_Selected:
            return
        palette = self.theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.accent_soft))
        focused = state & QStyle.StateFlag.State_HasFocus
        painter.setPen(QPen(QColor(palette.focus), 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(self._edge - 7, 3, 7 - self._edge, -3), 6, 6)

    def _marked(self, painter: QPainter, box: QRectF, font: QFont, text: str, marks: Marks) -> None:
        """A line with the places of a match underlined. Positions count code points; widths are asked of Qt."""
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        colour = QColor(self.theme.palette.accent)
        for start, length in marks:
            left = metrics.horizontalAdvance(text[:start])
            width = metrics.horizontalAdvance(text[: start + length]) - left
            if left + width < box.width() and not text.isspace() and not _right_to_left(text):
                painter.setPen(QPen(colour, 2))
                base = box.center().y() + metrics.ascent() / 2 + 2
                painter.drawLine(QLineF(box.left() + left, base, box.left() + left + width, base))


def _right_to_left(text: str) -> bool:
    return any("\u0590" <= sign <= "\u08ff" for sign in text)
