"""The backups: which there are, whether they are sound, what is in them, and going back to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from attach_desktop.errors import AttachError
from attach_desktop.sentences import one_line
from attach_desktop.ui.dialogs import backups_work
from attach_desktop.ui.dialogs.backups_model import LOCKED, BackupsModel
from attach_desktop.ui.dialogs.rows import RowsTable
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, Waiting, counted, question, say_in
from attach_desktop.ui.jobs import Jobs, Progress, one_thread
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.days import shown_moment
from attach_desktop.ui.widgets.empty_state import EmptyState
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.backups import COPY_FOLDER_SETTING, Backup, Backups, Made, fitting
from attach_desktop.vault.copying import Contents
from attach_desktop.vault.key import Key
from attach_desktop.vault.vault import Vault

T = TypeVar("T")


class BackupsDialog(Sheet):
    """``restore_asked`` comes with the backup to go back to and the passphrase it needs, if another one than now."""

    restore_asked = Signal(object, str)

    def __init__(
        self, vault: Vault, backups: Backups, theme: Theme, parent: QWidget | None = None, jobs: Jobs | None = None
    ) -> None:
        """The backups of ``vault``; ``theme`` draws what is in them."""
        super().__init__(parent, 780, 540)
        self._vault, self._backups, self._theme = vault, backups, theme
        self._jobs = jobs or Jobs(one_thread, self)
        self.finished.connect(self._jobs.close)
        self.set_title(self.tr("Backups"))
        self.model = BackupsModel(self)
        self.table = self._table()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(
            EmptyState(
                self.tr("No backups yet"),
                self.tr("One is made at the first start of each day, and before anything large."),
            )
        )
        self.said = label("", "body")
        self.said.hide()
        self.trouble = Trouble()
        self.waiting = Waiting(self._call_off)
        self.waiting.hide()
        self.question = self._build_question()
        kept = self.tr("One is made at the first start of each day, and before anything large. 7 days are kept, then 4")
        self.column.addWidget(label(kept + self.tr(" weeks, then 12 months; those made by hand stay."), "muted"))
        self.column.addWidget(self._pages, 1)
        for part in (self.said, self.trouble, self.waiting, self.question):
            self.column.addWidget(part)
        self._copies = label("", "muted")
        self._actions = self._build_actions()
        self.close_button = button(self.tr("Close"), self.reject)
        self.make_button = self.primary(self.tr("Back up now"), self._make)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.make_button)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self._say_copies()
        self._refresh()

    def reject(self) -> None:
        """Escape and Close: out of the question first, and out of work under way."""
        if self.question.isVisible():
            self._set_asking(False)
            self.table.setFocus()
        else:
            super().reject()

    # -- building --------------------------------------------------------------------------------------------------

    def _table(self) -> RowsTable:
        table = RowsTable(self.model, self.tr("Backups"), QAbstractItemView.SelectionMode.SingleSelection)
        table.doubleClicked.connect(lambda _: self._look_inside())
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def _build_actions(self) -> list[QWidget]:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.check_button = button(self.tr("Check"), self._check)
        self.inside_button = button(self.tr("Look inside"), self._look_inside)
        self.restore_button = button(self.tr("Restore …"), self._ask)
        actions: list[QWidget] = [self.check_button, self.inside_button, self.restore_button]
        for one in actions:
            row.addWidget(one)
        row.addStretch()
        self.column.insertLayout(2, row)
        self.folder_button = button(self.tr("Choose a folder …"), self._choose_folder, "quiet")
        self.no_folder_button = button(self.tr("No second copy"), lambda: self.copy_to(""), "quiet")
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self._copies, 1)
        below.addWidget(self.folder_button)
        below.addWidget(self.no_folder_button)
        self.foot.addLayout(below, 1)
        return actions

    def _build_question(self) -> QWidget:
        self._asked = label("")
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("The passphrase of that backup, or its recovery code"))
        self.passphrase.setPlaceholderText(self.passphrase.accessibleName())
        self._stay = button(self.tr("Leave it as it is"), self.reject)
        self.restore_now = button(self.tr("Restore"), self._restore, "primary")
        row = QHBoxLayout()
        row.addWidget(self.passphrase, 1)
        row.addStretch()
        row.addWidget(self._stay)
        row.addWidget(self.restore_now)
        return question(self._asked, row)

    # -- what is on show -------------------------------------------------------------------------------------------

    @property
    def selected(self) -> Backup | None:
        """The backup that is selected."""
        rows = self.table.chosen()
        return self.model.at(rows[0]) if rows else None

    def _refresh(self) -> None:
        self.model.show(self._backups.each())
        there = self.model.rowCount() > 0
        self._pages.setCurrentIndex(0 if there else 1)
        if there:
            self.table.choose(0)
            self.table.setFocus()
        else:
            self.make_button.setFocus()
        self._selection_changed()
        self._count()

    def _count(self) -> None:
        """In the background, quietly: how many records are in each."""
        wanted, backups, key = self.model.unknown(), self._backups, self._vault.connection.key
        if not wanted:
            return
        found: list[tuple[str, int]] = []

        def show(*_: object) -> None:
            while found:
                self.model.know(*found.pop(0))

        def count(progress: Progress) -> None:
            backups_work.count_all(backups, wanted, key, progress, lambda name, number: found.append((name, number)))

        self._jobs.run(count, show, show, show)

    def _selection_changed(self) -> None:
        idle = not self.waiting.isVisible() and not self.question.isVisible()
        for one in self._actions:
            one.setEnabled(self.selected is not None and idle)
        self.make_button.setEnabled(idle)

    # -- work ------------------------------------------------------------------------------------------------------

    def _work(self, text: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        def ended(value: T) -> None:
            self._end_work()
            done(value)

        def failed(error: AttachError) -> None:
            self._end_work()
            self.trouble.tell(error)

        say_in(self.said, "")
        self.trouble.clear()
        self.waiting.show()
        self.waiting.begin(text)
        self._job = self._jobs.run(work, ended, failed, self.waiting.step)
        self._selection_changed()

    def _end_work(self) -> None:
        self.waiting.hide()
        self._selection_changed()
        self.table.setFocus()

    def _call_off(self) -> None:
        self._job.cancel()
        self.waiting.stopping()

    def _make(self) -> None:
        vault, backups = self._vault, self._backups
        self._work(self.tr("Backing up …"), lambda progress: backups_work.make(backups, vault, progress), self._made)

    def _made(self, made: Made) -> None:
        self._refresh()
        say_in(self.said, self.tr("Backed up and read back: {records}.").format(records=self._records(made.contents)))
        if made.copy_error is not None:
            self.trouble.tell(made.copy_error)

    def _check(self) -> None:
        backup, backups, key = self.selected, self._backups, self._vault.connection.key
        if backup is None:
            return

        def checked(contents: Contents) -> None:
            self.model.know(backup.name, contents.records)
            sound = self.tr("The backup of {when} is sound: {records}.")
            say_in(self.said, sound.format(when=shown_moment(backup.made), records=self._records(contents)))

        self._work(
            self.tr("Reading all of it …"),
            lambda progress: backups_work.check(backups, backup, key, progress),
            checked,
        )

    def _look_inside(self) -> None:
        backup, backups, key = self.selected, self._backups, self._vault.connection.key
        if backup is None or not self.inside_button.isEnabled():
            return
        self._work(
            self.tr("Opening …"),
            lambda _: backups.count(backup, key),
            lambda contents: self._open_inside(backup, key, contents),
        )

    def _open_inside(self, backup: Backup, key: Key | None, contents: Contents) -> None:
        from attach_desktop.ui.dialogs.inside_backup import InsideDialog

        try:
            inside = Vault.look(backup.path, self._vault.clock, fitting(backup, key))
        except AttachError as error:
            self.trouble.tell(error)
            return
        InsideDialog(inside, backup, contents, self._theme, self).open()

    def _records(self, contents: Contents) -> str:
        return counted(contents.records, self.tr("1 record"), self.tr("{count} records"))

    # -- going back ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        backup = self.selected
        if backup is None:
            return
        say_in(self.said, "")
        self.trouble.clear()
        text = self.tr(
            "Everything will be as it was on {when}. What is there now is kept beside it, as a file of its own."
        )
        if not backup.encrypted and self._vault.encrypted:
            text += " " + self.tr("This backup has no passphrase: afterwards the records have none either.")
        self._asked.setText(text.format(when=shown_moment(backup.made)))
        self.passphrase.clear()
        self.passphrase.setVisible(self.model.count(backup) == LOCKED)
        self._set_asking(True)
        self._stay.setFocus()

    def _set_asking(self, asking: bool) -> None:
        self.question.setVisible(asking)
        self.table.setEnabled(not asking)
        self._selection_changed()

    def _restore(self) -> None:
        backup = self.selected
        if backup is None:
            return
        typed = self.passphrase.text()
        self.passphrase.clear()
        self.accept()
        self.restore_asked.emit(backup, typed)

    # -- the second copy -------------------------------------------------------------------------------------------

    def _say_copies(self) -> None:
        folder = self._vault.settings.get(COPY_FOLDER_SETTING)
        text = self.tr("A second copy goes to {folder}").format(folder=one_line(str(folder))) if folder else ""
        self._copies.setText(text or self.tr("No second copy is made."))
        self.no_folder_button.setVisible(bool(folder))

    def _choose_folder(self) -> None:
        chooser = QFileDialog(self, self.tr("A folder for a second copy, such as on a stick"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.copy_to)
        chooser.open()

    def copy_to(self, folder: str) -> None:
        """Have a second copy of each backup made in ``folder``; none if it is empty."""
        try:
            self._vault.settings.set(COPY_FOLDER_SETTING, str(Path(folder)) if folder else None)
        except AttachError as error:
            self.trouble.tell(error)
        self._say_copies()
