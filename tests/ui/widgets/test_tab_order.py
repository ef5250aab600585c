"""Tab goes where the eye goes, also through what was built later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.scale_row import ScaleRow
from attach_desktop.ui.widgets.tab_order import chain_after
from tests.ui.hands import focus, press, spoken_name, write


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    return made


def passed(times: int) -> list[str]:
    found = []
    for _ in range(times):
        press(Qt.Key.Key_Tab)
        found.append(spoken_name(focus()))
    return found


def test_what_comes_later_is_reached_in_its_place(theme: Theme, on_screen: Callable[..., None]) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, last = field("first"), field("last")
    for widget in (first, last):
        column.addWidget(widget)
    on_screen(window)
    later = QWidget()
    inside = QVBoxLayout(later)
    scale = ScaleRow(theme, "Strength", 0, 10)
    parts: tuple[QWidget, ...] = (QLabel("words"), ChipField("Words", ""), scale, field("inner"))
    for part in parts:
        inside.addWidget(part)
    column.insertWidget(1, later)
    later.show()
    chain_after(first, later)
    first.setFocus()
    assert passed(4) == ["Words", "Strength: 0 of 10", "inner", "last"]
    # The point of a scale that was chosen keeps the place of the scale.
    first.setFocus()
    passed(2)
    write("7")
    assert passed(2) == ["inner", "last"]
    first.setFocus()
    assert passed(3) == ["Words", "Strength: 7 of 10", "inner"]
