"""Whether reminders can arrive on this desktop, as it is, and a way to try it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.reminding.reach import sentences, ways_words
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.column import emptied
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.listed import listed


class ReachCard(QWidget):
    """Says what the desktop has, and holds the two choices about the background."""

    def __init__(self, shell: Shell) -> None:
        """Empty until ``refresh``; hidden where there is no program around the window to ask."""
        super().__init__()
        self._shell = shell
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(LARGE, NORMAL, LARGE, NORMAL)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Can reminders reach me here?"), "lead"))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(SMALL)
        column.addLayout(self._facts)
        self.stay = QCheckBox(self.tr("Stay in the background when the window is closed"))
        self.session = QCheckBox(self.tr("Start with my session, hidden"))
        for box in (self.stay, self.session):
            # As wide as its words: the ring of the focus goes around it.
            column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(button(self.tr("Try it now"), self._try))
        self._tried = label("", "muted")
        row.addWidget(self._tried, 1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.stay.clicked.connect(self._stay)
        self.session.clicked.connect(self._start_with_session)

    def refresh(self) -> None:
        """Ask the desktop again."""
        desk = self._shell.reminders
        self.setVisible(desk is not None)
        if desk is None:
            return
        emptied(self._facts)
        for sentence in sentences(desk.reach()):
            self._facts.addWidget(listed(sentence))
        self.stay.setChecked(desk.stays())
        self.session.setChecked(desk.starts_with_session())

    def _try(self) -> None:
        desk = self._shell.reminders
        if desk is not None:
            self._tried.setText(ways_words(desk.try_now()))

    def _stay(self, on: bool) -> None:
        desk = self._shell.reminders
        if desk is not None:
            self._guarded(lambda: desk.stay(on=on))
        self.refresh()

    def _start_with_session(self, on: bool) -> None:
        desk = self._shell.reminders
        if desk is not None:
            self._guarded(lambda: desk.start_with_session(on=on))
        self.refresh()

    def _guarded(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AttachError as error:
            self._shell.complain(error)
