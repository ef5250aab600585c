"""After a passphrase was set: the backups that were made without one can still be read by anybody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, counted
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.backups import Backup, Backups


class PlainBackupsDialog(Sheet):
    """Offers to delete them."""

    def __init__(self, backups: Backups, plain: list[Backup], parent: QWidget | None = None) -> None:
        """``plain`` are those of ``backups`` that are not encrypted."""
        super().__init__(parent, 480)
        self._backups, self._plain = backups, plain
        self.set_title(self.tr("Backups from before"))
        self.column.addWidget(
            label(
                counted(
                    len(plain),
                    self.tr("1 backup was made without the passphrase. Whoever has its file can read it."),
                    self.tr("{count} backups were made without the passphrase. Whoever has their files can read them."),
                )
            )
        )
        self.column.addWidget(
            label(
                self.tr("The next backup is encrypted like the records. A disk may keep traces of old ones."), "muted"
            )
        )
        self.trouble = Trouble()
        self.column.addWidget(self.trouble)
        self.column.addStretch()
        self.keep = button(self.tr("Keep them"), self.reject)
        self.delete = self.primary(self.tr("Delete them"), self._delete)
        self.foot.addStretch()
        self.foot.addWidget(self.keep)
        self.foot.addWidget(self.delete)
        self.keep.setFocus()

    def _delete(self) -> None:
        try:
            self._backups.delete(self._plain)
        except AttachError as error:
            self.trouble.tell(error)
            return
        self.accept()
