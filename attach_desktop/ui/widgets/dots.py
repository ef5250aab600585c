"""Three dots that open a menu of what can be done with something."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton


def dots(name: str) -> QToolButton:
    """The button; ``name`` is what a screen reader calls it."""
    made = QToolButton()
    made.setText("⋯")
    made.setAutoRaise(True)
    made.setProperty("role", "more")
    made.setAccessibleName(name)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made
