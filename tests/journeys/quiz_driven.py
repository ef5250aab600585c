"""The real program with hands that take the quiz: ``python -m tests.journeys.quiz_driven MODE``.

``answer`` goes on answering for ever, back and forth through the sentences; after each answer it prints as JSON which
item it has come to and all that has been answered. ``look`` prints what the next start offers, then goes on and prints
where that leads, and leaves.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from attach_desktop.__main__ import main
from tests.journeys.driven import completed, say
from tests.ui.hands import focus_name, press, settle, write
from tests.ui.quiz.takes import quiz_page, shown_text


class Hands:
    """Waits for the window, and then does what ``mode`` says."""

    def __init__(self, mode: str) -> None:
        self._mode = mode
        self._given = 0
        self._pause = QTimer()
        self._pause.timeout.connect(self._begin)
        self._pause.start(10)

    def _begin(self) -> None:
        window = completed(self._pause)
        if window is None:
            return
        window.open_tab("quiz")
        settle()
        self._window, self._page = window, quiz_page(window)
        if self._mode == "look":
            self._look()
            return
        if focus_name() == "Go on":
            press(Qt.Key.Key_Return)
        else:
            self._page.first.start_button.click()
        self._pause.timeout.connect(self._answer)
        self._pause.start(0)

    def _answer(self) -> None:
        now = self._page.taking.one
        number = int(shown_text(now).split(" of ")[0])
        if number > 12:
            press(Qt.Key.Key_Backspace, times=9)
        self._given += 1
        write(str(self._given % 7 + 1))
        sitting = self._page._store.sitting()
        assert sitting is not None
        say(json.dumps({"item": sitting[0].item, "answers": list(sitting[0].answers), "count": self._given}))

    def _look(self) -> None:
        offered = shown_text(self._page.first)
        focused = focus_name()
        found = {"offered": offered, "focused": focused}
        if focused == "Go on":
            press(Qt.Key.Key_Return)
            settle()
            found["shown"] = shown_text(self._page.taking.one)
            found["focus"] = focus_name()
            sitting = self._page._store.sitting()
            assert sitting is not None
            found["kept"] = json.dumps({"item": sitting[0].item, "answers": list(sitting[0].answers)})
        say(json.dumps(found))
        self._window.close()


if __name__ == "__main__":
    wanted = sys.argv.pop(1)
    application = QApplication([])
    hands = Hands(wanted)
    sys.exit(main())
