"""The first page of all, in fewer than eighty words: what this is and is not, and who can perhaps read it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, label

WELCOMED = "welcomed"


class FirstRun(QFrame):
    """Shown until it has been read once."""

    def __init__(self, shell: Shell, done: Callable[[], None], *, encrypted: bool = False) -> None:
        """``done`` is called when it has been read; where the records are ``encrypted`` no passphrase is offered."""
        super().__init__()
        self._encrypted = encrypted
        self.setProperty("role", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(NORMAL, NORMAL, NORMAL, NORMAL)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Welcome"), "lead"))
        for text in self.sentences():
            column.addWidget(label(text))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.begin = button(self.tr("Begin"), done, "primary")
        row.addWidget(self.begin)
        if not encrypted:
            row.addWidget(button(self.tr("Set a passphrase …"), shell.protect, "quiet"))
        row.addWidget(button(self.tr("Look around with made-up records"), shell.look_around, "quiet"))
        row.addStretch()
        column.addLayout(row)

    def sentences(self) -> list[str]:
        """What it says."""
        if self._encrypted:
            who = self.tr("Only your passphrase opens your records.")
        else:
            who = self.tr("Whoever can use this account can perhaps read it, until you set a passphrase.")
        return [
            self.tr("Attach is a place to notice how you relate to others, and what helps."),
            self.tr("It is not therapy, and not for emergencies. The quiz has not been tested by researchers."),
            self.tr("Everything stays on this computer; nothing is sent anywhere.") + " " + who,
        ]
