"""The rows of the bin: what an entry says in one line, when it was, when it was deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from attach_desktop.journal.entry import Entry
from attach_desktop.sentences import one_line
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.vault.kind import Binned

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 300


class BinModel(QAbstractTableModel):
    """Binned entries, the last deleted first."""

    def __init__(self, text: RowText, zone: tzinfo | None, parent: QObject) -> None:
        """``text`` says entries in words; deletions are told in the hours of ``zone``."""
        super().__init__(parent)
        self._text, self._zone = text, zone
        self._binned: Sequence[Binned[Entry]] = ()

    def show(self, binned: Sequence[Binned[Entry]]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._binned = binned
        self.endResetModel()

    def id_at(self, row: int) -> str:
        """The id of the entry in a row."""
        return self._binned[row].record.id

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as lie in the bin."""
        return 0 if parent.isValid() else len(self._binned)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Three."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Entry"), self.tr("When it was"), self.tr("Deleted"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; for a screen reader the first one says all of the row."""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            cells = [self._cell(index.row(), column) for column in range(3)]
            return self.tr("{entry}. {when}. Deleted {deleted}").format(entry=cells[0], when=cells[1], deleted=cells[2])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(index.row(), index.column())
        return None

    def _cell(self, row: int, column: int) -> str:
        item = self._binned[row]
        entry = item.record.value
        if column == 0:
            first, second = self._text.first_line(entry), self._text.second_line(entry, "")[0]
            return one_line(f"{first} – {second}" if second else first)[:_LONGEST]
        if column == 1:
            at = f", {entry.at.at:%H:%M}" if entry.at.at else ""
            return _short(entry.at.day) + at
        moment = item.binned.astimezone(self._zone)
        return f"{_short(moment.date())}, {moment:%H:%M}"


def _short(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
