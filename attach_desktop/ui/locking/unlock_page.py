"""The page that asks for the passphrase. It shows nothing of what is behind it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from attach_desktop.errors import AttachError, VaultDamagedError
from attach_desktop.ui.dialogs.sheet import Trouble, Waiting, announce
from attach_desktop.ui.jobs import Job, Jobs, one_thread
from attach_desktop.ui.locking.card import centred_card
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.keyboard import caps_lock, caps_lock_now, keyboard_language
from attach_desktop.ui.locking.reason import Reason, told
from attach_desktop.ui.theme.tokens import MEDIUM, SMALL
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.vault import Vault

_WIDTH = 440


class UnlockPage(QWidget):
    """One field, for the passphrase or the recovery code. ``opened`` comes with the open vault.

    ``damaged`` comes with the error and what was typed, where that was right and the file is not.
    """

    opened = Signal(object)
    damaged = Signal(object, str)
    quit_asked = Signal()

    def __init__(self, door: Door, reason: Reason = Reason.START, minutes: int = 0, jobs: Jobs | None = None) -> None:
        """``door`` opens the vault in another thread: deriving a key takes a moment, on purpose."""
        super().__init__()
        self._door = door
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
        self.field.installEventFilter(self)
        self.keys = label("", "muted")
        self._caps: bool | None = caps_lock_now()
        QGuiApplication.inputMethod().localeChanged.connect(self._say_keys)
        self.pause = label("", "muted")
        self.pause.hide()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._say_pause)
        self.trouble = Trouble()
        self.waiting = Waiting(None)
        self.why = label(told(reason, minutes), "muted")
        self.why.setVisible(reason is not Reason.START)
        self.field.setAccessibleDescription(self.why.text())
        self.open_button = button(self.tr("Open"), self._try, "primary")
        self.quit_button = button(self.tr("Quit"), self._quit)
        self._build()
        self._say_keys()
        self._say_pause()
        self.setFocusProxy(self.field)
        # Only at the start: what the person or the system has locked, a key store must not open again.
        if reason is Reason.START and door.is_remembered:
            QTimer.singleShot(0, self, self._try_remembered)

    def close_down(self) -> None:
        """Call off what is under way: the program ends."""
        self._leaving = True
        self._jobs.close()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        head = label(self.tr("Passphrase or recovery code"), "muted")
        head.setBuddy(self.field)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        # Its place is kept: nothing moves when it comes.
        foot.addWidget(self.waiting, 1)
        foot.addWidget(self.quit_button)
        foot.addWidget(self.open_button)
        _, column = centred_card(self, _WIDTH)
        column.addWidget(label(self.tr("Your records are locked"), "title"))
        column.addWidget(self.why)
        column.addSpacing(MEDIUM)
        for part in (head, self.field, self.keys, self.show_typed, self.trouble, self.pause):
            column.addWidget(part)
        column.addSpacing(SMALL)
        column.addLayout(foot)
        policy = self.waiting.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.waiting.setSizePolicy(policy)
        self.waiting.hide()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        may = self._job is None and not self._tick.isActive()
        self.open_button.setEnabled(bool(self.field.text()) and may)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A capital letter without Shift gives Caps Lock away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            caps = caps_lock(event)
            if caps is not None or event.key() == Qt.Key.Key_CapsLock:
                self._caps = caps
                self._say_keys()
        elif event.type() in (QEvent.Type.KeyRelease, QEvent.Type.FocusIn):
            # Now the key has done what it does, or another window has.
            now = caps_lock_now()
            if now is not None:
                self._caps = now
                self._say_keys()
        return False

    def _say_keys(self) -> None:
        language = keyboard_language()
        said = [self.tr("Caps Lock is on.")] if self._caps else []
        if language:
            said.append(self.tr("Keyboard: {language}").format(language=language))
        before = self.keys.text()
        self.keys.setText("  ".join(said))
        self.keys.setVisible(bool(said))
        if self._caps and before != self.keys.text():
            announce(self.keys, self.keys.text())

    def _say_pause(self) -> None:
        """How long it is until the next try; nobody is kept from typing meanwhile."""
        seconds = math.ceil(self._door.seconds_to_wait())
        if seconds > 0:
            text = self.tr("Next try in a second") if seconds == 1 else self.tr("Next try in {count} seconds")
            self.pause.setText(text.format(count=seconds))
            self._tick.start()
        else:
            self._tick.stop()
        self.pause.setVisible(seconds > 0)
        self._typed()

    def _set_shown(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.field.setFocus()

    def _try(self) -> None:
        typed, door = self.field.text(), self._door
        if not typed or not self.open_button.isEnabled():
            return
        self.trouble.clear()
        self.waiting.show()
        self.waiting.begin(self.tr("Opening …"))
        self._job = self._jobs.run(lambda _: door.open_typed(typed), self._opened, self._refused)
        self.field.setReadOnly(True)
        self._typed()

    def _try_remembered(self) -> None:
        door = self._door
        self.waiting.show()
        self.waiting.begin(self.tr("Asking this computer’s key store …"))
        self._job = self._jobs.run(lambda _: door.open_remembered(), self._remembered, self._refused)
        self.field.setReadOnly(True)
        self._typed()

    def _remembered(self, vault: Vault | None) -> None:
        if vault is not None:
            self._opened(vault)
            return
        self._job = None
        self.waiting.hide()
        if self._leaving:
            self.quit_asked.emit()
            return
        self.field.setReadOnly(False)
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
        self._say_pause()
        if isinstance(error, VaultDamagedError):
            self.damaged.emit(error, self.field.text())
            return
        self.trouble.tell(error)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
