"""The tab of insights over many records: how soon it is painted, and whether the window stays awake meanwhile.

Prints one JSON list; run as a process of its own.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.ui.insights.page import InsightsPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.benchmarks.figure import Figure

#: The longest that all cards may take in seconds, before something is badly wrong.
_PATIENCE = 120.0


class Pulse:
    """Beats as often as the event loop lets it; notes the longest pause between two beats, and the longest work.

    A pause is what somebody at the window would feel, other programs on the machine included; work is the time of the
    processor that the window's own thread took without looking at the event loop.
    """

    def __init__(self) -> None:
        self.pause = self.work = 0.0
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.pause = max(self.pause, (now[0] - self._last[0]) * 1e3)
        self.work = max(self.work, (now[1] - self._last[1]) * 1e3)
        self._last = now

    def stop(self) -> None:
        """The last beat."""
        self._beat()
        self._timer.stop()


def _until_all_there(page: InsightsPage, app: QApplication) -> tuple[float, Pulse]:
    """Seconds until every card is there, and the pulse meanwhile."""
    begin, pulse = time.perf_counter(), Pulse()
    while page.busy:
        app.processEvents()
        if time.perf_counter() - begin > _PATIENCE:
            raise TimeoutError("the cards do not come")
    pulse.stop()
    return time.perf_counter() - begin, pulse


def _floor(app: QApplication, seconds: float) -> Pulse:
    """The pulse of a window that does nothing, beside a thread that counts for as long."""
    end = time.perf_counter() + seconds

    def count() -> None:
        number = 0
        while time.perf_counter() < end:
            number += 1

    thread = Thread(target=count)
    pulse = Pulse()
    thread.start()
    while thread.is_alive():
        app.processEvents()
    thread.join()
    pulse.stop()
    return pulse


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
    _, first = _until_all_there(page, app)
    used = time.process_time()
    page.period.show_period("all")
    seconds, pulse = _until_all_there(page, app)
    used = (time.process_time() - used) * 1e3
    bare = _floor(app, seconds)
    window.close()
    vault.close()
    return [
        Figure("insights, opened and painted", opened, 150.0),
        Figure("insights of 3 months, longest work of the window", first.work, 50.0),
        Figure("insights of ten years, longest work of the window", pulse.work, 50.0),
        Figure("insights of ten years, longest pause of the window", pulse.pause, 3.0, floor=bare.pause),
        Figure("insights of ten years, processor time of all cards", used, 5_000.0),
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps([figure.told() for figure in measure(Path(sys.argv[1]))]))
