"""Pages that may be many: made and laid out in another thread, then handed to the printer's dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from attach_desktop.errors import AttachError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.summary.document import Document
from attach_desktop.ui.jobs import Job, Jobs, Progress, one_thread
from attach_desktop.ui.paper.asking import fine_without_fonts
from attach_desktop.ui.paper.pages import Pages, lay_out
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.shell import Shell
from attach_desktop.vault.vault import Vault


class PrintLater(QObject):
    """Prints one document at a time; a new one calls off the one before."""

    def __init__(self, page: QWidget, vault: Vault, shell: Shell, jobs: Jobs | None = None) -> None:
        """``page`` is what the printer's dialog belongs to."""
        super().__init__(page)
        self._page, self._vault, self._shell = page, vault, shell
        self._jobs = jobs or Jobs(one_thread, self)
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether pages are being made."""
        return self._job is not None

    def begin(self, make: Callable[[Vault], Document]) -> None:
        """Print what ``make`` makes of the vault; it is called in another thread, over another connection."""
        self.stop()
        self._shell.say(_tr("Getting the pages ready …"))
        vault = self._vault
        self._job = self._jobs.run(lambda progress: _pages(vault, make, progress), self._print, self._failed)

    def stop(self) -> None:
        """Print nothing any more that is not at the printer yet."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Wait for the end of what is under way."""
        self.stop()
        self._jobs.close()

    def _print(self, pages: Pages) -> None:
        if self._job is None:
            return
        self._job = None
        if not self._page.isVisible():
            # A printer's dialog over another page would come out of nowhere.
            return
        from attach_desktop.ui.paper.printing import print_with_dialog

        try:
            if fine_without_fonts(self._page, pages) and print_with_dialog(self._page, pages):
                self._shell.say(_tr("Sent to the printer."))
            else:
                self._shell.say("")
        except AttachError as error:
            self._shell.complain(error)

    def _failed(self, error: AttachError) -> None:
        if self._job is not None and not isinstance(error, Cancelled):
            self._shell.complain(error)
        self._job = None


def _pages(vault: Vault, make: Callable[[Vault], Document], progress: Progress) -> Pages:
    with vault.beside() as beside:
        document = make(beside)
    progress.check()
    return lay_out(document, Paper.usual(), progress.step)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintLater", text)
