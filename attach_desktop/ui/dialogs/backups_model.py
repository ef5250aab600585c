"""The rows of the backups: when, why, how large, how many records, and who can read them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from attach_desktop.ui.dialogs.sheet import counted
from attach_desktop.ui.widgets.days import shown_moment
from attach_desktop.vault.backups import Backup

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: What is said in the place of a number of records.
UNKNOWN, LOCKED, DAMAGED = -1, -2, -3


class BackupsModel(QAbstractTableModel):
    """Backups, the newest first."""

    def __init__(self, parent: QObject) -> None:
        """None yet."""
        super().__init__(parent)
        self._backups: Sequence[Backup] = ()
        self._counts: dict[str, int] = {}

    def show(self, backups: Sequence[Backup]) -> None:
        """Show other backups; what is known of their records stays known."""
        self.beginResetModel()
        self._backups = backups
        self.endResetModel()

    def know(self, name: str, count: int) -> None:
        """So many records are in the backup of this name; or UNKNOWN, LOCKED, DAMAGED."""
        self._counts[name] = count
        for row, backup in enumerate(self._backups):
            if backup.name == name:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 4))

    def unknown(self) -> list[Backup]:
        """Those whose records nobody has counted yet."""
        return [backup for backup in self._backups if backup.name not in self._counts]

    def at(self, row: int) -> Backup:
        """The backup in a row."""
        return self._backups[row]

    def count(self, backup: Backup) -> int:
        """What is known of its records."""
        return self._counts.get(backup.name, UNKNOWN)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are."""
        return 0 if parent.isValid() else len(self._backups)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Five."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("Made"), self.tr("Why"), self.tr("Records"), self.tr("Size"), self.tr("Readable"))
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; for a screen reader the first one says all of the row."""
        cells = self.cells(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ". ".join(cell for cell in cells if cell)
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def cells(self, row: int) -> tuple[str, str, str, str, str]:
        """A row in words."""
        backup = self._backups[row]
        count = self.count(backup)
        records = {
            UNKNOWN: "…",
            LOCKED: self.tr("another passphrase"),
            DAMAGED: self.tr("cannot be read"),
        }.get(count) or counted(count, self.tr("1 record"), self.tr("{count} records"))
        readable = self.tr("with the passphrase") if backup.encrypted else self.tr("by anybody")
        return (
            shown_moment(backup.made),
            self._reason(backup.reason),
            records,
            QLocale().formattedDataSize(backup.size, 1),
            readable,
        )

    def _reason(self, reason: str) -> str:
        return {
            "daily": self.tr("first start of the day"),
            "by-hand": self.tr("by hand"),
            "before-import": self.tr("before an import"),
            "before-migration": self.tr("before an update"),
            "before-restore": self.tr("before a restore"),
            "before-passphrase": self.tr("before the passphrase changed"),
            "before-merge": self.tr("before a merge"),
            "before-wipe": self.tr("before deleting"),
        }.get(reason, reason)
