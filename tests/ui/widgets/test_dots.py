"""Three dots that open a menu."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QToolButton

from attach_desktop.ui.widgets.dots import dots
from tests.ui.hands import spoken_name


def test_they_say_what_they_are_for_and_open_at_once(qapp: QApplication) -> None:
    made = dots("What to do with it")
    assert spoken_name(made) == "What to do with it"
    assert made.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup
