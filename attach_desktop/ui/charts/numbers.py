"""The numbers of a chart as a table to scroll in: quick with many rows, and an accessible table to a screen reader."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from attach_desktop.ui.charts.chart import Table
from attach_desktop.ui.theme.tokens import SMALL

#: So many rows are on show at once at most.
_SHOWN = 9
_FIGURES = frozenset("0123456789.,:-−–+ ")
_Index = QModelIndex | QPersistentModelIndex


class NumbersModel(QAbstractTableModel):
    """A Table as Qt's views read it."""

    def __init__(self, table: Table) -> None:
        """The rows of ``table``."""
        super().__init__()
        self._table = table
        self._right = {
            column
            for column in range(1, len(table.heads))
            if all(set(row[column]) <= _FIGURES for row in table.rows[:200])
        }

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._table.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; figures stand right."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._align(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._align(section)
        return None

    def _align(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class NumbersView(QTableView):
    """Shows a Table, as high as its first rows."""

    def __init__(self, name: str, table: Table) -> None:
        """``name`` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("framed", "true")
        self._model = NumbersModel(table)
        self.setModel(self._model)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        # Only the first rows are measured: ten years of days are as quick as one week.
        header.setResizeContentsPrecision(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(6 * SMALL)
        row = self.fontMetrics().height() + SMALL + 2
        self.verticalHeader().setDefaultSectionSize(row)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        shown = min(_SHOWN, max(1, len(table.rows)))
        self._height = shown * row + header.sizeHint().height() + 2 * self.frameWidth() + 4
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The first column takes what is left; where nothing is, the table scrolls sideways."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        others = sum(header.sectionSize(column) for column in range(1, header.count()))
        needed = max(self.sizeHintForColumn(0) + SMALL, header.sectionSizeHint(0))
        room = self.viewport().width() - others
        header.resizeSection(0, max(needed, room))
        bar = self.horizontalScrollBar().sizeHint().height() if needed > room else 0
        self.setFixedHeight(self._height + bar)
