"""Draws the rows of the list: a day's heading, or an entry in two lines with its mood mark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from attach_desktop.journal.entry import Entry
from attach_desktop.ui.journal.entries_model import ROW, Heading
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.mood_mark import draw_mark
from attach_desktop.vault.kind import Stored


class EntryDelegate(QStyledItemDelegate):
    """Every row has the same height, so that a hundred thousand of them need no measuring."""

    def __init__(self, theme: Theme, text: RowText, query: Callable[[], str], parent: QObject) -> None:
        """``query`` gives the words that are searched for, to be shown in context."""
        super().__init__(parent)
        self._theme, self._text, self._query = theme, text, query
        self._fonts()
        theme.changed.connect(self._fonts)

    @property
    def row_height(self) -> int:
        """The height of every row, from the system's font."""
        return int(2 * QFontMetricsF(self._body).height()) + 18

    def _fonts(self) -> None:
        self._body = self._theme.font()
        self._strong = self._theme.font(bold=True)
        self._small = self._theme.font("small")
        self._time_width = QFontMetricsF(self._small).horizontalAdvance("00:00") + 10

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
            state = option.state
            self._entry(painter, box, row, state)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        palette = self._theme.palette
        painter.setFont(self._strong)
        painter.setPen(QColor(palette.ink))
        where = box.adjusted(16, 0, -16, -8)
        painter.drawText(where, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self._text.day(row.day))
        painter.setPen(QPen(QColor(palette.line), palette.line_width))
        painter.drawLine(QLineF(box.left() + 16, box.bottom() - 2, box.right() - 16, box.bottom() - 2))

    def _entry(self, painter: QPainter, box: QRectF, row: Stored[Entry], state: QStyle.StateFlag) -> None:
        palette, entry = self._theme.palette, row.value
        if state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(palette.accent_soft))
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(palette.focus), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(9, 3, -9, -3), 6, 6)
        inner = box.adjusted(16, 8, -16, -8)
        half = inner.height() / 2
        painter.setFont(self._small)
        painter.setPen(QColor(palette.muted))
        line_one = QRectF(inner.left(), inner.top(), inner.width(), half)
        painter.drawText(
            QRectF(inner.left(), line_one.top(), self._time_width, half), Qt.AlignmentFlag.AlignVCenter,
            self._text.time(entry),
        )  # fmt: skip
        mark = QRectF(inner.left() + self._time_width, inner.top() - 2, 28, half + 4)
        draw_mark(painter, mark, entry.mood, entry.energy, palette)
        left = mark.right() + 10
        words = QRectF(left, line_one.top(), inner.right() - left, half)
        flags = self._text.flags(entry)
        if flags:
            width = QFontMetricsF(self._small).horizontalAdvance(flags)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, flags)
            words.setWidth(words.width() - width - 12)
        painter.setPen(QColor(palette.ink))
        self._elided(painter, words, self._body, self._text.first_line(entry))
        second = QRectF(left, inner.top() + half, inner.right() - left, half)
        painter.setPen(QColor(palette.muted))
        shown, marks = self._text.second_line(entry, self._query())
        self._marked(painter, second, shown, marks)

    def _elided(self, painter: QPainter, box: QRectF, font: QFont, text: str) -> None:
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    def _marked(self, painter: QPainter, box: QRectF, text: str, marks: list[tuple[int, int]]) -> None:
        """A line with the places of a match underlined. Positions count code points; widths are asked of Qt."""
        self._elided(painter, box, self._small, text)
        metrics = QFontMetricsF(self._small)
        colour = QColor(self._theme.palette.accent)
        for start, length in marks:
            left = metrics.horizontalAdvance(text[:start])
            width = metrics.horizontalAdvance(text[: start + length]) - left
            if left + width < box.width() and not text.isspace() and not _right_to_left(text):
                painter.setPen(QPen(colour, 2))
                base = box.center().y() + metrics.ascent() / 2 + 2
                painter.drawLine(QLineF(box.left() + left, base, box.left() + left + width, base))


def _right_to_left(text: str) -> bool:
    return any("\u0590" <= sign <= "\u08ff" for sign in text)
