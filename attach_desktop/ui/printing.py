"""Paper: pages drawn by the same functions as the screen, always in the light palette, as vectors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Draws one page inside the given box, in the device's own units; one millimetre is ``unit`` of them.
DrawPage = Callable[[QPainter, QRectF, float], None]
#: What a print queue and a PDF's properties show. It says nothing about what is on the paper.
NEUTRAL_TITLE = "Document"
_MARGIN = 18.0


def draw_pages(device: QPagedPaintDevice, pages: Sequence[DrawPage], dots_per_inch: float) -> None:
    """Draw every page on a printer or PDF writer that is set up."""
    painter = QPainter(device)
    unit = dots_per_inch / 25.4
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        layout = device.pageLayout()
        size = QSizeF(layout.paintRectPixels(int(dots_per_inch)).size())
        painter.save()
        page(painter, QRectF(0, 0, size.width(), size.height()), unit)
        painter.restore()
    painter.end()


def page_layout() -> QPageLayout:
    """A4 upright with margins that every printer can keep."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def write_pdf(path: str, pages: Sequence[DrawPage]) -> None:
    """The pages as a PDF file."""
    from PySide6.QtGui import QPdfWriter

    writer = QPdfWriter(path)
    writer.setTitle(NEUTRAL_TITLE)
    writer.setCreator("")
    writer.setResolution(600)
    writer.setPageLayout(page_layout())
    draw_pages(writer, pages, 600)


def print_with_dialog(parent: QWidget, pages: Sequence[DrawPage]) -> bool:
    """Ask for a printer (or a PDF file) and print; False if the person changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(NEUTRAL_TITLE)
    printer.setCreator("")
    printer.setPageLayout(page_layout())
    dialog = QPrintDialog(printer, parent)
    if not dialog.exec():
        return False
    draw_on_printer(printer, pages)
    return True


def draw_on_printer(printer: QPrinter, pages: Sequence[DrawPage]) -> None:
    """Send the pages to a printer that is set up."""
    draw_pages(printer, pages, printer.resolution())
