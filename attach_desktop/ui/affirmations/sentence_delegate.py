"""Draws a sentence in the library: its words, and below them in small type what it is for."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import MEDIUM, RADIUS_FIELD, SMALL, TIGHT

_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 10_000.0


class SentenceDelegate(QStyledItemDelegate):
    """An item's text is the sentence and, after its last line break, what is said about it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Drawn in the colours and sizes of ``theme``."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words need at the width of the list."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        sentence, about = _parts(index)
        inner = max(80.0, width - 2 * MEDIUM)
        height = self._height(self._theme.font(), sentence, inner)
        if about:
            height += TIGHT + self._height(self._theme.font("small"), about, inner)
        return QSize(80, ceil(height) + 2 * SMALL)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one sentence."""
        palette, box = self._theme.palette, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(palette.accent_soft))
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(QColor(palette.focus), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), RADIUS_FIELD, RADIUS_FIELD)
        sentence, about = _parts(index)
        inner = box.adjusted(MEDIUM, SMALL, -MEDIUM, -SMALL)
        painter.setFont(self._theme.font())
        painter.setPen(QColor(palette.ink))
        painter.drawText(inner, _WRAP, sentence)
        inner.setTop(inner.top() + self._height(self._theme.font(), sentence, inner.width()) + TIGHT)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(palette.muted))
        painter.drawText(inner, _WRAP, about)
        painter.restore()

    def _height(self, font: QFont, text: str, width: float) -> float:
        metrics = QFontMetricsF(font)
        if len(text) < 200 and metrics.horizontalAdvance(text) <= width:
            return metrics.height()
        return metrics.boundingRect(QRectF(0, 0, width, _TALL), _WRAP, text).height()


def _parts(index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
    sentence, _, about = str(index.data(Qt.ItemDataRole.DisplayRole)).rpartition("\n")
    return sentence, about
