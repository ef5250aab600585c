"""Paper: text of any length flows over the pages, nothing is a picture, and nothing says what is on it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from attach_desktop.errors import StorageError
from attach_desktop.ui.printing import HEAD, NEUTRAL_TITLE, TITLE, Sheet, page_layout, pdf, print_on, print_with_dialog

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "a word and another one " * 220


def page_count(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def streams(data: bytes) -> list[bytes]:
    """What the pages draw, unpacked."""
    found = []
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(packed))
        except zlib.error:
            found.append(packed)
    return found


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setDocName(NEUTRAL_TITLE)
    printer.setPageLayout(page_layout())
    return printer


def three_kinds(sheet: Sheet) -> None:
    sheet.write("A title", TITLE, bold=True)
    sheet.write(LONG)
    sheet.draw(100, 50, lambda painter, box: painter.drawEllipse(box))


def test_it_is_a_pdf_without_pictures() -> None:
    data = pdf(three_kinds)
    assert data.startswith(b"%PDF-")
    assert b"/Subtype /Image" not in data
    assert page_count(data) == 2
    # Words are words: they are set in a font that lies in the file.
    assert b"/FontFile2" in data


def test_its_properties_say_nothing() -> None:
    data = pdf(lambda sheet: sheet.write("Attachment anxiety"))
    assert "Document".encode("utf-16-be") in data
    for word in (b"ttach", b"nxiety", "ttach".encode("utf-16-be"), "nxiety".encode("utf-16-be")):
        assert word not in data


def test_long_text_flows_over_as_many_pages_as_it_takes() -> None:
    pages = []

    def compose(sheet: Sheet) -> None:
        for _ in range(30):
            sheet.write(LONG)
        pages.append(sheet.pages)

    data = pdf(compose)
    assert page_count(data) == pages[0] > 10
    # About as much on each full page: nothing runs out at the foot and nothing is left out.
    sizes = sorted(len(stream) for stream in streams(data) if b" Tm" in stream or b" Tj" in stream)
    assert sizes[2] > 0.8 * sizes[-2]


def test_every_line_of_a_text_is_there() -> None:
    # Each line is one "x"; what else is written are the numbers of the pages.
    for count in (1, 30, 60, 200):
        data = pdf(partial(Sheet.write, text="\n".join("x" * count)))
        assert sum(stream.count(b"Tj") for stream in streams(data)) == count + page_count(data)


def test_a_word_without_end_is_broken() -> None:
    pages = []

    def compose(sheet: Sheet) -> None:
        sheet.write("x" * 20_000)
        pages.append(sheet.pages)

    pdf(compose)
    assert pages[0] >= 3


def test_nothing_written_takes_no_room() -> None:
    pages = []

    def compose(sheet: Sheet) -> None:
        for _ in range(1000):
            sheet.write("")
            sheet.write(" \n ")
            sheet.space(5)
        sheet.draw(10, 200, lambda painter, box: None)
        pages.append(sheet.pages)

    pdf(compose)
    assert pages == [1]


def test_a_heading_goes_with_what_follows() -> None:
    boxes: list[tuple[int, QRectF]] = []

    def compose(sheet: Sheet) -> None:
        sheet.draw(10, 236, lambda painter, box: boxes.append((sheet.pages, QRectF(box))))
        sheet.write("A heading", HEAD, bold=True, keep=30)
        boxes.append((sheet.pages, QRectF()))

    pdf(compose)
    assert [page for page, _ in boxes] == [1, 2]


def test_a_drawing_is_in_the_middle_and_never_larger_than_a_page() -> None:
    boxes: list[QRectF] = []
    seen: list[Sheet] = []

    def compose(sheet: Sheet) -> None:
        seen.append(sheet)
        sheet.draw(50, 40, lambda painter, box: boxes.append(QRectF(box)))
        sheet.draw(5000, 5000, lambda painter, box: boxes.append(QRectF(box)))

    assert page_count(pdf(compose)) == 2
    sheet, (small, large) = seen[0], boxes
    assert small.width() == pytest.approx(50 * sheet.mm)
    assert small.center().x() == pytest.approx(sheet.width * sheet.mm / 2, abs=1)
    assert large.width() == pytest.approx(sheet.width * sheet.mm)
    assert large.height() < 262 * sheet.mm
    assert large.top() == 0


def test_what_a_drawing_does_to_the_painter_stays_with_it() -> None:
    def turn(painter: QPainter, box: QRectF) -> None:
        painter.rotate(90)
        painter.setOpacity(0.1)

    def after(paint: Callable[[QPainter, QRectF], None]) -> bytes:
        def compose(sheet: Sheet) -> None:
            sheet.draw(10, 10, paint)
            sheet.write("after")

        return pdf(compose)

    def where(data: bytes) -> list[bytes]:
        return [line for stream in streams(data) for line in stream.splitlines() if line.endswith(b"Tm")]

    assert where(after(turn)) == where(after(lambda painter, box: None))


def test_a_dash_stands_before_the_first_line_only() -> None:
    def dashes(mark: str) -> int:
        data = pdf(lambda sheet: sheet.write(LONG[:400], mark=mark))
        return sum(stream.count(b"Tj") for stream in streams(data))

    assert dashes("–") - dashes("") <= 2


def test_a_printer_set_to_a_file_gets_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    print_on(printer_to(path), three_kinds)
    data = path.read_bytes()
    assert page_count(data) == 2
    assert b"/Subtype /Image" not in data


def test_small_paper_takes_more_pages(tmp_path: Path) -> None:
    path = tmp_path / "small.pdf"
    printer = printer_to(path)
    size = QPageSize(QSizeF(100, 140), QPageSize.Unit.Millimeter)
    margins = QMarginsF(10, 10, 10, 10)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    print_on(printer, three_kinds)
    assert page_count(path.read_bytes()) > 3


def test_the_dialog_prints_what_it_was_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "printed.pdf"
    names = []

    def accept(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        names.append(printer.docName())
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    parent = QWidget()
    assert print_with_dialog(parent, three_kinds)
    assert page_count(path.read_bytes()) == 2
    assert names == [NEUTRAL_TITLE]
    parent.deleteLater()


def test_who_changes_their_mind_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: QDialog.DialogCode.Rejected.value)
    parent = QWidget()
    composed: list[Sheet] = []
    assert not print_with_dialog(parent, composed.append)
    assert composed == []
    parent.deleteLater()


@pytest.mark.no_qt_log
def test_a_printer_that_does_not_take_it_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        print_on(printer_to(tmp_path / "nowhere" / "out.pdf"), three_kinds)
    assert caught.value.key == "cannot-print"
