"""A process with nothing but the tray icon, for tests: ``python -m tests.desktop.in_a_tray PATIENCE``.

It says whether there is a tray, waiting PATIENCE milliseconds for one, and where the icon is in it.
Then it prints a line for everything that is chosen in the menu, and ends with "quit".
"""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from attach_desktop.desktop.tray import Tray, TrayActs


def say(text: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    """Show the icon until "Quit" is chosen."""
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    acts = TrayActs(
        partial(say, "open"),
        partial(say, "mood"),
        partial(say, "hide"),
        partial(say, "pause"),
        app.quit,
        lambda: False,
        lambda: False,
        lambda: True,
    )
    tray = Tray(acts)

    def look() -> None:
        if not tray.turn_on() or tray._icon is None:
            return
        where = tray._icon.geometry().center()
        # Until the tray has taken it in, it lies in the corner at the top.
        if where.y() > 100:
            waiting.stop()
            say(f"on {tray.is_on} {where.x()} {where.y()}")

    def give_up() -> None:
        if not tray.is_on:
            say("no tray")
            app.quit()

    waiting = QTimer()
    waiting.timeout.connect(look)
    waiting.start(50)
    QTimer.singleShot(int(sys.argv[1]), give_up)
    code = app.exec()
    tray.turn_off()
    return code


if __name__ == "__main__":
    sys.exit(main())
