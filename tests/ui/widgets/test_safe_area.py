"""A scroll area that a screen reader can look at while it changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea

import attach_desktop.ui
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.safe_area import SafeArea
from tests.ui.hands import settle

UI = Path(attach_desktop.ui.__path__[0])


def test_a_child_that_is_gone_is_nothing(theme: Theme, on_screen: Callable[..., None]) -> None:
    area = SafeArea()
    inside = QLabel("text")
    inside.setFixedSize(100, 2000)
    area.setWidget(inside)
    on_screen(area, QSize(200, 200))
    interface = QAccessible.queryAccessibleInterface(area)
    counted = interface.childCount()
    assert area.verticalScrollBar().isVisible()
    inside.setFixedSize(100, 20)
    settle()
    assert not area.verticalScrollBar().isVisible()
    # What Qt has for its own scroll area ends the process here.
    for number in range(counted, counted + 3):
        assert interface.child(number) is None
    for number in range(interface.childCount()):
        assert interface.child(number) is not None


def test_it_is_a_scroll_area_to_everybody_else() -> None:
    area = SafeArea()
    assert isinstance(area, QScrollArea)
    assert area.inherits("QScrollArea")
    area.deleteLater()


def test_no_other_kind_is_used() -> None:
    made = re.compile(r"\bQScrollArea\(|\((?:.*, )?QScrollArea\b.*\):$")
    found = [
        f"{file.relative_to(UI)}: {line.strip()}"
        for file in sorted(UI.rglob("*.py"))
        for line in file.read_text("utf-8").splitlines()
        if made.search(line) and file.name != "safe_area.py"
    ]
    assert found == []
