"""Draws an entry in the list: its time, its mood mark, and two lines of words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from attach_desktop.journal.entry import Entry
from attach_desktop.ui.finding.row_delegate import RowDelegate
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.mood_mark import MarkPictures
from attach_desktop.vault.kind import Stored

#: The side of an entry's mood mark, in pixels.
_MARK = 28


class EntryDelegate(RowDelegate[Entry]):
    """A row of the journal."""

    def __init__(self, theme: Theme, text: RowText, query: Callable[[], str], parent: QObject) -> None:
        """``query`` gives the words that are searched for, to be shown in context."""
        super().__init__(theme, text, query, parent)
        self._text = text
        self._marks = MarkPictures(_MARK)

    def draw_record(self, painter: QPainter, inner: QRectF, record: Stored[Entry]) -> None:
        """One entry."""
        palette, entry, half = self.theme.palette, record.value, inner.height() / 2
        time_width = QFontMetricsF(self.small).horizontalAdvance("00:00") + 10
        painter.setFont(self.small)
        painter.setPen(QColor(palette.muted))
        at = QRectF(inner.left(), inner.top(), time_width, half)
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self._text.time(entry))
        mark = QPointF(inner.left() + time_width, inner.top() + (half - _MARK) / 2)
        self._marks.draw(painter, mark, entry.mood, entry.energy, palette)
        left = mark.x() + _MARK + 10
        words = self.aside(
            painter, QRectF(left, inner.top(), inner.right() - left, half), self._text.flags(entry)
        )  # fmt: skip
        self.first(painter, words, self._text.first_line(entry))
        shown, marks = self._text.second_line(entry, self.query())
        self.second(painter, QRectF(left, inner.top() + half, inner.right() - left, half), shown, marks)
