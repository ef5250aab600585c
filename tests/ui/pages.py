"""A page of no kind, for tests of the window around pages."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from attach_desktop.ui.house import House
from attach_desktop.ui.tabs import TabSpec


class NotedPage(QWidget):
    """A page with one field, that notes what the window asks of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        QVBoxLayout(self).addWidget(self.field)

    def complete(self) -> None:
        """Note it."""
        self.asked.append("complete")

    def start(self) -> None:
        """Note it, and take the focus."""
        self.asked.append("start")
        self.field.setFocus()

    def leave(self) -> None:
        """Note it."""
        self.asked.append("leave")

    def release(self) -> None:
        """Note it."""
        self.asked.append("release")


def noted(key: str) -> TabSpec:
    """A tab with such a page."""

    def build(house: House) -> QWidget:
        return NotedPage(key)

    return TabSpec(key, key.title(), build)
