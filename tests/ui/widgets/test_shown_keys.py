"""Keys that stand in a menu to be learned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from attach_desktop.ui.widgets.shown_keys import add_action


def test_a_key_is_shown_and_not_taken_from_whoever_hears_it(qapp: QApplication) -> None:
    menu, done = QMenu(), list[str]()
    with_key = add_action(menu, "One", lambda: done.append("one"), "Ctrl+Shift+E")
    without = add_action(menu, "Two", lambda: done.append("two"))
    assert with_key.shortcut() == QKeySequence("Ctrl+Shift+E")
    assert with_key.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
    assert without.shortcut().isEmpty()
    for action in menu.actions():
        action.trigger()
    assert done == ["one", "two"]
