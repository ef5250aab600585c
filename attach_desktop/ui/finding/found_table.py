"""The table of a list by days: its keys, and a selection that only a person makes."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from attach_desktop.ui.finding.found_model import ROW, FoundModel
from attach_desktop.ui.finding.row_delegate import RowDelegate
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.kind import Stored

T = TypeVar("T")


class FoundTable(QTableView, Generic[T]):
    """Enter opens, E edits, Delete bins; arrows step over the headings.

    ``chosen`` carries a record that the person selects; ``opened`` one that they click on (also the one that is
    selected already) or press Enter on, and whether it was by key.
    """

    chosen = Signal(object)
    opened = Signal(object, bool)
    edit_asked = Signal()
    delete_asked = Signal()
    back_asked = Signal()

    def __init__(self, name: str, rows: FoundModel[T], theme: Theme) -> None:
        """``name`` is what a screen reader calls it."""
        super().__init__()
        self._rows = rows
        #: While the list puts its selection back by itself, nobody has chosen anything.
        self.settling = False
        self.setProperty("role", "list")
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head = self.verticalHeader()
        head.hide()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        theme.changed.connect(self._fit_rows)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._clicked)

    def draw_with(self, delegate: RowDelegate[T]) -> None:
        """Let ``delegate`` draw the rows."""
        self.setItemDelegate(delegate)
        self._fit_rows()

    def selected(self) -> Stored[T] | None:
        """The selected record, or None."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Stored) else None

    def step(self, by: int) -> None:
        """Select the next record down (1) or up (−1)."""
        number = self.currentIndex().row() + by
        while 0 <= number < self._rows.rowCount():
            index = self._rows.index(number, 0)
            if isinstance(index.data(ROW), Stored):
                self.setCurrentIndex(index)
                return
            number += by

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a letter would have every record read to find one that begins with it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list."""
        key, selected = event.key(), self.selected()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and selected:
            self.opened.emit(selected, True)
        elif key == Qt.Key.Key_E and selected:
            self.edit_asked.emit()
        elif key == Qt.Key.Key_Delete and selected:
            self.delete_asked.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _fit_rows(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, RowDelegate):
            self.verticalHeader().setDefaultSectionSize(delegate.row_height)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, Stored) and not self.settling:
            self.chosen.emit(row)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Stored):
            self.opened.emit(row, False)
