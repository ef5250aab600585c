"""Draws every tab, and the summary, at two sizes, light and dark: ``python -m tests.screenshots [FOLDER]``."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from attach_desktop.changes import Changes
from attach_desktop.demo import fill
from attach_desktop.ui.dialogs.sheet import Sheet
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.program import Program
from attach_desktop.ui.summary.dialog import SummaryDialog
from attach_desktop.ui.tabs import TABS
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock

SIZES = (QSize(1280, 800), QSize(900, 600))
THEMES = ("light", "dark")
NOW = datetime(2026, 11, 8, 21, 40, tzinfo=ZoneInfo("Europe/Berlin"))


def draw(folder: Path) -> list[Path]:
    """Draw every picture into ``folder``; returns what was drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["attach-desktop"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    drawn = []
    with tempfile.TemporaryDirectory() as home:
        vault = Vault.open(Path(home) / "attach.vault", FixedClock(NOW), Changes())
        fill(vault, 900, 3.0, 7, NOW)
        vault.settings.set("welcomed", True)
        for choice in THEMES:
            theme = Theme(app, choice)
            for size in SIZES:
                window = MainWindow(vault, theme)
                window.resize(size)
                window.show()
                window.complete()
                for spec in TABS:
                    page = window.open_tab(spec.key)
                    for _ in range(3):
                        app.processEvents()
                    while getattr(page, "busy", False):  # cards that are worked out in another thread
                        app.processEvents()
                    for _ in range(5):
                        app.processEvents()
                    path = folder / f"{spec.key}-{size.width()}-{choice}.png"
                    window.grab().save(str(path))
                    drawn.append(path)
                drawn.append(_summary(folder / f"summary-{size.width()}-{choice}.png", app, window))
                window.close()
                window.deleteLater()
                app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        vault.close()
        drawn += _around(folder, app, Path(home))
    return drawn


def _summary(path: Path, app: QApplication, window: MainWindow) -> Path:
    """The window that prints a summary, over the window it belongs to."""
    today = NOW.date()
    dialog = SummaryDialog(
        window.vault, window.theme, window.complain, window, tab="today", on_show=(today - timedelta(days=89), today)
    )
    dialog.show()
    while not dialog.laying.current or dialog.laying.busy:
        app.processEvents()
    for _ in range(5):
        app.processEvents()
    dialog.grab().save(str(path))
    dialog.done(0)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path


def _around(folder: Path, app: QApplication, home: Path) -> list[Path]:
    """What is around the tabs: unlocking, with a reason to have locked, and the dialogs about privacy."""
    door = Door(home / "locked.vault", FixedClock(NOW), CHEAP_COSTS)
    vault = door.open(lambda: "x")
    fill(vault, 900, 3.0, 7, NOW)
    door.backups.make(vault, "daily")
    vault.close()
    drawn = []

    def take(widget: QWidget, name: str) -> None:
        for _ in range(3):
            app.processEvents()
        path = folder / f"{name}.png"
        widget.grab().save(str(path))
        drawn.append(path)

    for choice, size in zip(THEMES, SIZES, strict=True):
        program = Program(app, door)
        program.begin(lambda: "x")
        program.theme.choose(choice)
        program.window.resize(size)
        program.window.show()
        program.window.complete()
        for name, show in (("privacy", program.open_privacy), ("backups", program.open_backups)):
            show()
            [dialog] = [one for one in app.topLevelWidgets() if isinstance(one, Sheet) and one.isVisible()]
            take(dialog, f"{name}-{choice}")
            dialog.done(0)
        program.lock(Reason.IDLE, 10)
        take(program.window, f"locked-{size.width()}-{choice}")
        program.quit()
        program.end()
    return drawn


if __name__ == "__main__":
    for picture in draw(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")):
        sys.stdout.write(f"{picture}\n")
