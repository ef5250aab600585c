"""The real program on an encrypted vault, with hands that unlock it: ``python -m tests.journeys.lock_driven``.

They type the passphrase, then half a sentence, and say ``typed``. Whenever the window has locked they say why, type the
passphrase again, and say what is in the form. ``ATTACH_TEST_KEYS`` are keys to press once it is open, like ``Ctrl+L``;
after ``Ctrl+P`` they say ``pages`` as soon as the summary shows some, and nothing else.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from attach_desktop.__main__ import main
from attach_desktop.ui.locking.unlock_page import UnlockPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.summary.dialog import SummaryDialog
from tests.journeys.driven import HALF, say
from tests.ui.hands import CTRL, press, write
from tests.ui.windows import journal_page

RIGHT = "correct horse"


_SETTLED = 10


class Hands:
    """Look at the window every few milliseconds, and do what is next."""

    def __init__(self) -> None:
        self._pause = QTimer()
        self._pause.timeout.connect(self._look)
        self._pause.start(20)
        self._typed = False
        self._asked: UnlockPage | None = None
        self._new: UnlockPage | None = None
        self._looks = 0

    def _look(self) -> None:
        window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
        if window is None:
            return
        page = window.shown
        if isinstance(page, UnlockPage):
            if page is not self._new:
                self._new, self._looks = page, 0
            self._looks += 1
            # Without a screen, a window is no longer in front when the menus that it had are freed: first let them be.
            if page is not self._asked and self._looks > _SETTLED and self._is_in_front(window):
                self._asked = page
                if self._typed:
                    say(page.why.text())
                page.setFocus()
                write(RIGHT + "\n")
        elif window.is_open and self._asked is not None and window.menuBar().actions() and self._is_in_front(window):
            self._asked = None
            self._write(window)

    def _is_in_front(self, window: MainWindow) -> bool:
        """Whether keys reach it; if not, it is brought to the front for the next look."""
        if window.isVisible() and not window.isMinimized() and QGuiApplication.focusWindow() is not None:
            return True
        window.showNormal()
        window.activateWindow()
        return False

    def _write(self, window: MainWindow) -> None:
        if self._typed:
            say(f"{window.tab}: {journal_page(window).form.note.text()}")
            return
        window.log_mood()
        journal_page(window).form.note.setFocus()
        write(HALF)
        self._typed = True
        keys = os.environ.get("ATTACH_TEST_KEYS", "")
        if keys == "Ctrl+P":
            # It has a loop of its own until it is closed; hands go on in it.
            QTimer.singleShot(0, lambda: press(Qt.Key.Key_P, CTRL))
            self._summary = QTimer()
            self._summary.timeout.connect(self._look_for_pages)
            self._summary.start(20)
            return
        say("typed")
        if keys == "Ctrl+L":
            press(Qt.Key.Key_L, CTRL)
        elif keys == "Esc, Esc":
            press(Qt.Key.Key_Escape, times=2)

    def _look_for_pages(self) -> None:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, SummaryDialog)]
        if found and found[0].laying.laid is not None:
            self._summary.stop()
            say("pages")


if __name__ == "__main__":
    application = QApplication([])
    hands = Hands()
    sys.exit(main())
