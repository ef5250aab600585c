"""When it locks and how it hides: the person's choices, kept as soon as they are made."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QKeySequenceEdit, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.locking.choices import HIDE_KEY, MINUTES, Choices
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.keeping import Settings

_KEYS = 2


class LockingChoices(QWidget):
    """The choices that are kept in the vault, and whether to be discreet, which is known before it opens."""

    def __init__(
        self,
        settings: Settings,
        *,
        encrypted: bool,
        discreet: bool,
        set_discreet: Callable[[bool], None],
        complain: Callable[[AttachError], None],
    ) -> None:
        """Without ``encrypted`` nothing locks, and only hiding is offered."""
        super().__init__()
        self._settings, self._complain = settings, complain
        self._choices = Choices.read(settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        self.minutes = self._minutes()
        self.screen_lock = self._switch(self.tr("and when the screen is locked"), self._choices.screen, "screen")
        self.sleep = self._switch(self.tr("and before the computer sleeps"), self._choices.sleep, "sleep")
        self.hidden = self._switch(self.tr("and when the window is hidden"), self._choices.hidden, "hidden")
        if encrypted:
            idle = QHBoxLayout()
            idle.setSpacing(SMALL)
            head = label(self.tr("Without a key or a click, it locks after"), wrap=False)
            head.setBuddy(self.minutes)
            idle.addWidget(head)
            idle.addWidget(self.minutes)
            idle.addStretch()
            column.addLayout(idle)
            for one in (self.screen_lock, self.sleep, self.hidden):
                column.addWidget(one)
        else:
            column.addWidget(
                label(self.tr("Without a passphrase there is nothing to lock: Hide takes the window away, no more."))
            )
        column.addSpacing(SMALL)
        column.addLayout(self._hide_row())
        text = self.tr("Be discreet: the window calls itself “Notes”")
        if os.name == "nt":
            text += self.tr(", and stays out of pictures of the screen as far as Windows does that")
        self.discreet = QCheckBox(text)
        self.discreet.setChecked(discreet)
        self.discreet.toggled.connect(lambda on: set_discreet(on))
        column.addWidget(self.discreet)

    # -- building --------------------------------------------------------------------------------------------------

    def _minutes(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Minutes without a key or a click"))
        for minutes in MINUTES:
            one, several = self.tr("1 minute"), self.tr("{count} minutes")
            text = (one if minutes == 1 else several.format(count=minutes)) if minutes else self.tr("never")
            box.addItem(text, minutes)
        box.setCurrentIndex(MINUTES.index(self._choices.minutes))
        box.activated.connect(lambda _: self._keep(minutes=int(box.currentData())))
        return box

    def _switch(self, text: str, on: bool, name: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setAccessibleName(self.tr("Locks {when}").format(when=text))
        box.setChecked(on)
        box.toggled.connect(lambda checked: self._keep(**{name: checked}))
        return box

    def _hide_row(self) -> QHBoxLayout:
        self.key = QKeySequenceEdit(QKeySequence(self._choices.hide_key))
        self.key.setAccessibleName(self.tr("The key that hides; press it here, once or twice"))
        self.key.setMaximumSequenceLength(_KEYS)
        self.key.setMaximumWidth(self.key.fontMetrics().averageCharWidth() * 24)
        self.key.editingFinished.connect(self._keep_key)
        self.usual = button(self.tr("Esc twice"), lambda: self._set_key(HIDE_KEY), "quiet")
        self.none = button(self.tr("No key"), lambda: self._set_key(""), "quiet")
        head = label(self.tr("The key that hides"), wrap=False)
        head.setBuddy(self.key)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for part in (head, self.key, self.usual, self.none):
            row.addWidget(part)
        row.addStretch()
        return row

    # -- inside ----------------------------------------------------------------------------------------------------

    def _set_key(self, keys: str) -> None:
        self.key.setKeySequence(QKeySequence(keys))
        self._keep_key()

    def _keep_key(self) -> None:
        self._keep(hide_key=self.key.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _keep(self, **changed: object) -> None:
        chosen: Choices = replace(self._choices, **changed)  # type: ignore[arg-type]
        try:
            chosen.write(self._settings)
        except AttachError as error:
            self._complain(error)
            return
        self._choices = chosen


def what_is_heard(sleep: bool, screen: bool) -> str:
    """What this system tells programs, and what it does not, truthfully."""
    if sleep and screen:
        return _tr("This system says when the screen is locked and when the computer is about to sleep.")
    if screen:
        unheard = _tr("This system says when the screen is locked, but not when the computer is about to sleep.")
    elif sleep:
        unheard = _tr("This system says when the computer is about to sleep, but not when the screen is locked.")
        return unheard + " " + _tr("Lock now (Ctrl+L) does that at any time.")
    else:
        unheard = _tr("This system says neither when the screen is locked nor when the computer sleeps.")
    return unheard + " " + _tr("The hours asleep count as hours without a key.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("LockingChoices", text)
