"""A table of words and numbers to read: the same figures that a drawing shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from attach_desktop.ui.theme.tokens import SMALL, TIGHT

#: What a column of figures is made of, a dash where there is none included.
_FIGURE_SIGNS = frozenset("0123456789.,-−–")
#: What a cell loses to each side of its text: the style sheet's padding and the style's own, in pixels.
_PADDING = SMALL + 1


def number_table(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> QTableWidget:
    """A table that is as high as its rows; the first column takes what is left of the width, figures stand right."""
    table = QTableWidget(len(rows), len(heads))
    table.setAccessibleName(name)
    table.setProperty("framed", "true")
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setItemDelegate(_Cell(table))
    for column in range(len(heads)):
        texts = [row[column] for row in rows]
        right = column > 0 and all(set(text) <= _FIGURE_SIGNS for text in texts)
        align = (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        head = QTableWidgetItem(heads[column])
        head.setTextAlignment(align)
        table.setHorizontalHeaderItem(column, head)
        for at, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(align)
            table.setItem(at, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)

    def fit() -> None:
        table.resizeRowsToContents()
        table.setFixedHeight(table.verticalHeader().length() + header.height() + 4)

    # With every change of a column's width, text wraps elsewhere.
    header.sectionResized.connect(fit)
    header.geometriesChanged.connect(fit)
    fit()
    return table


class _Cell(QStyledItemDelegate):
    """A cell as high as its text needs when it wraps: the style forgets its own padding when it measures."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        usual = super().sizeHint(option, index)
        table = self.parent()
        if index.column() or not isinstance(table, QTableWidget):
            return usual
        width = max(1, table.columnWidth(0) - 2 * _PADDING)
        text = str(index.data())
        needed = option.fontMetrics.boundingRect(QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), text)
        return QSize(usual.width(), max(usual.height(), needed.height()) + TIGHT)
