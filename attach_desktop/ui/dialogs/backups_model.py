"""The rows of the backups: when, why, how large, how many records, and who can read them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt

from attach_desktop.ui.dialogs.rows import Index, Rows
from attach_desktop.ui.dialogs.sheet import counted
from attach_desktop.ui.widgets.days import shown_moment
from attach_desktop.vault.backups import Backup

#: What is said in the place of a number of records.
UNKNOWN, LOCKED, DAMAGED = -1, -2, -3


class BackupsModel(Rows[Backup]):
    """Backups, the newest first. Where others are shown, what is known of their records stays known."""

    def __init__(self, parent: QObject) -> None:
        """None yet."""
        super().__init__(parent)
        self._counts: dict[str, int] = {}

    def heads(self) -> tuple[str, ...]:
        """When, why, how many, how large, for whom."""
        return self.tr("Made"), self.tr("Why"), self.tr("Records"), self.tr("Size"), self.tr("Readable")

    def know(self, name: str, count: int) -> None:
        """So many records are in the backup of this name; or UNKNOWN, LOCKED, DAMAGED."""
        self._counts[name] = count
        for row, backup in enumerate(self._items):
            if backup.name == name:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 4))

    def unknown(self) -> list[Backup]:
        """Those whose records nobody has counted yet."""
        return [backup for backup in self._items if backup.name not in self._counts]

    def count(self, backup: Backup) -> int:
        """What is known of its records."""
        return self._counts.get(backup.name, UNKNOWN)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in words; for a screen reader the first one says all of the row."""
        cells = self.cells(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ". ".join(cell for cell in cells if cell)
        return cells[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def cells(self, row: int) -> tuple[str, str, str, str, str]:
        """A row in words."""
        backup = self._items[row]
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
