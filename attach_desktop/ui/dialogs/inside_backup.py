"""What is in a backup, to look at: how much of it, and its newest entries, each in a line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.sentences import one_line
from attach_desktop.ui.dialogs.backups_work import Inside
from attach_desktop.ui.dialogs.sheet import Sheet, counted
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.widgets.days import shown_moment
from attach_desktop.ui.widgets.labels import label
from attach_desktop.vault.backups import Backup

_LONGEST = 200


class InsideDialog(Sheet):
    """Nothing here can be changed."""

    def __init__(self, backup: Backup, inside: Inside, parent: QWidget | None = None) -> None:
        """``inside`` is what was read of ``backup``."""
        super().__init__(parent, 680, 480)
        self.set_title(self.tr("The backup of {when}").format(when=shown_moment(backup.made)))
        contents = inside.contents
        said = [
            counted(contents.records, self.tr("1 record"), self.tr("{count} records")),
            counted(contents.binned, self.tr("1 in the bin"), self.tr("{count} in the bin")),
            counted(contents.former, self.tr("1 former version"), self.tr("{count} former versions")),
        ]
        self.column.addWidget(label(" · ".join(said)))
        newest = self.tr("Its newest entries. They can be looked at here, and not changed.")
        self.column.addWidget(label(newest if inside.newest else self.tr("It holds no entries."), "muted"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Newest entries"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        text = RowText(Vocabulary(), date.today)
        for record in inside.newest:
            self.list.addItem(_line(text, record.value))
        self.list.setVisible(bool(inside.newest))
        self.column.addWidget(self.list, 1)
        close = self.primary(self.tr("Close"), self.reject)
        self.foot.addStretch()
        self.foot.addWidget(close)
        close.setFocus()


def _line(text: RowText, entry: Entry) -> str:
    when = f"{text.date(entry.at.day, with_year=True)}, {text.time(entry)}"
    rest = " – ".join(part for part in (text.first_line(entry), text.second_line(entry, "")[0]) if part)
    return one_line(f"{when}: {rest}")[:_LONGEST]
