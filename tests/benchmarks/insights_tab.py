"""The tab of insights over many records: how soon it is painted, and whether the window stays awake meanwhile.

Prints one JSON list; run as a process of its own.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.ui.insights.page import InsightsPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.benchmarks.figure import Figure

#: The longest that all cards may take in milliseconds, before something is badly wrong.
_PATIENCE = 120_000


class Pulse:
    """Beats as often as the event loop lets it, and notes the longest pause between two beats."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1e3)
        self._last = now

    def stop(self) -> float:
        """The longest pause in milliseconds."""
        self._beat()
        self._timer.stop()
        return self.longest


def _until_all_there(page: InsightsPage, app: QApplication) -> tuple[float, float]:
    """Milliseconds until every card is there, and the longest pause of the event loop meanwhile."""
    begin, pulse = time.perf_counter(), Pulse()
    while page.busy:
        app.processEvents()
        if (time.perf_counter() - begin) * 1e3 > _PATIENCE:
            raise TimeoutError("the cards do not come")
    return (time.perf_counter() - begin) * 1e3, pulse.stop()


def measure(data: Path) -> list[Figure]:
    """Opening the tab, its first cards, and all of ten years."""
    app = QApplication(["attach-desktop"])
    app.setStyle("Fusion")
    vault = Vault.open(data / "attach.vault", SystemClock(), Changes())
    vault.settings.set("welcomed", True)
    window = MainWindow(vault, Theme(app, "light"))
    window.resize(1180, 780)
    window.show()
    window.complete()
    app.processEvents()
    begin = time.perf_counter()
    page = window.open_tab("insights")
    assert isinstance(page, InsightsPage)
    app.processEvents()
    window.repaint()
    opened = (time.perf_counter() - begin) * 1e3
    _, first_pause = _until_all_there(page, app)
    page.period.show_period("all")
    all_there, pause = _until_all_there(page, app)
    window.close()
    vault.close()
    return [
        Figure("insights, opened and painted", opened, 150.0),
        Figure("insights of 3 months, longest pause of the window", first_pause, 50.0),
        Figure("insights of ten years, longest pause of the window", pause, 50.0),
        Figure("insights of ten years, all cards there", all_there, 5_000.0),
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps([figure.told() for figure in measure(Path(sys.argv[1]))]))
