"""Pages on their way to a printer: the dialog, sheets of another size, pages that were chosen, calling it off."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from attach_desktop.errors import StorageError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.summary.document import Document, PageBreak, Paragraph
from attach_desktop.ui.paper import printing
from attach_desktop.ui.paper.pages import Pages
from attach_desktop.ui.paper.pdf import NEUTRAL_TITLE
from attach_desktop.ui.paper.printing import print_on, print_with_dialog, sheet_of
from attach_desktop.ui.paper.sheet import Paper, Size
from tests.journeys.print_queue import QUEUE, Queue, print_queue
from tests.ui.paper.laid import SENTENCE, laid
from tests.ui.paper.reading import page_count

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def parent() -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.deleteLater()


def pages(count: int = 3) -> Pages:
    return laid(*(block for at in range(count) for block in (Paragraph(f"{SENTENCE} {at}"), PageBreak())))


def printer_to(path: Path, size: Size = Paper.A4.value) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(size.page_layout())
    return printer


def answer(monkeypatch: pytest.MonkeyPatch, how: Callable[[QPrinter], bool]) -> None:
    """What a person does with the printer in the dialog, and whether they print."""

    def take(dialog: QPrintDialog) -> int:
        code = QDialog.DialogCode.Accepted if how(dialog.printer()) else QDialog.DialogCode.Rejected
        return code.value

    monkeypatch.setattr(QPrintDialog, "exec", take)


def test_the_dialog_prints_what_it_was_told_to_under_a_neutral_name(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, path = list[str](), tmp_path / "out.pdf"

    def choose(printer: QPrinter) -> bool:
        names.extend((printer.docName(), printer.creator()))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    answer(monkeypatch, choose)
    assert print_with_dialog(parent, pages(30))
    assert page_count(path.read_bytes()) == 30
    assert names == [NEUTRAL_TITLE, ""]


def test_a_small_document_is_laid_out_and_printed(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.pdf"

    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    answer(monkeypatch, choose)
    assert printing.document(parent, Document(title="Card", blocks=[Paragraph("words")]))
    assert page_count(path.read_bytes()) == 1


def test_who_changes_their_mind_prints_nothing(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, lambda printer: False)
    assert not print_with_dialog(parent, pages())


def test_a_file_that_cannot_be_written_is_a_known_error(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "nowhere" / "out.pdf"))
        return True

    answer(monkeypatch, choose)
    with pytest.raises(StorageError):
        print_with_dialog(parent, pages())


def test_the_sheets_in_the_printer_decide(tmp_path: Path) -> None:
    path, small = tmp_path / "small.pdf", Size(100, 140)
    whole = laid(Paragraph(SENTENCE * 60))
    print_on(printer_to(path, small), whole)
    data = path.read_bytes()
    assert page_count(data) > whole.count
    assert b"/MediaBox [0 0 283" in data


def test_a_sheet_has_its_size_whatever_the_printer_cannot_reach() -> None:
    printer = QPrinter()
    size = QPageSize(QSizeF(100, 140), QPageSize.Unit.Millimeter)
    margins = QMarginsF(10, 10, 10, 10)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    assert sheet_of(printer) == pytest.approx((100, 140), abs=0.5)


@pytest.mark.parametrize(("chosen", "count"), [((0, 0), 5), ((2, 3), 2), ((4, 9), 2), ((1, 0), 5)])
def test_the_pages_that_were_chosen_are_printed(tmp_path: Path, chosen: tuple[int, int], count: int) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    printer.setFromTo(*chosen)
    print_on(printer, pages(5))
    assert page_count((tmp_path / "out.pdf").read_bytes()) == count


def test_what_is_called_off_is_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    with pytest.raises(Cancelled):
        print_on(printer_to(path), pages(5), lambda done, _: done < 3)
    assert not path.exists()


@pytest.mark.parametrize("fine", [True, False])
def test_where_others_may_see_it_the_person_is_asked(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fine: bool
) -> None:
    path, asked = tmp_path / "out.pdf", list[str]()

    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    def say(box: QMessageBox) -> int:
        asked.append(box.text())
        button = next(one for one in box.buttons() if (one is not box.defaultButton()) is fine)
        button.click()
        return 0

    answer(monkeypatch, choose)
    monkeypatch.setattr(printing, "is_shared", lambda printer: True)
    monkeypatch.setattr(QMessageBox, "exec", say)
    assert print_with_dialog(parent, pages()) is fine
    assert path.exists() is fine
    assert asked == ["This printer is shared or in a network."]


_PROGRAM = """import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.ui.paper.printing import print_on
from attach_desktop.ui.paper.sharing import is_shared
from tests.ui.paper.test_printing import pages
printer = QPrinter(QPrinterInfo.printerInfo(sys.argv[1]), QPrinter.PrinterMode.HighResolution)
printer.setFromTo(2, 4)
print(is_shared(printer))
try:
    print_on(printer, pages(6), lambda done, _: done < int(sys.argv[2]))
    print("printed")
except Cancelled:
    print("called off")
"""


def on_a_queue(queue: Queue, last: int) -> list[str]:
    """What is said of the printer and of a job of pages 2 to 4 that is called off after ``last`` of them."""
    environment = {**os.environ, **queue.environment, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _PROGRAM, QUEUE, str(last)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:2]


@pytest.mark.slow
def test_a_print_service_gets_the_pages_that_were_chosen_and_nothing_that_was_called_off() -> None:
    with print_queue() as queue:
        assert on_a_queue(queue, 2) == ["False", "called off"]
        assert on_a_queue(queue, 100) == ["False", "printed"]
        # What came out first is the second job.
        assert page_count(queue.job().read_bytes()) == 3


@pytest.mark.slow
def test_a_print_service_tells_that_a_printer_is_shared() -> None:
    with print_queue(shared=True) as queue:
        assert on_a_queue(queue, 0)[0] == "True"
