"""Qt without a screen, for commands that lay out paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def application() -> QCoreApplication:
    """The program's own Qt application, or one that needs no screen; keep it for as long as Qt is used."""
    return QCoreApplication.instance() or QGuiApplication(["attach-desktop", "-platform", "offscreen"])
