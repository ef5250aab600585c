"""The program for as long as it runs: one window, and at most one open vault, which comes and goes with the lock.

What lives longer than an open vault (tray, reminders, single instance, session lock) hangs on this object's signals
and finds the vault in ``vault``: None while it is locked. What lives as long as an open vault begins with ``unlocked``
and ends with ``locking``.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from attach_desktop.errors import PassphraseError
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS, TabSpec
from attach_desktop.ui.theme.theme import FOLLOW, Theme
from attach_desktop.vault.vault import Ask, Vault

if TYPE_CHECKING:
    from attach_desktop.ui.locking.unlock_page import UnlockPage

#: Opens the vault, with somebody to ask for the passphrase or without. Raises AttachError.
OpenVault = Callable[[Ask | None], Vault]

LOCK_WHEN_HIDDEN = "lock-when-hidden"


class Program(QObject):
    """Opens, locks, hides and shows; is the Desk of the window."""

    #: The vault is about to be closed: let go of it. With the Reason.
    locking = Signal(str)
    #: No vault is open any more. With the Reason.
    locked = Signal(str)
    #: A vault is open in the window.
    unlocked = Signal()
    hidden = Signal()
    shown = Signal()
    #: The window has been closed and the program ends.
    left = Signal()

    def __init__(
        self,
        app: QApplication,
        open_vault: OpenVault,
        tabs: tuple[TabSpec, ...] = TABS,
        *,
        demo: bool = False,
    ) -> None:
        """``open_vault`` may be called in another thread. Nothing is opened yet."""
        super().__init__()
        self._app, self._open_vault, self._specs, self._demo = app, open_vault, tabs, demo
        self.vault: Vault | None = None
        #: Whether something (tray, single instance) can bring the window back after it was hidden.
        self.can_come_back = False
        #: Whether the program goes on in the background when its window is closed.
        self.stays = False
        self._tab = ""
        self._leaving = self._left = False
        self._unlocking: UnlockPage | None = None

    def begin(self, ask: Ask | None) -> None:
        """Open the vault and build the window, not shown yet; locked where there is nobody to ask but the person.

        Raises AttachError where the vault cannot be opened; PassphraseError only where ``ask`` was wrong.
        """
        # A hidden window is not a closed one, and its last dialog must not take the program with it.
        self._app.setQuitOnLastWindowClosed(False)
        try:
            self.vault = self._open_vault(ask)
        except PassphraseError:
            if ask is not None:
                raise
        choice = FOLLOW if self.vault is None else self.vault.settings.get("theme", FOLLOW)
        self.theme = Theme(self._app, choice, dressed=False)
        self.window = MainWindow(self.vault, self.theme, self._specs, demo=self._demo, desk=self)
        if self.vault is None:
            self.window.cover(self._unlock_page(Reason.START))
        self.theme.dress()

    def end(self) -> None:
        """Free the window and close the vault."""
        from PySide6.QtCore import QEvent

        self.window.deleteLater()
        # By its name: outside of an event loop, "all events" leaves out the ones that delete.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.vault is not None:
            self.vault.close()
            self.vault = None

    # -- locking ---------------------------------------------------------------------------------------------------

    @property
    def can_lock(self) -> bool:
        """Whether there is something to lock, and a passphrase to lock it with."""
        return self.vault is not None and self.window.is_open and self.vault.encrypted

    def lock_now(self) -> None:
        """Lock, because the person said so."""
        self.lock(Reason.ASKED)

    def lock(self, reason: Reason) -> bool:
        """Lock: seal what is half-written, close dialogs, destroy the pages, close the vault, ask for the passphrase.

        Everything is out of sight when this returns; ``locked`` comes when it is out of memory, too. False if there is
        nothing to lock.
        """
        if not self.can_lock:
            return False
        self._put_away(self._unlock_page(reason), reason)
        return True

    def _put_away(self, cover: QWidget, reason: Reason) -> None:
        self._tab = self.window.tab
        self.window.keep_all()
        self._close_dialogs()
        self.locking.emit(reason.value)
        self._destroy(self.window.cover(cover), reason)

    def _destroy(self, before: QWidget | None, reason: Reason) -> None:
        """Destroy the pages and close the vault as soon as nobody is in the middle of a call to a page."""

        def destroy() -> None:
            if QThread.currentThread().loopLevel() > 1:
                # A dialog's own loop: it was told to end and is about to.
                QTimer.singleShot(1, destroy)
                return
            from shiboken6 import delete

            if before is not None:
                delete(before)
            vault, self.vault = self.vault, None
            if vault is not None:
                vault.close()
            # What start-up made was set aside for good (app.py), the first page among it.
            gc.unfreeze()
            gc.collect()
            self.locked.emit(reason.value)

        QTimer.singleShot(0, destroy)

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget is self.window or not widget.isVisible():
                continue
            if isinstance(widget, QDialog):
                # Not reject: one with work under way would only call that off, and stay until it has ended.
                widget.done(QDialog.DialogCode.Rejected)
            else:
                widget.close()

    def _unlock_page(self, reason: Reason) -> QWidget:
        from attach_desktop.ui.locking.unlock_page import UnlockPage

        open_vault = self._open_vault
        page = UnlockPage(lambda typed: open_vault(lambda: typed), reason)
        page.opened.connect(self._enter)
        page.quit_asked.connect(self.quit)
        self._unlocking = page
        return page

    def _enter(self, vault: Vault) -> None:
        self.vault, self._unlocking = vault, None
        choice = vault.settings.get("theme", FOLLOW)
        if choice != self.theme.choice:
            self.theme.choose(choice)
        self.window.uncover(vault, self._tab)
        self.window.start()
        self.unlocked.emit()

    # -- out of sight and back -------------------------------------------------------------------------------------

    def hide_window(self) -> None:
        """Take the window out of sight at once, dialogs and all; lock behind it, where there is a passphrase."""
        self.window.set_neutral(True)
        if self.can_come_back:
            self.window.hide()
        else:
            self.window.showMinimized()
        self.hidden.emit()
        QTimer.singleShot(0, self._settle_hidden)

    def _settle_hidden(self) -> None:
        if self.vault is not None and self.vault.settings.get(LOCK_WHEN_HIDDEN, True) and self.lock(Reason.HIDDEN):
            return
        self.window.keep_all()
        self._close_dialogs()

    def show_window(self, page: str | None = None) -> None:
        """Bring the window to the front, on the tab ``page`` if one is named; after unlocking, if it is locked."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if page is not None:
            self._tab = page
            self.window.open_tab(page)
        self.window.set_neutral(False)
        self.shown.emit()

    def may_close(self) -> bool:
        """Whether closing the window ends the program; otherwise it has been hidden instead."""
        if self.stays and not self._leaving:
            self.hide_window()
            return False
        if not self._left:
            self._left = True
            self._close_dialogs()
            if self._unlocking is not None:
                self._unlocking.close_down()
            QTimer.singleShot(0, self.left.emit)
        return True

    def quit(self) -> None:
        """End the program; what is half-written is kept."""
        self._leaving = True
        self.window.close()

    # -- the person's choices about all this -----------------------------------------------------------------------

    def open_passphrase(self) -> None:
        """Set, change or remove the passphrase."""

    def open_backups(self) -> None:
        """Show the backups."""

    def open_privacy(self) -> None:
        """Show where everything lies and what protects it."""
