"""What an open window does without: large parts that most sessions have no use for, and the text of every module."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

#: Each brings up to three megabytes along.
COSTLY = {"_hashlib", "tzlocal", "zoneinfo", "PySide6.QtNetwork", "PySide6.QtPrintSupport"}
START = """
import linecache, os, sys

from attach_desktop.__main__ import main
from attach_desktop.ui.main_window import MainWindow

paint, timers = MainWindow.paintEvent, []

def watch(window, event):
    from PySide6.QtCore import QTimer

    paint(window, event)
    if not timers:
        timers.append(QTimer())
        timers[0].timeout.connect(lambda: look(window))
        timers[0].start(20)

def look(window):
    if window.reminders is None:
        return  # what goes on beside the window comes last
    assert "attach_desktop.ui.affirmations.today" in sys.modules, "what was looked for is not where it was"
    read = [name for name in linecache.cache if "attach_desktop" in name]
    print(*sorted(sys.modules), len(read), flush=True)
    os._exit(0)

MainWindow.paintEvent = watch
sys.argv[1:] = ["--data-dir", sys.argv[1]]
main()
"""


def test_an_open_window_holds_nothing_large_that_it_does_not_need(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    ran = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)], capture_output=True, check=True, env=environment, encoding="utf-8"
    )
    *loaded, sources_read = ran.stdout.split()
    assert "attach_desktop.background" in loaded
    assert COSTLY & set(loaded) == set()
    assert sources_read == "0"
