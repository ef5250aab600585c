"""Qt's own file dialog keeps a list of the folders that were opened, among the settings. Here it does not."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings


def remember_no_folders() -> None:
    """From now on, in this process. Dialogs of the desktop itself (its portal, Windows, macOS) do as they like."""
    if os.name == "posix":
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
