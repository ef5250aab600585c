"""One reminder in the list: its name, when it comes, how it stands, and a menu with what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout

from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, label


class Line(NamedTuple):
    """A line of the menu."""

    text: str
    act: Callable[[], object]


class ReminderRow(QFrame):
    """``edit_asked`` comes when it is to be changed."""

    edit_asked = Signal()

    def __init__(self, name: str, plan: str, state: str, lines: Sequence[Line]) -> None:
        """``plan`` and ``state`` in words; ``lines`` are those of the menu."""
        super().__init__()
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, MEDIUM, NORMAL, MEDIUM)
        row.setSpacing(SMALL)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(name, "lead"))
        words.addWidget(label(plan, "muted"))
        words.addWidget(label(state, "small"))
        row.addLayout(words, 1)
        edit = button(self.tr("Edit"), self.edit_asked.emit, "quiet")
        edit.setAccessibleName(self.tr("Edit: {name}").format(name=name))
        row.addWidget(edit)
        more = QToolButton()
        more.setText("⋯")
        more.setAutoRaise(True)
        more.setProperty("role", "more")
        more.setAccessibleName(self.tr("What to do with: {name}").format(name=name))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for line in lines:
            menu.addAction(line.text).triggered.connect(lambda _=False, act=line.act: act())
        more.setMenu(menu)
        row.addWidget(more)
