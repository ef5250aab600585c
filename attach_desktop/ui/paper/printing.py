"""Pages on their way to a printer: asked first, named neutrally, and nothing of them left behind on the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtWidgets import QProgressDialog, QWidget
from shiboken6 import delete, isValid

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.interchange.progress import Cancelled, Progress
from attach_desktop.interchange.writing import write_whole_bytes
from attach_desktop.summary.document import Document
from attach_desktop.ui import jobs
from attach_desktop.ui.paper.asking import fine_where_others_see, fine_without_fonts
from attach_desktop.ui.paper.pages import Brush, Pages, lay_out
from attach_desktop.ui.paper.pdf import NEUTRAL_TITLE, pdf
from attach_desktop.ui.paper.sharing import is_shared
from attach_desktop.ui.paper.sheet import DOTS_PER_INCH, Paper, Size
from attach_desktop.ui.paper.spool import private_spool

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Sheets that differ by less than so many millimetres are the same.
_SAME = 1.0
#: Fewer pages are at the printer before anybody could read that they are on their way.
_FEW = 20


def document(parent: QWidget, made: Document) -> bool:
    """Ask for a printer (or a PDF file) and print; False if the person changed their mind.

    For a few pages, which are laid out at once. Raises StorageError where the printer does not take it.
    """
    pages = lay_out(made, Paper.usual())
    return fine_without_fonts(parent, pages) and print_with_dialog(parent, pages)


def print_with_dialog(parent: QWidget, pages: Pages) -> bool:
    """Ask for a printer (or a PDF file) and print, away from the window; False if the person changed their mind.

    Raises StorageError where the printer does not take it.
    """
    # The dialog, too, has the print system put down what it knows of printers.
    with private_spool():
        printer = _chosen(parent, pages)
        if printer is None or (is_shared(printer) and not fine_where_others_see(parent)):
            return False
        return _away(parent, pages.count, lambda progress: print_on(printer, pages, progress))


def _chosen(parent: QWidget, pages: Pages) -> QPrinter | None:
    """Ask for a printer; None if the person changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(NEUTRAL_TITLE)
    printer.setCreator("")
    printer.setPageLayout(pages.size.page_layout())
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.count)
    try:
        return printer if dialog.exec() else None
    finally:
        dialog.deleteLater()


def print_on(printer: QPrinter, pages: Pages, progress: Progress | None = None) -> None:
    """Send pages to a printer that is set up; on sheets of another size they are laid out anew. May run in a thread.

    Raises StorageError where it does not take them, and Cancelled if ``progress``, told of every page, says so; then
    nothing is printed.
    """
    from PySide6.QtPrintSupport import QPrinter

    size = sheet_of(printer)
    if not _same(size, pages.size):
        total = pages.count
        pages = lay_out(pages.document, size, lambda *_: progress is None or progress(0, total))
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        data = pdf(pages, progress, _wanted(printer, pages))
        write_whole_bytes(Path(printer.outputFileName()), data)
        return
    with private_spool() as spool:
        painter = QPainter()
        if not painter.begin(printer):
            raise StorageError("cannot-print")
        try:
            _paint(painter, printer, pages, progress)
        except AttachError:
            printer.abort()
            for waiting in spool.iterdir():
                # Qt would hand over what there is of the job.
                waiting.unlink()
            raise
        finally:
            # As ``end`` does, but other threads go on while the print system takes the job.
            delete(painter)


def sheet_of(printer: QPrinter) -> Size:
    """The size of the sheet that is in the printer."""
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    return Size(size.width(), size.height())


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, progress: Progress | None) -> None:
    brush, wanted = Brush(painter), _wanted(printer, pages)
    for done, number in enumerate(wanted):
        if progress is not None and not progress(done, len(wanted)):
            raise Cancelled
        if done and not printer.newPage():
            raise StorageError("cannot-print")
        painter.save()
        _to_corner(painter, printer)
        pages.paint_with(brush, number)
        painter.restore()


def _wanted(printer: QPrinter, pages: Pages) -> Sequence[int]:
    """The pages to print, from 0: those that were chosen in the dialog, or all."""
    begin, end = printer.fromPage(), printer.toPage()
    chosen = range(max(0, begin - 1), min(end or pages.count, pages.count))
    return chosen or range(pages.count)


def _to_corner(painter: QPainter, printer: QPrinter) -> None:
    """Paint in dots from the corner of the sheet, wherever the printer begins."""
    if not printer.fullPage():
        painter.translate(-printer.pageLayout().paintRectPixels(printer.resolution()).topLeft())
    scale = printer.resolution() / DOTS_PER_INCH
    painter.scale(scale, scale)


def _same(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) < _SAME and abs(one.height - other.height) < _SAME


def _away(parent: QWidget, total: int, work: Callable[[Progress], None]) -> bool:
    """Do work in another thread, with a Cancel where there is much of it; False if it was called off."""
    running, loop = jobs.Jobs(jobs.one_thread), QEventLoop()
    errors = list[AttachError]()

    def fail(error: AttachError) -> None:
        errors.append(error)
        loop.quit()

    waiting: QProgressDialog | None = None
    job = running.run(
        lambda progress: work(progress.step),
        lambda _: loop.quit(),
        fail,
        lambda done, _: waiting.setValue(done) if waiting is not None and isValid(waiting) else None,
    )
    flags = QEventLoop.ProcessEventsFlag.AllEvents
    if total > _FEW:
        waiting = QProgressDialog(_tr("The pages are on their way …"), _tr("Cancel"), 0, total, parent)
        waiting.setWindowTitle(_tr("Print"))
        waiting.setWindowModality(Qt.WindowModality.WindowModal)
        waiting.setMinimumDuration(0)
        waiting.setAutoReset(False)
        waiting.canceled.connect(job.cancel)
    else:
        flags = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
    loop.exec(flags)
    running.close()
    if waiting is not None and isValid(waiting):
        # It goes with the window where that was locked meanwhile.
        waiting.close()
        waiting.deleteLater()
    if errors and not isinstance(errors[0], Cancelled):
        raise errors[0]
    return not errors


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
