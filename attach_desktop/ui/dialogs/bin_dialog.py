"""The bin: what was deleted, of whatever kind, to be brought back or to be deleted for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QWidget,
)

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.rooms import KINDS, AllRecords, names_of_keys, title_of
from attach_desktop.ui.dialogs.bin_model import BinModel
from attach_desktop.ui.dialogs.bin_words import BinWords
from attach_desktop.ui.dialogs.rows import RowsTable
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, counted, question, say_in
from attach_desktop.ui.dialogs.wipe_dialog import Wanted, What
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.tokens import NORMAL
from attach_desktop.ui.widgets.empty_state import EmptyState
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.vault import Vault


class BinDialog(Sheet):
    """Restores what is selected. ``wipe_asked`` comes with what is Wanted: the selected ones, or all, gone for good."""

    wipe_asked = Signal(object)

    def __init__(
        self, vault: Vault, vocabulary: Vocabulary, parent: QWidget | None = None, *, has_backups: bool = True
    ) -> None:
        """The bin of ``vault``; without ``has_backups`` there are none to ask about."""
        super().__init__(parent, 820, 480)
        self._has_backups = has_backups
        self._records = AllRecords(vault)
        self.set_title(self.tr("Bin"))
        now = vault.clock.now()

        def today() -> date:
            return day_of(now.replace(tzinfo=None), vault.day_start)

        words = BinWords(RowText(vocabulary, today), names_of_keys(vault))
        self.model = BinModel(words, now.tzinfo, self)
        self.table = self._table()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(
            EmptyState(
                self.tr("The bin is empty"),
                self.tr("What you delete comes here first, and can be brought back until the bin is emptied."),
            )
        )
        self.trouble = Trouble()
        self.said = label("", "muted")
        self.said.hide()
        for part in (self.said, self.trouble):
            self.column.addWidget(part)
        self.column.addWidget(self._pages, 1)
        self.question = self._build_question()
        self.column.addWidget(self.question)
        self.wipe_button = button(self.tr("Delete for good …"), self.ask_about_selected, "quiet")
        self.empty_button = button(self.tr("Empty the bin …"), self.ask_about_all, "quiet")
        self.close_button = button(self.tr("Close"), self.reject)
        self.restore_button = self.primary(self.tr("Restore"), self.restore_selected)
        self.foot.addWidget(self.wipe_button)
        self.foot.addWidget(self.empty_button)
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.restore_button)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self._refresh(0)

    def restore_selected(self) -> None:
        """Bring the selected records back."""
        rows = self.table.chosen()
        if not rows:
            return
        self.trouble.clear()
        try:
            count = self._records.restore(self.model.id_at(row) for row in rows)
        except AttachError as error:
            self.trouble.tell(error)
            return
        self._refresh(rows[0])
        one, several = self.tr("1 record is back in its place."), self.tr("{count} records are back in their places.")
        say_in(self.said, counted(count, one, several))

    def reject(self) -> None:
        """Escape and Close: out of the question first."""
        if self.question.isVisible():
            self._unask()
        else:
            super().reject()

    # -- building --------------------------------------------------------------------------------------------------

    def _table(self) -> RowsTable:
        table = RowsTable(self.model, self.tr("Deleted records"), QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.doubleClicked.connect(lambda _: self.restore_selected())
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), table)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.ask_about_selected)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header, metrics = table.horizontalHeader(), table.fontMetrics()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        titles = (title_of(kind.name) for kind in KINDS)
        header.resizeSection(1, max(metrics.horizontalAdvance(title) for title in titles) + NORMAL)
        for column in (2, 3):
            header.resizeSection(column, metrics.horizontalAdvance("88 Sept 8888, 88:88") + NORMAL)
        return table

    def _build_question(self) -> QWidget:
        self._asked = label("")
        self.backups = QCheckBox(self.tr("The backups too; a fresh one is made of what is left"))
        self._keep = button(self.tr("Keep them"), self._unask)
        self.wipe_now = button(self.tr("Delete for good"), self._decide, "primary")
        row = QHBoxLayout()
        row.addWidget(self.backups)
        row.addStretch()
        row.addWidget(self._keep)
        row.addWidget(self.wipe_now)
        return question(self._asked, row)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _refresh(self, row: int) -> None:
        """Read the bin again and select what is in ``row`` now."""
        try:
            self.model.show(self._records.binned())
        except AttachError as error:
            self.trouble.tell(error)
        count = self.model.rowCount()
        self._pages.setCurrentIndex(0 if count else 1)
        for one in (self.restore_button, self.wipe_button):
            one.setVisible(bool(count))
        self.empty_button.setText(self.tr("Empty the bin …") if count else self.tr("Delete former versions …"))
        if count:
            self.table.choose(min(row, count - 1))
            self.table.setFocus()
        else:
            self.close_button.setFocus()
        self._selection_changed()

    def _selection_changed(self) -> None:
        chosen = self.table.selectionModel().hasSelection()
        for one in (self.restore_button, self.wipe_button):
            one.setEnabled(chosen)

    def ask_about_selected(self) -> None:
        """Ask whether what is selected is to go for good."""
        rows = self.table.chosen()
        if not rows:
            return
        text = counted(
            len(rows),
            self.tr("1 record will be deleted for good, with its former versions."),
            self.tr("{count} records will be deleted for good, with their former versions."),
        )
        self._ask(Wanted(What.RECORDS, ids=tuple(self.model.id_at(row) for row in rows)), text)

    def ask_about_all(self) -> None:
        """Ask whether the bin is to be emptied, and former versions with it."""
        count = self.model.rowCount()
        text = self.tr("The former versions of what you have edited will be deleted for good.")
        if count:
            entries = counted(
                count,
                self.tr("1 record will be deleted for good,"),
                self.tr("{count} records will be deleted for good,"),
            )
            text = f"{entries} {self.tr('and so will the former versions of what you have edited.')}"
        self._ask(Wanted(What.BIN), text)

    def _ask(self, wanted: Wanted, text: str) -> None:
        say_in(self.said, "")
        self.trouble.clear()
        self._wanted = wanted
        self._asked.setText(f"{text} {self.tr('This cannot be taken back.')}")
        self.backups.setChecked(False)
        self.backups.setVisible(self._has_backups)
        one = len(wanted.ids) == 1 or (wanted.what is What.BIN and self.model.rowCount() == 1)
        self._keep.setText(self.tr("Keep it") if one else self.tr("Keep them"))
        self._set_asking(True)
        self._keep.setFocus()

    def _unask(self) -> None:
        self._set_asking(False)
        (self.table if self.model.rowCount() else self.close_button).setFocus()

    def _set_asking(self, asking: bool) -> None:
        self.question.setVisible(asking)
        self.table.setEnabled(not asking)
        for each in (self.wipe_button, self.empty_button, self.restore_button, self.close_button):
            each.setEnabled(not asking)
        if not asking:
            self._selection_changed()

    def _decide(self) -> None:
        wanted = replace(self._wanted, backups=self.backups.isChecked())
        self.accept()
        self.wipe_asked.emit(wanted)
