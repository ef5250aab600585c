"""Prints for real, with hands that choose the printer by keyboard: ``python -m tests.journeys.print_driven PRINTER``.

What is printed has words that stand nowhere else. "printed" is said when the program has given the job away. A question
that the program asks before it does is repeated, and answered with what ``ATTACH_TEST_ANSWER`` says.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QWidget

from attach_desktop.summary.document import Document, Grid, Heading, Paragraph
from attach_desktop.ui.paper.printing import document
from tests.journeys.driven import say
from tests.journeys.private_driven import MARKERS
from tests.ui.hands import press, tab_to, write

#: Stands on every page but the first.
LINE = "a line to count the pages by"


def made() -> Document:
    """Some pages with a title, headings, a table, and lines in several scripts."""
    blocks: list[Heading | Paragraph | Grid] = [Heading(MARKERS[0]), Paragraph(" ".join(MARKERS))]
    blocks += [Paragraph("हिन्दी ไทย שָׁלוֹם كتاب 👍🏽")]
    blocks += [Grid(MARKERS[1], ("Day", "Words"), tuple((str(day), f"{MARKERS[1]} {day}") for day in range(1, 60)))]
    blocks += [Paragraph(LINE) for _ in range(60)]
    return Document(title=f"About {MARKERS[0]}", about="1 to 14 November 2026", header="14 days", blocks=blocks)


class Hands:
    """Wait for the print dialog, choose the printer in it, and print."""

    def __init__(self, printer: str) -> None:
        self._printer = printer
        self._pause = QTimer()
        self._pause.timeout.connect(self._choose)
        self._pause.start(10)

    def _choose(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintDialog) or QApplication.focusWidget() is None:
            return
        self._pause.stop()
        printers = dialog.findChild(QComboBox, "printers")
        if printers is None or printers.findText(self._printer) < 0:
            say("no such printer")
            dialog.reject()
            return
        printers.setFocus()
        write(self._printer)
        tab_to("Print")
        self._pause.timeout.disconnect()
        self._pause.timeout.connect(self._answer)
        self._pause.start(10)
        QTimer.singleShot(0, lambda: press(Qt.Key.Key_Return))

    def _answer(self) -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or QApplication.focusWidget() is None:
            return
        self._pause.stop()
        say(box.text())
        tab_to(os.environ["ATTACH_TEST_ANSWER"])
        press(Qt.Key.Key_Return)


if __name__ == "__main__":
    application = QApplication([])
    parent = QWidget()
    parent.show()
    parent.activateWindow()
    hands = Hands(sys.argv[1])
    say("printed" if document(parent, made()) else "not printed")
