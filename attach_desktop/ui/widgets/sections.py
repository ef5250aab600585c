"""Sections of a page: a row of buttons, and below them the one section that was chosen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.ui.theme.tokens import LARGE, SMALL
from attach_desktop.ui.widgets.labels import button


class Sections(QWidget):
    """One section shows at a time, and its button is checked. ``opened`` tells which, whenever one is opened."""

    opened = Signal(int)

    def __init__(self, sections: Iterable[tuple[str, QWidget]]) -> None:
        """Each of ``sections`` with the words on its button; the first one shows."""
        super().__init__()
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(LARGE, SMALL, LARGE, 0)
        head.setSpacing(SMALL)
        # No button group: Tab then reaches each of them, not only the one that is chosen.
        self._choices: list[QPushButton] = []
        for number, (text, section) in enumerate(sections):
            # A click toggles it, and so does an assistive technology, which does not click.
            choice = button(text, lambda: None, "section")
            choice.setCheckable(True)
            choice.setChecked(number == 0)
            choice.toggled.connect(partial(self._toggled, number))
            self._choices.append(choice)
            head.addWidget(choice)
            self._stack.addWidget(section)
        head.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)

    @property
    def section(self) -> QWidget | None:
        """The section that shows."""
        return self._stack.currentWidget()

    def open(self, number: int) -> None:
        """Show a section, counted from 0."""
        self._stack.setCurrentIndex(number)
        for at, choice in enumerate(self._choices):
            choice.setChecked(at == number)
        self.opened.emit(number)

    def start(self) -> None:
        """Give the focus to the button of the section that shows, where the section itself has nothing to do in."""
        self._choices[self._stack.currentIndex()].setFocus()

    def _toggled(self, number: int, on: bool) -> None:
        shown = self._stack.currentIndex() == number
        if on and not shown:
            self.open(number)
        elif not on and shown:
            self._choices[number].setChecked(True)
