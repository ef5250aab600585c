"""Pages on their way to a printer: asked first, named neutrally, and nothing of them left behind on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMessageBox, QWidget

from attach_desktop.errors import StorageError
from attach_desktop.interchange.progress import Cancelled, Progress
from attach_desktop.summary.document import Document
from attach_desktop.ui.paper.asking import fine_without_fonts
from attach_desktop.ui.paper.pages import Brush, Pages, lay_out
from attach_desktop.ui.paper.pdf import NEUTRAL_TITLE
from attach_desktop.ui.paper.sheet import DOTS_PER_INCH, Paper, Size

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Sheets that differ by less than so many millimetres are the same.
_SAME = 1.0


def document(parent: QWidget, made: Document) -> bool:
    """Ask for a printer (or a PDF file) and print; False if the person changed their mind.

    For a few pages, which are laid out at once. Raises StorageError where the printer does not take it.
    """
    pages = lay_out(made, Paper.usual())
    return fine_without_fonts(parent, pages) and print_with_dialog(parent, pages)


def print_with_dialog(parent: QWidget, pages: Pages) -> bool:
    """Ask for a printer (or a PDF file) and print; False if the person changed their mind.

    Raises StorageError where the printer does not take it.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(NEUTRAL_TITLE)
    printer.setCreator("")
    printer.setPageLayout(pages.size.page_layout())
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    try:
        if not dialog.exec():
            return False
    finally:
        dialog.deleteLater()
    if shared(printer) and not _fine(parent):
        return False
    print_on(printer, pages)
    return True


def shared(printer: QPrinter) -> bool:
    """Whether others may see what is printed: the printer is reached over a network, or others use it as well."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
        return False
    return QPrinterInfo(printer).isRemote()


def print_on(printer: QPrinter, pages: Pages, progress: Progress | None = None) -> None:
    """Send pages to a printer that is set up; on sheets of another size they are laid out anew.

    Raises StorageError where it does not take them, and Cancelled if ``progress`` says so.
    """
    if not _same(sheet_of(printer), pages.size):
        pages = lay_out(pages.document, sheet_of(printer))
    painter = QPainter()
    if not painter.begin(printer):
        raise StorageError("cannot-print")
    brush = Brush(painter)
    try:
        for number in range(pages.count):
            if progress is not None and not progress(number, pages.count):
                printer.abort()
                raise Cancelled
            if number and not printer.newPage():
                raise StorageError("cannot-print")
            painter.save()
            _to_corner(painter, printer)
            pages.paint_with(brush, number)
            painter.restore()
    finally:
        painter.end()


def sheet_of(printer: QPrinter) -> Size:
    """The size of the sheet that is in the printer."""
    from PySide6.QtGui import QPageLayout

    size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    return Size(size.width(), size.height())


def _to_corner(painter: QPainter, printer: QPrinter) -> None:
    """Paint in dots from the corner of the sheet, wherever the printer begins."""
    scale = printer.resolution() / DOTS_PER_INCH
    if not printer.fullPage():
        corner = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
        painter.translate(-corner)
    painter.scale(scale, scale)


def _same(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) < _SAME and abs(one.height - other.height) < _SAME


def _fine(parent: QWidget) -> bool:
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Print"))
    box.setText(_tr("This printer is shared or in a network."))
    box.setInformativeText(
        _tr(
            "The pages travel to it over the network, a copy may stay in the printer for a while, and others may see "
            "what comes out before you do. Is that fine for these pages?"
        )
    )
    go = box.addButton(_tr("Print there"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(_tr("Not there"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    chosen = box.clickedButton() is go
    box.deleteLater()
    return chosen


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
