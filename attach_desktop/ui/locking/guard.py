"""Decides when to lock and hears the key that hides: the person's choices beside what happens around the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from attach_desktop.clock import Clock
from attach_desktop.ui.locking.choices import Choices
from attach_desktop.ui.locking.hide_key import HideKey
from attach_desktop.ui.locking.idle import Idle
from attach_desktop.ui.locking.input_watch import InputWatch
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.vault.vault import Vault


class Lockable(Protocol):
    """What it guards."""

    vault: Vault | None

    @property
    def unlocked(self) -> SignalInstance:
        """A vault is open."""
        ...

    @property
    def locking(self) -> SignalInstance:
        """The vault is about to be closed."""
        ...

    def lock(self, reason: Reason, minutes: int = 0) -> bool:
        """Lock; False if there is nothing to lock."""
        ...

    def hide_window(self) -> None:
        """Hide."""
        ...


class Guard(QObject):
    """Guards one program, for as long as it runs."""

    def __init__(self, program: Lockable, clock: Clock, parent: QObject | None = None) -> None:
        """Guards at once. ``clock`` is the wall clock."""
        super().__init__(parent)
        self._program = program
        self.choices = Choices()
        self.idle = Idle(clock, self)
        self.idle.over.connect(self._nothing_pressed)
        self.watch = InputWatch(self.idle, self)
        self.watch.hide_asked.connect(program.hide_window)
        self._unsubscribe: Callable[[], None] = _nothing
        program.unlocked.connect(self._opened)
        program.locking.connect(self._closing)
        self._opened()

    def screen_locked(self) -> None:
        """The person locked the screen."""
        if self.choices.screen:
            self._program.lock(Reason.SCREEN)

    def about_to_sleep(self) -> bool:
        """The computer is about to sleep; whether something is now being locked that it had better wait for."""
        return self.choices.sleep and self._program.lock(Reason.SLEEP)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        vault = self._program.vault
        if vault is None:
            self.watch.hide_key = HideKey(self.choices.hide_key)
            return
        self._unsubscribe = vault.changes.subscribe("settings", self._read)
        self._minutes = -1
        self._read()

    def _read(self) -> None:
        vault = self._program.vault
        if vault is None:
            return
        self.choices = Choices.read(vault.settings)
        self.watch.hide_key = HideKey(self.choices.hide_key)
        minutes = self.choices.minutes if vault.encrypted else 0
        if minutes != self._minutes:
            self._minutes = minutes
            self.idle.begin(minutes)

    def _closing(self) -> None:
        self._unsubscribe()
        self._unsubscribe = _nothing
        self.idle.end()

    def _nothing_pressed(self) -> None:
        self._program.lock(Reason.IDLE, self.choices.minutes)


def _nothing() -> None:
    return None
