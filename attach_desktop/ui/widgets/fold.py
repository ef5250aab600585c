"""A fold: a heading that opens in place. What is inside is built when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.ui.widgets.labels import button
from attach_desktop.ui.widgets.tab_order import chain_after


class Fold(QWidget):
    """Opens and closes; nothing inside is lost when it closes."""

    opened = Signal()

    def __init__(self, title: str, build: Callable[[], QWidget]) -> None:
        """``build`` makes the inside, once."""
        super().__init__()
        self._title, self._build = title, build
        self._inside: QWidget | None = None
        self._head = button("", self.toggle, "fold")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self._head)
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether the inside is on show."""
        return self._inside is not None and not self._inside.isHidden()

    @property
    def is_built(self) -> bool:
        """Whether the inside has been made yet."""
        return self._inside is not None

    @property
    def inside(self) -> QWidget | None:
        """What is inside, if it has been made yet."""
        return self._inside

    def toggle(self) -> None:
        """Open or close."""
        self.set_open(not self.is_open)

    def set_open(self, is_open: bool) -> None:
        """Open or close."""
        if is_open and self._inside is None:
            self._inside = self._build()
            self._box.addWidget(self._inside)
            chain_after(self._head, self._inside)
        if self._inside is not None:
            self._inside.setVisible(is_open)
        self._show()
        if is_open:
            self.opened.emit()

    def _show(self) -> None:
        self._head.setText(("▾  " if self.is_open else "▸  ") + self._title)
        state = self.tr("open") if self.is_open else self.tr("closed")
        self._head.setAccessibleName(f"{self._title}, {state}")
