"""The ways out of the house: to a printer, and to files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from attach_desktop.errors import AttachError
from attach_desktop.sentences import one_line
from attach_desktop.summary import last
from attach_desktop.ui.dialogs.saving import ask_where
from attach_desktop.ui.jobs import Job, Jobs
from attach_desktop.ui.summary import work
from attach_desktop.ui.summary.work import FILES, Laid
from attach_desktop.vault.vault import Vault

#: A longer path is shown without its middle: it would make the window wider than a screen.
_PATH = 64


class WaysOut(QObject):
    """Prints pages and writes them to files; the next summary then begins after the last day of these."""

    #: What came of it, in a sentence, and the first day of the next summary, where that is another one now; else None.
    done = Signal(str, object)
    #: An AttachError: it stayed in the house, or the vault could not keep that it has left.
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, window: QWidget, vault: Vault, jobs: Jobs, today: date) -> None:
        """``window`` is what the dialogs of printer and files belong to; ``jobs`` writes."""
        super().__init__(window)
        self._window, self._vault, self._jobs, self._today = window, vault, jobs, today
        self._before = last.last_day(vault.settings)
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def print_pages(self, laid: Laid) -> None:
        """Ask for a printer and print; nothing is said where the person changed their mind."""
        from attach_desktop.ui.paper import printing

        try:
            printed = printing.print_with_dialog(self._window, laid.pages)
        except AttachError as error:
            self.failed.emit(error)
            return
        if printed:
            self._left(laid, self.tr("Sent to the printer."))

    def choose_file(self, name: str, chosen: Callable[[str], object]) -> None:
        """Ask where one of FILES is to be."""
        ask_where(self._window, work.suggested_name(name, self._today), FILES[name], chosen)

    def write(self, laid: Laid, name: str, path: Path) -> None:
        """Write one of FILES, in another thread."""
        vault = self._vault.path
        self._job = self._jobs.run(
            lambda progress: work.save(laid.pages, name, path, vault, progress),
            lambda where: self._written(laid, where),
            self._not_written,
            self.progressed.emit,
        )

    def call_off(self) -> None:
        """Call off what is being written; it then says how it ended."""
        if self._job is not None:
            self._job.cancel()

    def _written(self, laid: Laid, path: Path) -> None:
        self._job = None
        note = self.tr("It is not encrypted: whoever can open it can read it.")
        self._left(laid, self.tr("Saved: {path}. {note}").format(path=short_path(path), note=note))

    def _not_written(self, error: AttachError) -> None:
        self._job = None
        self.failed.emit(error)

    def put_back(self) -> None:
        """Let the next summary begin where it would have begun before. Raises StorageError where it cannot be."""
        last.put_back(self._vault.settings, self._before)

    def _left(self, laid: Laid, said: str) -> None:
        begin, end = laid.wanted.begin, laid.wanted.end
        try:
            goes_on = last.keep_last_day(self._vault.settings, end, self._today, begin)
        except AttachError as error:
            self.done.emit(said, None)
            self.failed.emit(error)
            return
        self.done.emit(said, min(end, self._today) + timedelta(days=1) if goes_on else None)


def short_path(path: Path) -> str:
    """A path to be read, on one line and not too long for one."""
    told = one_line(str(path))
    if len(told) <= _PATH:
        return told
    begin = _PATH // 3
    return f"{told[:begin]}…{told[len(told) - (_PATH - begin - 1) :]}"
