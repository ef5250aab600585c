"""The real program with hands that leave traces, if there are any: ``python -m tests.journeys.private_driven MODE``.

``journey FOLDER`` writes and saves an entry, searches for it, exports it to FOLDER, prints it to a PDF file there, and
leaves; ``printer FOLDER`` does the same, but asks for the printers there are. ``markers`` fills every field of the
journal's form with words that nobody else uses, over and over, saving drafts and entries and searching, and says so
until it is killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from attach_desktop.__main__ import main
from attach_desktop.journal.entry import TEXT_FIELDS, WORD_FIELDS
from attach_desktop.summary.document import Document, Paragraph
from attach_desktop.ui.dialogs.export_dialog import ExportDialog
from attach_desktop.ui.paper.pages import Pages, lay_out
from attach_desktop.ui.paper.pdf import pdf
from attach_desktop.ui.paper.printing import print_on
from attach_desktop.ui.paper.sheet import Paper
from tests.journeys.driven import completed, say
from tests.ui.hands import settle, write
from tests.ui.windows import journal_page

#: Words that stand in nothing else on this computer.
MARKERS = ("xylophonquark", "Brückenschnurps", "静謐標識語")


def everywhere(number: int) -> dict[str, object]:
    """The journal's form with a marker in every field that takes words."""
    texts = {field: f"{' '.join(MARKERS)} {field} {number} " * 20 for field in TEXT_FIELDS}
    words = {field: [f"{marker} {field}" for marker in MARKERS] for field in WORD_FIELDS}
    return {**texts, **words, "coping": [{"name": MARKERS[0], "minutes": 15}], "mood": 1 + number % 5, "energy": 3}


class Hands:
    """Waits for the window, and then does what ``mode`` says."""

    def __init__(self, mode: str, folder: Path) -> None:
        self._mode, self._folder = mode, folder
        self._number = 0
        self._pause = QTimer()
        self._pause.timeout.connect(self._begin)
        self._pause.start(10)

    def _begin(self) -> None:
        window = completed(self._pause)
        if window is None:
            return
        window.log_mood()
        self._window, self._page = window, journal_page(window)
        self._page.complete()
        if self._mode == "markers":
            self._pause.timeout.connect(self._mark)
            self._pause.start(0)
            return
        self._page.form.note.setFocus()
        write("a journey from the beginning to the end")
        self._page.form.save.click()
        self._page.go_to_search()
        write("beginning")
        settle()
        self._export = ExportDialog(self._page._store.vault, window)
        self._export.formats.choose("json")
        self._export.save_to(str(self._folder / "export.json"))
        self._pause.timeout.connect(self._print)
        self._pause.start(20)

    def _print(self) -> None:
        if self._export.outcome.isHidden():
            return
        self._pause.stop()
        if self._mode == "printer":
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self._folder / "printed.pdf"))
            print_on(printer, _pages())
        else:
            (self._folder / "printed.pdf").write_bytes(pdf(_pages()))
        self._export.close()
        say("done")
        self._window.close()

    def _mark(self) -> None:
        self._number += 1
        form = self._page.form
        form.set_values(everywhere(self._number))
        form.trigger_fold.set_open(True)
        form.thought_fold.set_open(True)
        self._page.keep_draft()
        if self._number % 3 == 0:
            form.save.click()
            self._page.go_to_search()
            write(MARKERS[0])
            settle(1)
        say(str(self._number))


def _pages() -> Pages:
    document = Document(title="", blocks=[Paragraph("a journey from the beginning to the end")])
    return lay_out(document, Paper.A4)


if __name__ == "__main__":
    wanted, place = sys.argv.pop(1), Path(sys.argv.pop(1))
    application = QApplication([])
    hands = Hands(wanted, place)
    sys.exit(main())
