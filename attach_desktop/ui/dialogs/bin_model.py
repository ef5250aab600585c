"""The rows of the bin: which list a record is from, what it says in one line, when it was, when it was deleted."""

from __future__ import annotations

from datetime import date, tzinfo

from PySide6.QtCore import QObject, Qt

from attach_desktop.rooms import Gone
from attach_desktop.ui.dialogs.bin_words import BinWords
from attach_desktop.ui.dialogs.rows import Index, Rows
from attach_desktop.ui.widgets.days import shown_day


class BinModel(Rows[Gone]):
    """Binned records of every kind, in the order in which they come."""

    def __init__(self, words: BinWords, zone: tzinfo | None, parent: QObject) -> None:
        """``words`` says records; deletions are told in the hours of ``zone``."""
        super().__init__(parent)
        self._words, self._zone = words, zone

    def heads(self) -> tuple[str, ...]:
        """Its words, its list, its day, and the day of its deletion."""
        return self.tr("What it says"), self.tr("From"), self.tr("When it was"), self.tr("Deleted")

    def id_at(self, row: int) -> str:
        """The id of the record in a row."""
        return self._items[row][1].record.id

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
        kind, item = self._items[row]
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
    return shown_day(day, "d MMM yyyy")
