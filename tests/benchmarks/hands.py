"""Inside one window: keys to painted results, scrolling, typing. Prints one JSON list; run as a process of its own."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.ui.journal.page import JournalPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.benchmarks.figure import Figure, percentile


def _key_to_paint(widget: QPlainTextEdit, app: QApplication) -> list[float]:
    found = []
    for number in range(120):
        key = Qt.Key(Qt.Key.Key_A + number % 26) if number % 6 else Qt.Key.Key_Space
        begin = time.perf_counter()
        QTest.keyClick(widget, key)
        app.processEvents()
        widget.viewport().repaint()
        found.append((time.perf_counter() - begin) * 1e3)
    return found


def measure(data: Path) -> list[Figure]:
    """Everything that needs the window's own process."""
    app = QApplication(["attach-desktop"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    vault = Vault.open(data / "attach.vault", SystemClock(), Changes())
    vault.settings.set("welcomed", True)
    window = MainWindow(vault, Theme(app, "light"))
    window.resize(1180, 780)
    window.show()
    window.complete()
    page = window.open_tab("journal")
    assert isinstance(page, JournalPage)
    app.processEvents()
    bare = QMainWindow()
    edit = QPlainTextEdit()
    bare.setCentralWidget(edit)
    bare.resize(1000, 700)
    bare.show()
    app.processEvents()
    floor = percentile(_key_to_paint(edit, app), 0.5)
    bare.close()
    page.start_entry()
    typing = percentile(_key_to_paint(page.form.note, app), 0.5)
    search, table = page.list.search, page.list.table
    keys = []
    for word in ("gratitude", "silence", "river bread", "hopeful"):
        search.clear()
        app.processEvents()
        for sign in word:
            begin = time.perf_counter()
            QTest.keyClicks(search, sign)
            app.processEvents()
            table.viewport().repaint()
            keys.append((time.perf_counter() - begin) * 1e3)
    search.clear()
    page.list.model.count_days()
    bar, frames = table.verticalScrollBar(), []
    for _ in range(300):
        begin = time.perf_counter()
        bar.setValue(bar.value() + 150)
        app.processEvents()
        table.viewport().repaint()
        frames.append((time.perf_counter() - begin) * 1e3)
    window.close()
    vault.close()
    return [
        Figure("typing, key to paint", typing, 2.0, floor=floor),
        Figure("search, key to painted results, p95", percentile(keys, 0.95), 30.0),
        Figure("scrolling a frame, p99", percentile(frames, 0.99), 16.0),
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps([figure.told() for figure in measure(Path(sys.argv[1]))]))
