"""Rows to look at and to choose from in a dialog: the model that lists things, and the table that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from attach_desktop.ui.theme.tokens import SMALL

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
T = TypeVar("T")


class Rows(QAbstractTableModel, Generic[T]):
    """A row for each of some things, under named columns. What stands in the cells is up to ``data``."""

    def __init__(self, parent: QObject) -> None:
        """None yet."""
        super().__init__(parent)
        self._items: Sequence[T] = ()

    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        raise NotImplementedError

    def show(self, items: Sequence[T]) -> None:
        """Show other things, in the order in which they come."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def at(self, row: int) -> T:
        """What stands in a row."""
        return self._items[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are things."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as have names."""
        return 0 if parent.isValid() else len(self.heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None


class RowsTable(QTableView):
    """Whole rows are chosen; nothing is written in them, nothing sorted, and Tab goes on to the next control."""

    def __init__(self, model: QAbstractTableModel, name: str, mode: QAbstractItemView.SelectionMode) -> None:
        """``name`` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("framed", True)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(mode)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 2 * SMALL)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def choose(self, row: int) -> None:
        """Choose one row and no other, whatever keys are held down: ``selectRow`` would heed them."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags.ClearAndSelect | flags.Rows)

    def chosen(self) -> list[int]:
        """The rows that are chosen, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())
