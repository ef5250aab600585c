"""Writing records to a file: in which format, of which days or list, and a plain word about who can read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.interchange.exports import FORMATS, View, Wanted
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.rooms import kind_named
from attach_desktop.sentences import one_line
from attach_desktop.ui.dialogs import export_work
from attach_desktop.ui.dialogs.export_formats import ExportFormats
from attach_desktop.ui.dialogs.saving import ask_where
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, Waiting, announce, counted
from attach_desktop.ui.jobs import Job, Jobs, one_thread
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class OnShow:
    """What a list has on show, and how that is said: "41 entries"."""

    view: View
    said: str


class ExportDialog(Sheet):
    """Chooses and writes; the records themselves are only read."""

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, jobs: Jobs | None = None, view: OnShow | None = None
    ) -> None:
        """Records of ``vault``: all of them, or what a list has on show (``view``)."""
        super().__init__(parent, 560)
        self._vault, self._view = vault, view
        self._jobs = jobs or Jobs(one_thread, self)
        if jobs is None:
            self.finished.connect(self._jobs.close)
        self._job: Job | None = None
        self.set_title(self.tr("Export") if view is None else self.tr("Export what is on show"))
        self.choices = QWidget()
        column = QVBoxLayout(self.choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self.formats = ExportFormats(of_view=view is not None)
        column.addWidget(self.formats)
        column.addSpacing(SMALL)
        self._count = label("", "muted")
        if view is None:
            self.since, self.begin = self._day(self.tr("From"))
            self.until, self.end = self._day(self.tr("To"))
            self._add_days(column)
        column.addWidget(self._count)
        self._note = self._warning()
        self.trouble = Trouble()
        self.waiting = Waiting(self.call_off)
        self.waiting.hide()
        self.outcome = label("")
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        for part in (self.choices, self._note, self.trouble, self.waiting, self.outcome):
            self.column.addWidget(part)
        self.column.addStretch()
        self.close_button = button(self.tr("Close"), self.reject)
        self.save = self.primary(self.tr("Save as …"), self._choose)
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.save)
        self._say_count()
        self.formats.changed.connect(self._say_count)

    def wanted(self) -> Wanted:
        """What is chosen."""
        if self._view is not None:
            return Wanted(self.formats.format, view=self._view.view)
        return Wanted(
            self.formats.format,
            self.begin.day() if self.since.isChecked() else None,
            self.end.day() if self.until.isChecked() else None,
            self.formats.kind_name,
        )

    def save_to(self, path: str) -> None:
        """Write the file at ``path``."""
        wanted, vault, target = self.wanted(), self._vault, Path(path)
        self.trouble.clear()
        self.outcome.hide()
        self._note.hide()
        self.choices.setEnabled(False)
        self.save.setEnabled(False)
        self.waiting.show()
        self.waiting.begin(self.tr("Writing …"))
        self._job = self._jobs.run(
            lambda progress: export_work.write(vault, wanted, target, progress),
            self._written,
            self._failed,
            self.waiting.step,
        )

    def call_off(self) -> None:
        """Call off what is under way; it then says how it ended."""
        if self._job is not None:
            self._job.cancel()
            self.waiting.stopping()

    def reject(self) -> None:
        """Escape and Close: at once if nothing is under way, else once nothing half-written is left."""
        if self._job is not None:
            self.call_off()
        else:
            super().reject()

    # -- building --------------------------------------------------------------------------------------------------

    def _add_days(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for widget in (self.since, self.begin, self.until, self.end):
            row.addWidget(widget)
        row.addStretch()
        column.addWidget(label(self.tr("Days"), "lead"))
        column.addLayout(row)

    def _day(self, name: str) -> tuple[QCheckBox, DayEdit]:
        box, edit = QCheckBox(name), DayEdit(name, self._today())
        box.toggled.connect(lambda _: self._say_count())
        # Choosing a date means wanting it: nobody has to tick the box as well.
        edit.dateChanged.connect(lambda _: box.setChecked(True))
        edit.dateChanged.connect(lambda _: self._say_count())
        return box, edit

    def _warning(self) -> QWidget:
        note = frame("note")
        inside = QVBoxLayout(note)
        inside.setContentsMargins(NORMAL, MEDIUM, NORMAL, MEDIUM)
        inside.addWidget(
            label(
                self.tr(
                    "The file is not encrypted. Whoever can open it can read it, entries marked private too."
                    " A place that is yours alone is a good one for it."
                )
            )
        )
        return note

    # -- inside ----------------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return day_of(self._vault.clock.now().replace(tzinfo=None), self._vault.day_start)

    def _say_count(self) -> None:
        wanted = self.wanted()
        crossed = wanted.begin is not None and wanted.end is not None and wanted.end < wanted.begin
        if self._view is not None:
            text = self._view.said
        elif crossed:
            text = self.tr("The last day is before the first one.")
        else:
            text = self._counted(wanted)
        self._count.setText(text)
        self.save.setEnabled(not crossed)
        self._choosing()

    def _counted(self, wanted: Wanted) -> str:
        """How many records that is, where one kind of them is chosen; else how many entries of the journal."""
        kind = wanted.kind if wanted.format == "csv" else JOURNAL.name
        count = RecordStore(self._vault, kind_named(kind)).count(wanted.begin, wanted.end)
        if kind != JOURNAL.name:
            if wanted.begin or wanted.end:
                return counted(count, self.tr("1 record of these days"), self.tr("{count} records of these days"))
            return counted(count, self.tr("All days: 1 record"), self.tr("All days: {count} records"))
        if wanted.begin or wanted.end:
            return counted(count, self.tr("1 entry on these days"), self.tr("{count} entries on these days"))
        return counted(count, self.tr("All days: 1 entry"), self.tr("All days: {count} entries"))

    def _choosing(self) -> None:
        """What was said of the last file gives its place back to what holds for the next."""
        self.trouble.clear()
        self.outcome.hide()
        self._note.show()

    def _choose(self) -> None:
        """Ask where to."""
        wanted = self.wanted()
        name = export_work.suggested_name(wanted, self._today())
        ask_where(self, name, FORMATS[wanted.format], self.save_to)

    def _written(self, path: Path) -> None:
        self._over()
        self.outcome.setText(self.tr("Saved: {path}").format(path=one_line(str(path))))
        self.outcome.show()
        announce(self.outcome, self.outcome.text())
        self.close_button.setFocus()

    def _failed(self, error: AttachError) -> None:
        self._over()
        self.trouble.tell(error)
        self.save.setFocus()

    def _over(self) -> None:
        self._job = None
        self.waiting.hide()
        self.choices.setEnabled(True)
        self.save.setEnabled(True)
