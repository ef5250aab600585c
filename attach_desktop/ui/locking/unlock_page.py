"""The page that asks for the passphrase. It shows nothing of what is behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Trouble, Waiting
from attach_desktop.ui.jobs import Job, Jobs, one_thread
from attach_desktop.ui.locking.reason import Reason, told
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.vault.vault import Vault

#: Opens the vault with a passphrase. Runs in another thread; raises AttachError.
OpenVault = Callable[[str], Vault]
_WIDTH = 440


class UnlockPage(QWidget):
    """One field. ``opened`` comes with the open vault, ``quit_asked`` when the person would rather quit."""

    opened = Signal(object)
    quit_asked = Signal()

    def __init__(
        self, open_vault: OpenVault, reason: Reason = Reason.START, minutes: int = 0, jobs: Jobs | None = None
    ) -> None:
        """``open_vault`` is called in another thread: deriving a key takes a moment, on purpose."""
        super().__init__()
        self._open_vault = open_vault
        self._jobs = jobs or Jobs(one_thread, self)
        self._job: Job | None = None
        self._leaving = False
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.field.textChanged.connect(lambda _: self._typed())
        self.field.returnPressed.connect(self._try)
        self.show_typed = QCheckBox(self.tr("Show what I type"))
        self.show_typed.toggled.connect(self._set_shown)
        self.trouble = Trouble()
        self.waiting = Waiting(None)
        self.why = label(told(reason, minutes), "muted")
        self.why.setVisible(reason is not Reason.START)
        self.open_button = button(self.tr("Open"), self._try, "primary")
        self.quit_button = button(self.tr("Quit"), self._quit)
        self._build()
        self._typed()
        self.setFocusProxy(self.field)

    def close_down(self) -> None:
        """Call off what is under way: the program ends."""
        self._leaving = True
        self._jobs.close()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        head = label(self.tr("Passphrase"), "muted")
        head.setBuddy(self.field)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        # Its place is kept: nothing moves when it comes.
        foot.addWidget(self.waiting, 1)
        foot.addWidget(self.quit_button)
        foot.addWidget(self.open_button)
        card = frame("card")
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(LARGE, LARGE, LARGE, NORMAL)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Your records are locked"), "title"))
        column.addWidget(self.why)
        column.addSpacing(MEDIUM)
        for part in (head, self.field, self.show_typed, self.trouble):
            column.addWidget(part)
        column.addSpacing(SMALL)
        column.addLayout(foot)
        policy = self.waiting.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.waiting.setSizePolicy(policy)
        self.waiting.hide()
        # Stretches, not an alignment: with one of those, Qt does not ask how high wrapped lines need it.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self.open_button.setEnabled(bool(self.field.text()) and self._job is None)

    def _set_shown(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.field.setFocus()

    def _try(self) -> None:
        typed, open_vault = self.field.text(), self._open_vault
        if not typed or self._job is not None:
            return
        self.trouble.clear()
        self.waiting.show()
        self.waiting.begin(self.tr("Opening …"))
        self._job = self._jobs.run(lambda _: open_vault(typed), self._opened, self._refused)
        self.field.setReadOnly(True)
        self._typed()

    def _quit(self) -> None:
        """At once, or as soon as the try under way has ended."""
        self._leaving = True
        if self._job is not None:
            self._job.cancel()
        else:
            self.quit_asked.emit()

    def _opened(self, vault: Vault) -> None:
        self._job = None
        if self._leaving:
            vault.close()
            self.quit_asked.emit()
            return
        self.field.clear()
        self.opened.emit(vault)

    def _refused(self, error: AttachError) -> None:
        self._job = None
        self.waiting.hide()
        if self._leaving:
            self.quit_asked.emit()
            return
        self.field.setReadOnly(False)
        self._typed()
        self.trouble.tell(error)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
