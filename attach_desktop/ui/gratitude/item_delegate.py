"""Draws an item in the list by days: what it was with its list at the right, and below it why and with whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from attach_desktop.gratitude.item import Item
from attach_desktop.ui.finding.row_delegate import RowDelegate
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE
from attach_desktop.ui.widgets.labels import shortened
from attach_desktop.vault.kind import Stored


class ItemDelegate(RowDelegate[Item]):
    """A row of gratitude."""

    def __init__(self, theme: Theme, text: ItemText, query: Callable[[], str], parent: QObject) -> None:
        """``query`` gives the words that are searched for, to be shown in context."""
        super().__init__(theme, text, query, parent, LARGE)
        self._text = text

    def draw_record(self, painter: QPainter, inner: QRectF, record: Stored[Item]) -> None:
        """One item."""
        item, query, half = record.value, self.query(), inner.height() / 2
        line = QRectF(inner.left(), inner.top(), inner.width(), half)
        line = self.aside(painter, line, shortened(self._text.list_name(item.list), 24))
        self.first(painter, line, *self._text.first_line(item, query))
        below = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        self.second(painter, below, *self._text.second_line(item, query))
