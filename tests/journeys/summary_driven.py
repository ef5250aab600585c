"""The real program, whose hands open the summary by keyboard: ``python -m tests.journeys.summary_driven MODE WHERE``.

``save FOLDER`` saves it as PDF, as a page for a browser and as Markdown in FOLDER; ``print PRINTER`` prints it. Then
they leave. No widget is named but the lines that tell whether something has been done.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget

from attach_desktop.__main__ import main
from attach_desktop.ui.summary.dialog import SummaryDialog
from tests.journeys.driven import completed, say
from tests.ui.hands import ALT, CTRL, press, tab_to, write

#: What they ask.
QUESTION = "Is it fine to wait until Sunday?"
#: The button that is pressed, and how the file is called.
FILES = {"Save as PDF": "out.pdf", "Save as page": "out.html", "Save as Markdown": "out.md"}


class Hands:
    """Go on to the next thing to do as soon as the one before is done."""

    def __init__(self, mode: str, where: str) -> None:
        self._mode, self._where = mode, where
        self._pause = QTimer()
        self._pause.timeout.connect(self._begin)
        self._pause.start(10)

    def _begin(self) -> None:
        window = completed(self._pause)
        if window is None:
            return
        self._window = window
        self._steps = self._print() if self._mode == "print" else self._save()
        self._ready: Callable[[], object] = lambda: True
        self._pause.timeout.connect(self._go_on)
        self._pause.start(10)

    def _go_on(self) -> None:
        if not self._ready():
            return
        if QApplication.focusWidget() is None:
            # Without a screen nothing is in front any more when a window of ours has closed.
            (_front() or self._window).activateWindow()
            return
        try:
            self._ready = next(self._steps)
        except StopIteration:
            self._pause.stop()
            self._window.close()

    def _open(self) -> Iterator[Callable[[], object]]:
        # It keeps its own loop until it is closed; hands go on in it.
        QTimer.singleShot(0, lambda: press(Qt.Key.Key_P, CTRL))
        yield self._laid
        tab_to("My questions for the session")
        write(QUESTION)
        tab_to("Names become A, B, C")
        press(Qt.Key.Key_Space)
        yield self._laid

    def _save(self) -> Iterator[Callable[[], object]]:
        yield from self._open()
        for name, file in FILES.items():
            tab_to(name)
            press(Qt.Key.Key_Return)
            yield lambda: isinstance(_front(), QFileDialog) and QApplication.focusWidget() is not None
            press(Qt.Key.Key_N, ALT)
            press(Qt.Key.Key_A, CTRL)
            write(str(Path(self._where) / file) + "\n")
            yield partial(self._says, file)
            say(self._said())
        press(Qt.Key.Key_Escape)
        yield lambda: self._summary() is None

    def _print(self) -> Iterator[Callable[[], object]]:
        yield from self._open()
        QTimer.singleShot(0, lambda: press(Qt.Key.Key_P, CTRL))
        yield lambda: isinstance(_front(), QPrintDialog) and QApplication.focusWidget() is not None
        front = _front()
        printers = front.findChild(QComboBox, "printers") if front is not None else None
        assert isinstance(printers, QComboBox)
        printers.setFocus()
        write(self._where)
        tab_to("Print")
        QTimer.singleShot(0, lambda: press(Qt.Key.Key_Return))
        yield partial(self._says, "printer")
        say(self._said())
        press(Qt.Key.Key_Escape)
        yield lambda: self._summary() is None

    def _summary(self) -> SummaryDialog | None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, SummaryDialog) and one.isVisible()]
        return found[0] if found else None

    def _laid(self) -> bool:
        summary = self._summary()
        return summary is not None and summary.laying.current and not summary.laying.busy

    def _says(self, words: str) -> bool:
        return words in self._said()

    def _said(self) -> str:
        summary = self._summary()
        return "" if summary is None else summary.said.text()


def _front() -> QWidget | None:
    return QApplication.activeModalWidget()


if __name__ == "__main__":
    wanted, place = sys.argv.pop(1), sys.argv.pop(1)
    application = QApplication([])
    hands = Hands(wanted, place)
    sys.exit(main())
