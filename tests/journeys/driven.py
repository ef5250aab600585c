"""The real program in a process of its own, with a pair of hands inside: ``python -m tests.journeys.driven MODE``.

``write`` goes on writing a note for ever; each time a draft is on disk it prints how long the note was. ``type``
writes half a sentence, prints ``typed`` and waits. ``look`` prints as JSON what the journal's form holds, and leaves.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from attach_desktop.__main__ import main
from attach_desktop.ui.main_window import MainWindow
from tests.ui.hands import write
from tests.ui.windows import journal_page

HALF = "half a sentence"


def completed(pause: QTimer) -> MainWindow | None:
    """The program's window, whole, as soon as it has the focus; ``pause`` then asks no more. None until it does."""
    window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
    if window is None or QGuiApplication.focusWindow() is None:
        return None
    pause.stop()
    pause.timeout.disconnect()
    window.complete()
    return window


class Hands:
    """Waits for the window, and then does what ``mode`` says."""

    def __init__(self, mode: str) -> None:
        self._mode = mode
        self._pause = QTimer()
        self._pause.timeout.connect(self._begin)
        self._pause.start(10)

    def _begin(self) -> None:
        window = completed(self._pause)
        if window is None:
            return
        window.log_mood()
        self._page = journal_page(window)
        if self._mode == "look":
            self._look(window)
            return
        self._page.form.note.setFocus()
        self._page.form.note.moveCursor(self._page.form.note.textCursor().MoveOperation.End)
        if self._mode == "type":
            write(HALF)
            say("typed")
            return
        self._pause.timeout.connect(self._write)
        self._pause.start(0)

    def _write(self) -> None:
        write("silence ")
        self._page.keep_draft()
        say(str(len(self._page.form.note.text())))

    def _look(self, window: MainWindow) -> None:
        notices = [label.text() for label in self._page.findChildren(QLabel) if label.isVisible()]
        found = {
            "note": self._page.form.note.text(),
            "notice": next((text for text in notices if "not saved" in text), ""),
        }
        say(json.dumps(found))
        window.close()


def say(text: str) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    wanted = sys.argv.pop(1)
    application = QApplication([])
    hands = Hands(wanted)
    sys.exit(main())
