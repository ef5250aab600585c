"""Paper: sheets written from top to bottom, always in the light palette; words stay words and drawings are vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from attach_desktop.errors import StorageError
from attach_desktop.ui.theme.tokens import LIGHT

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Sizes of type on paper, in points.
TITLE, HEAD, BODY, SMALL = 15.0, 11.5, 10.0, 8.5
#: What a print queue and a PDF's properties show. It says nothing about what is on the paper.
NEUTRAL_TITLE = "Document"
_PDF_DPI = 600
#: In millimetres: the margin of a page, and the strip at its foot that holds its number.
_MARGIN, _FOOT = 18.0, 9.0


class Sheet:
    """Writes and draws down a page, and goes on to the next one by itself. Distances are in millimetres."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter, dots_per_inch: int) -> None:
        """The first page of ``device``, which ``painter`` is painting on."""
        self._device, self._painter, self._dpi = device, painter, dots_per_inch
        #: So many of the device's units are one millimetre.
        self.mm = dots_per_inch / 25.4
        self._base = QFont(painter.font())
        self.pages = 0
        self._begin_page()

    @property
    def width(self) -> float:
        """The width between the margins, in millimetres."""
        return self._box.width() / self.mm

    def font(self, points: float = BODY, *, bold: bool = False) -> QFont:
        """The system font in a size for paper."""
        font = QFont(self._base)
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def write(
        self,
        text: str,
        points: float = BODY,
        *,
        bold: bool = False,
        muted: bool = False,
        mark: str = "",
        below: float = 1.5,
        keep: float = 0.0,
    ) -> None:
        """Write a text of any length, ``below`` millimetres before the next; nothing where it is empty.

        ``mark`` stands before its first line (a dash of a list), with the text beside it. ``keep`` millimetres must be
        left on the page below the first line, or it begins on the next one: no heading stands alone.
        """
        if not text.strip():
            return
        font = self.font(points, bold=bold)
        colour = QColor(LIGHT.muted if muted else LIGHT.ink)
        metrics = QFontMetricsF(font, self._device)
        indent = metrics.horizontalAdvance(mark + "  ") if mark else 0.0
        self.need(metrics.height() / self.mm + keep)
        for paragraph in text.rstrip().split("\n"):
            for line in self._lines(paragraph, font, self._box.width() - indent):
                self.need(line.height() / self.mm)
                self._painter.setFont(font)
                self._painter.setPen(colour)
                if mark:
                    self._painter.drawText(QPointF(self._box.left(), self._y + line.ascent()), mark)
                    mark = ""
                line.draw(self._painter, QPointF(self._box.left() + indent, self._y))
                self._y += line.height()
        self.space(below)

    def draw(
        self, width: float, height: float, paint: Callable[[QPainter, QRectF], None], *, below: float = 2.0
    ) -> None:
        """Give ``paint`` a box of this size in the middle of the page, or as large a one as a page has."""
        width = min(width, self.width)
        height = min(height, (self._bottom - self._box.top()) / self.mm)
        self.need(height)
        left = self._box.left() + (self._box.width() - width * self.mm) / 2
        self._painter.save()
        paint(self._painter, QRectF(left, self._y, width * self.mm, height * self.mm))
        self._painter.restore()
        self._y += height * self.mm
        self.space(below)

    def space(self, height: float) -> None:
        """Leave a space; never at the top of a page."""
        if self._y > self._box.top():
            self._y += height * self.mm

    def need(self, height: float) -> None:
        """Go on to the next page unless this one has so much left. Raises StorageError if there is none."""
        if self._y + height * self.mm <= self._bottom or self._y <= self._box.top():
            return
        if not self._device.newPage():
            raise StorageError("cannot-print")
        self._begin_page()

    def _begin_page(self) -> None:
        self.pages += 1
        # The origin is the corner that the printer can reach; the layout's margins lie around it.
        size = self._device.pageLayout().paintRectPixels(self._dpi).size()
        self._box = QRectF(0, 0, size.width(), size.height())
        self._y = self._box.top()
        self._bottom = self._box.bottom() - _FOOT * self.mm
        self._painter.setFont(self.font(SMALL))
        self._painter.setPen(QColor(LIGHT.muted))
        foot = QRectF(self._box.left(), self._bottom, self._box.width(), _FOOT * self.mm)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(self.pages))

    def _lines(self, paragraph: str, font: QFont, width: float) -> list[QTextLine]:
        layout = QTextLayout(paragraph, font, self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        # Lines live as long as their layout.
        self._layout = layout
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            lines.append(line)
        layout.endLayout()
        return lines


#: Writes a document, from its first line to its last.
Compose = Callable[[Sheet], None]


def page_layout() -> QPageLayout:
    """A4 upright with margins that every printer can keep."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )


def pdf(compose: Compose) -> bytes:
    """A document as a PDF file's bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(NEUTRAL_TITLE)
    writer.setCreator("")
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(page_layout())
    _write(writer, compose, _PDF_DPI)
    return bytes(buffer.data().data())


def print_with_dialog(parent: QWidget, compose: Compose) -> bool:
    """Ask for a printer (or a PDF file) and print; False if the person changed their mind.

    Raises StorageError where the printer does not take it.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(NEUTRAL_TITLE)
    printer.setCreator("")
    printer.setPageLayout(page_layout())
    dialog = QPrintDialog(printer, parent)
    try:
        if not dialog.exec():
            return False
    finally:
        dialog.deleteLater()
    print_on(printer, compose)
    return True


def print_on(printer: QPrinter, compose: Compose) -> None:
    """Send a document to a printer that is set up. Raises StorageError where it does not take it."""
    _write(printer, compose, printer.resolution())


def _write(device: QPagedPaintDevice, compose: Compose, dots_per_inch: int) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise StorageError("cannot-print")
    try:
        compose(Sheet(device, painter, dots_per_inch))
    finally:
        painter.end()
