"""Taking in a file: what it is, which mood each word stands for, what would be done, doing it, what was done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.sentences import one_line
from attach_desktop.ui.dialogs import import_work
from attach_desktop.ui.dialogs.import_work import Found, Kept, Preview
from attach_desktop.ui.dialogs.mood_mapping import MoodMapping
from attach_desktop.ui.dialogs.report_page import ReportPage
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, Waiting, announce
from attach_desktop.ui.jobs import Job, Jobs, Progress, one_thread
from attach_desktop.ui.theme.tokens import NORMAL
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.vault import Vault

T = TypeVar("T")
MOODS_SETTING = "daylio-moods"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportDialog", text)


def choose_and_import(parent: QWidget, vault: Vault, jobs: Jobs | None = None) -> None:
    """Let a person choose a file and take it in. Returns at once; the dialogs belong to ``parent``."""
    chooser = QFileDialog(parent, _tr("Import"))
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.setNameFilters([_tr("Exports of this program or of Daylio (*.json *.csv)"), _tr("All files (*)")])
    chooser.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    chooser.setLabelText(QFileDialog.DialogLabel.Accept, _tr("Look inside"))

    def chosen(path: str) -> None:
        dialog = ImportDialog(Path(path), vault, parent, jobs)
        dialog.open()
        dialog.start()

    chooser.fileSelected.connect(chosen)
    chooser.open()


class ImportDialog(Sheet):
    """One file on its way in. Nothing is changed before "Import" is pressed, and nothing if it is called off."""

    def __init__(self, path: Path, vault: Vault, parent: QWidget | None = None, jobs: Jobs | None = None) -> None:
        """The file at ``path``; ``start`` looks at it."""
        super().__init__(parent, 620, 460)
        self._path, self._vault = path, vault
        self._jobs = jobs or Jobs(one_thread, self)
        if jobs is None:
            self.finished.connect(self._jobs.close)
        self._job: Job | None = None
        self._found: Found | None = None
        self._preview: Preview | None = None
        self._build()

    def _build(self) -> None:
        self.set_title(self.tr("Import"))
        self._name = label(self.tr("From {file}").format(file=one_line(self._path.name)), "muted")
        self.trouble = Trouble()
        self.waiting = Waiting(self.call_off)
        self.report = ReportPage()
        self.mapping: MoodMapping | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(_at_the_top(self.waiting))
        self._pages.addWidget(self.report)
        self._nothing = QWidget()
        self._pages.addWidget(self._nothing)
        self.column.addWidget(self._name)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self._pages, 1)
        self.back = button(self.tr("Back"), self._show_mapping, "quiet")
        self.close_button = button(self.tr("Close"), self.reject)
        self.go_on = self.primary(self.tr("Preview"), self._try_out)
        self.import_button = self.primary(self.tr("Import"), self._import)
        self.foot.addWidget(self.back)
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.go_on)
        self.foot.addWidget(self.import_button)
        self._buttons(self.close_button)

    def start(self) -> None:
        """Look what the file is."""
        path = self._path
        self._run(self.tr("Looking at the file …"), lambda _: import_work.look(path), self._recognised)

    def call_off(self) -> None:
        """Call off what is under way; it then says how it ended."""
        if self._job is not None:
            self._job.cancel()
            self.waiting.stopping()

    def reject(self) -> None:
        """Escape and Close: at once if nothing is under way, else once everything is put back."""
        if self._job is not None:
            self.call_off()
        else:
            super().reject()

    # -- steps -----------------------------------------------------------------------------------------------------

    def _recognised(self, found: Found) -> None:
        self._found = found
        if found.moods:
            self._show_mapping()
        else:
            self._try_out()

    def _show_mapping(self) -> None:
        if self.mapping is None and self._found is not None:
            kept = self._vault.settings.get(MOODS_SETTING)
            words = Vocabulary()
            self.mapping = MoodMapping(
                self._found.moods,
                _levels(kept),
                [words.mood_word(step) for step in range(1, 6)],
            )
            self.mapping.changed.connect(self._mapping_changed)
            self._pages.addWidget(self.mapping)
        if self.mapping is not None:
            self.trouble.clear()
            self._show(self.mapping, self.close_button, self.go_on)
            self._mapping_changed()
            self.mapping.start()

    def _mapping_changed(self) -> None:
        self.go_on.setEnabled(self.mapping is not None and not self.mapping.open_words)

    def _try_out(self) -> None:
        found, vault = self._found, self._vault
        if found is None:
            return
        levels = self.mapping.levels() if self.mapping is not None else {}
        try:
            self._remember(levels)
        except AttachError as error:
            self.trouble.tell(error)
            return

        self._preview = None

        def work(progress: Progress) -> Preview:
            return import_work.preview(vault, found, levels, progress)

        self._run(self.tr("Looking what is new …"), work, self._tried_out)

    def _tried_out(self, preview: Preview) -> None:
        self._preview = preview
        self._show_preview()

    def _show_preview(self) -> None:
        if self._preview is None:
            return
        report = self._preview.report
        self.report.show_preview(report)
        back = [self.back] if self.mapping is not None else []
        if report.added or report.updated:
            self._show(self.report, *back, self.close_button, self.import_button)
            self.import_button.setFocus()
        else:
            self._show(self.report, *back, self.close_button)
            self.close_button.setFocus()

    def _import(self) -> None:
        ready, vault = self._preview, self._vault
        if ready is None:
            return

        def work(progress: Progress) -> Kept:
            return import_work.keep(vault, ready.incoming, progress)

        self._run(self.tr("Taking it in …"), work, self._imported)

    def _imported(self, kept: Kept) -> None:
        self.report.show_result(kept.report)
        self._show(self.report, self.close_button)
        self.close_button.setFocus()
        announce(self.report, self.report.text)
        for topic in kept.topics:
            self._vault.changes.notify(topic)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _remember(self, levels: dict[str, int]) -> None:
        kept = _levels(self._vault.settings.get(MOODS_SETTING))
        if levels and {**kept, **levels} != kept:
            self._vault.settings.set(MOODS_SETTING, {**kept, **levels})

    def _run(self, text: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        def ended(result: T) -> None:
            self._job = None
            done(result)

        self.trouble.clear()
        self._pages.setCurrentIndex(0)
        self._buttons()
        self.waiting.begin(text)
        self._job = self._jobs.run(work, ended, self._failed, self._stepped)

    def _stepped(self, done: int, total: int) -> None:
        if self._job is not None and not self._job.cancelled.is_set():
            self.waiting.step(done, total)

    def _failed(self, error: AttachError) -> None:
        self._job = None
        called_off = isinstance(error, Cancelled)
        if self._preview is not None:
            self._show_preview()
        elif self.mapping is not None:
            self._show_mapping()
        elif called_off:
            self.reject()
        else:
            self._show(self._nothing, self.close_button)
            self.close_button.setFocus()
        if not called_off or self._preview is not None:
            self.trouble.tell(error)

    def _show(self, page: QWidget, *buttons: QPushButton) -> None:
        self._pages.setCurrentWidget(page)
        self._buttons(*buttons)

    def _buttons(self, *shown: QPushButton) -> None:
        for each in (self.back, self.close_button, self.go_on, self.import_button):
            each.setVisible(each in shown)
        primary = next((each for each in shown if each in (self.go_on, self.import_button)), None)
        if primary is not None:
            primary.setDefault(True)


def _at_the_top(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, NORMAL, 0, 0)
    column.addWidget(widget)
    column.addStretch()
    return page


def _levels(kept: object) -> dict[str, int]:
    """The levels in a setting, whatever else somebody put there."""
    if not isinstance(kept, dict):
        return {}
    return {word: level for word, level in kept.items() if isinstance(level, int) and 0 <= level <= 5}
