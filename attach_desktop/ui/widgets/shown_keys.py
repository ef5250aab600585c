"""Keys that stand in a menu to be learned, while something else hears them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from attach_desktop.ui.later import Qt

#: What the menu bar does with what is on show, wherever the focus is.
EXPORT_KEY, PRINT_KEY = "Ctrl+Shift+E", "Ctrl+Shift+P"


def add_action(menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> QAction:
    """An action at the end of ``menu``; ``keys`` are shown beside it, not installed."""
    action = QAction(text, menu)
    action.triggered.connect(lambda: act())
    if keys:
        # What has the focus hears the key itself, or the menu bar does.
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    menu.addAction(action)
    return action
