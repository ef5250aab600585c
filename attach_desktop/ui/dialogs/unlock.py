"""The small window that asks for the passphrase before anything else is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, Waiting
from attach_desktop.ui.jobs import Job, Jobs, one_thread
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.vault import Vault

#: Opens the vault with a passphrase. Runs in another thread; raises AttachError.
OpenVault = Callable[[str], Vault]


def unlock(open_vault: OpenVault) -> Vault | None:
    """Ask until a passphrase opens the vault; None if the person would rather quit."""
    from attach_desktop.ui.theme.theme import Theme

    # Which theme the person chose lies in the vault; until it is open, the system's is followed.
    app = QApplication.instance()
    theme = Theme(app) if isinstance(app, QApplication) else None
    dialog = UnlockDialog(open_vault)
    dialog.exec()
    opened = dialog.vault
    dialog.deleteLater()
    if theme is not None:
        theme.deleteLater()
    return opened


class UnlockDialog(Sheet):
    """One field. ``vault`` is the open vault once it has been accepted."""

    def __init__(self, open_vault: OpenVault, jobs: Jobs | None = None) -> None:
        """``open_vault`` is called in another thread: deriving a key takes a moment, on purpose."""
        super().__init__(None, 420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._open_vault = open_vault
        self._jobs = jobs or Jobs(one_thread, self)
        if jobs is None:
            self.finished.connect(self._jobs.close)
        self._job: Job | None = None
        self._leaving = False
        self.vault: Vault | None = None
        self.set_title(self.tr("Attach"))
        self.heading.setText(self.tr("Your records are locked"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.field.textChanged.connect(lambda _: self._typed())
        head = label(self.tr("Passphrase"), "muted")
        head.setBuddy(self.field)
        self.show_typed = QCheckBox(self.tr("Show what I type"))
        self.show_typed.toggled.connect(self._set_shown)
        self.trouble = Trouble()
        self.waiting = Waiting(None)
        self.column.setSpacing(SMALL)
        for part in (head, self.field, self.show_typed, self.trouble, self.waiting):
            self.column.addWidget(part)
        self.column.addStretch()
        policy = self.waiting.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.waiting.setSizePolicy(policy)
        self.waiting.hide()
        self.open_button = self.primary(self.tr("Open"), self._try)
        self.quit_button = button(self.tr("Quit"), self.reject)
        self.foot.addStretch()
        self.foot.addWidget(self.quit_button)
        self.foot.addWidget(self.open_button)
        self._typed()
        self.field.setFocus()

    def reject(self) -> None:
        """Escape and Quit: at once, or as soon as the try under way has ended."""
        if self._job is not None:
            self._leaving = True
            self._job.cancel()
        else:
            super().reject()

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

    def _opened(self, vault: Vault) -> None:
        self._job = None
        if self._leaving:
            vault.close()
            super().reject()
            return
        self.vault = vault
        self.field.clear()
        self.accept()

    def _refused(self, error: AttachError) -> None:
        self._job = None
        self.waiting.hide()
        if self._leaving:
            super().reject()
            return
        self.field.setReadOnly(False)
        self._typed()
        self.trouble.tell(error)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
