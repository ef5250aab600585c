"""The rows of the bin: which list a record is from, what it says in one line, when it was, when it was deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from attach_desktop.ui.dialogs.bin_words import BinWords
from attach_desktop.vault.kind import Binned, Kind

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: A record in the bin with its kind.
Gone = tuple[Kind[Any], Binned[Any]]


class BinModel(QAbstractTableModel):
    """Binned records of every kind, in the order in which they come."""

    def __init__(self, words: BinWords, zone: tzinfo | None, parent: QObject) -> None:
        """``words`` says records; deletions are told in the hours of ``zone``."""
        super().__init__(parent)
        self._words, self._zone = words, zone
        self._binned: Sequence[Gone] = ()

    def show(self, binned: Sequence[Gone]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._binned = binned
        self.endResetModel()

    def kind_at(self, row: int) -> Kind[Any]:
        """The kind of the record in a row."""
        return self._binned[row][0]

    def id_at(self, row: int) -> str:
        """The id of the record in a row."""
        return self._binned[row][1].record.id

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as lie in the bin."""
        return 0 if parent.isValid() else len(self._binned)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Four."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("What it says"), self.tr("From"), self.tr("When it was"), self.tr("Deleted"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; for a screen reader the first one says all of the row."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            cells = [self._cell(index.row(), column) for column in range(4)]
            return self.tr("{words}. {kind}. {when}. Deleted {deleted}").format(
                words=cells[0], kind=cells[1], when=cells[2], deleted=cells[3]
            )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(index.row(), index.column())
        return None

    def _cell(self, row: int, column: int) -> str:
        kind, item = self._binned[row]
        value = item.record.value
        if column == 0:
            return self._words.line(kind, value)
        if column == 1:
            return self._words.kind(kind)
        if column == 2:
            was = kind.moment(value)
            return _short(was.day) + (f", {was.at:%H:%M}" if was.at else "")
        moment = item.binned.astimezone(self._zone)
        return f"{_short(moment.date())}, {moment:%H:%M}"


def _short(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
