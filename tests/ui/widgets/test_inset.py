from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSpinBox

from attach_desktop.ui.widgets.inset import inset


def test_the_text_keeps_off_the_frame(on_screen: Callable[..., None]) -> None:
    field = QSpinBox()
    assert inset(field) is field
    on_screen(field)
    margins = field.lineEdit().textMargins()
    assert margins.left() == margins.right() > 0
