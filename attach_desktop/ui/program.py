"""The program for as long as it runs: one window, and at most one open vault, which comes and goes with the lock.

What lives longer than an open vault (tray, reminders, single instance, session lock) hangs on this object's signals
and finds the vault in ``vault``: None while it is locked. What lives as long as an open vault begins with ``unlocked``
and ends with ``locking``.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from attach_desktop.errors import AttachError, PassphraseError, StorageError, VaultDamagedError
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS, TabSpec
from attach_desktop.ui.theme.theme import FOLLOW, Theme
from attach_desktop.vault.vault import Ask, Vault

if TYPE_CHECKING:
    from attach_desktop.ui.locking.choices import Step
    from attach_desktop.ui.locking.work_page import FileWork
    from attach_desktop.vault.key import Key


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
    discretion_changed = Signal()
    #: The window has been closed and the program ends.
    left = Signal()

    def __init__(self, app: QApplication, door: Door, tabs: tuple[TabSpec, ...] = TABS, *, demo: bool = False) -> None:
        """Around the vault behind ``door``. Nothing is opened yet."""
        super().__init__()
        self._app, self.door, self._specs, self._demo = app, door, tabs, demo
        self.vault: Vault | None = None
        #: Whether something (tray, single instance) can bring the window back after it was hidden.
        self.can_come_back = False
        #: Whether the program goes on in the background when its window is closed.
        self.stays = False
        #: Asks what to do when the window is closed; True while it is asking, and the window stays.
        self.ask_before_closing: Callable[[], bool] | None = None
        self._tab = ""
        self._leaving = self._left = False
        #: What follows work on the file: a code to write down, what was deleted.
        self._then: Callable[[], object] | None = None
        #: What was to be locked while the file was being worked on.
        self._wanted: Reason | None = None
        #: Whether the desktop tells of sleep, and of a locked screen, now.
        self.heard: Callable[[], tuple[bool, bool]] = lambda: (False, False)
        self._marker = door.path.with_name("discreet")

    def begin(self, ask: Ask | None) -> None:
        """Open the vault and build the window, not shown yet; covered where the person is needed to open it.

        Raises AttachError where the vault cannot be opened at all; PassphraseError only where ``ask`` was wrong.
        """
        # A hidden window is not a closed one, and its last dialog must not take the program with it.
        self._app.setQuitOnLastWindowClosed(False)
        damage: VaultDamagedError | None = None
        try:
            self.vault = self.door.open(ask)
        except PassphraseError:
            if ask is not None:
                raise
        except VaultDamagedError as error:
            damage = error
        choice = FOLLOW if self.vault is None else self.vault.settings.get("theme", FOLLOW)
        self.theme = Theme(self._app, choice, dressed=False)
        self.window = MainWindow(self.vault, self.theme, self._specs, demo=self._demo, desk=self)
        self.window.replaced.connect(self._replaced)
        self.window.revealed.connect(self.shown)
        if self.discreet:
            self.window.set_neutral(True)
        if damage is not None:
            self.window.cover(self._rescue_page(damage, ask))
        elif self.vault is None:
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

    def lock(self, reason: Reason, minutes: int = 0) -> bool:
        """Lock: seal what is half-written, close dialogs, destroy the pages, close the vault, ask for the passphrase.

        Everything is out of sight when this returns; ``locked`` comes when it is out of memory, too. ``minutes`` is how
        long nothing was pressed. False if there is nothing to lock.
        """
        if not self.can_lock:
            if self.window.shown is not None and self.window.shown.property("working"):
                self._wanted = reason
            return False
        self._put_away(self._unlock_page(reason, minutes), lambda: self.locked.emit(reason.value), reason)
        return True

    def apart(
        self, text: str, work: FileWork[Key | None], then: Callable[[], object], *, may_stop: bool = True
    ) -> None:
        """Close the vault, do ``work`` on its file in another thread, and open it with the key that this gives.

        ``text`` says what is being done; ``then`` is called when the vault is open again and all went well (where it
        was to be locked meanwhile: once it is unlocked). A known error is told, and the vault opened as it was.
        ``may_stop`` says whether it can be called off.
        """
        from attach_desktop.ui.locking.work_page import WorkPage

        key = self.vault.connection.key if self.vault is not None else None
        page = WorkPage(text, may_stop=may_stop)
        page.setProperty("working", True)
        self._wanted = None

        def done(new: Key | None) -> None:
            if self._reopen(new):
                self._then = then
                self._go_on()

        def failed(error: AttachError) -> None:
            if self._reopen(key):
                self.window.complain(error)

        self._put_away(page, lambda: page.run(work, done, failed), Reason.ASKED)

    def rescue(self, error: AttachError) -> None:
        """Close the vault, which turned out to be damaged, and show what is left of it."""
        if self.vault is None:
            return
        page = self._rescue_page(error, _ask_with(self.vault.connection.key))
        self._put_away(page, lambda: self.locked.emit(Reason.ASKED.value), Reason.ASKED)

    def _replaced(self) -> None:
        """Another program has put another file in the vault's place, or written into it: save ours, and open that."""
        from attach_desktop.vault.conflicts import keep_ours
        from attach_desktop.vault.swap import swap_in

        vault = self.vault
        if vault is None or not self.window.is_open:
            return
        self.window.keep_all()
        try:
            ours = keep_ours(vault, self.door.clock)
            if not self.door.path.exists():
                # It was not replaced but deleted: then ours is the vault.
                swap_in(ours, self.door.path)
        except AttachError as error:
            if not vault.connection.overwritten:
                self.window.complain(error)
                return
            # Nothing of ours can be read any more; waiting would not bring it back.
        if vault.encrypted:
            self.lock(Reason.OVERWRITTEN if vault.connection.overwritten else Reason.REPLACED)
        else:
            self.apart(self.tr("Opening what is there now …"), lambda _: None, lambda: None)

    def _put_away(self, cover: QWidget, then: Callable[[], object], reason: Reason) -> None:
        self._tab = self.window.tab
        self.window.keep_all()
        self._close_dialogs()
        self.locking.emit(reason.value)
        self._destroy(self.window.cover(cover), then)

    def _destroy(self, before: QWidget | None, then: Callable[[], object]) -> None:
        """Destroy the pages and close the vault as soon as nobody is in the middle of a call to a page."""

        # Here and below, what is not needed for the first paint: each of Qt's types takes a while to come into being.
        from PySide6.QtCore import QThread

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
            del vault
            # What start-up made was set aside for good (app.py), the first page among it.
            gc.unfreeze()
            gc.collect()
            then()

        QTimer.singleShot(0, destroy)

    def _close_dialogs(self) -> None:
        from PySide6.QtWidgets import QDialog

        for widget in QApplication.topLevelWidgets():
            # On X11 the icon in the tray is a window, too.
            if widget is self.window or not widget.isVisible() or widget.inherits("QSystemTrayIconSys"):
                continue
            if isinstance(widget, QDialog):
                # Not reject: one with work under way would only call that off, and stay until it has ended.
                widget.done(QDialog.DialogCode.Rejected)
            else:
                widget.close()

    # -- what covers the window ------------------------------------------------------------------------------------

    def _unlock_page(self, reason: Reason, minutes: int = 0) -> QWidget:
        from attach_desktop.ui.locking.unlock_page import UnlockPage

        page = UnlockPage(self.door, reason, minutes)
        page.opened.connect(self._enter)
        page.quit_asked.connect(self.quit)
        page.damaged.connect(self._damaged)
        return page

    def _rescue_page(self, error: AttachError, ask: Ask | None) -> QWidget:
        from attach_desktop.ui.locking.rescue_page import RescuePage

        page = RescuePage(self.door, error, ask)
        page.opened.connect(self._enter)
        page.quit_asked.connect(self.quit)
        return page

    def _damaged(self, error: AttachError, typed: str) -> None:
        before = self.window.cover(self._rescue_page(error, lambda: typed))
        if before is not None:
            before.deleteLater()

    def _reopen(self, key: Key | None) -> bool:
        """Open the vault again after its file was worked on; whether that could be done."""
        try:
            vault = self.door.open(None) if key is None else self.door.open_with(key)
        except PassphraseError:
            # What lies there now is another vault than the one that was worked on.
            before = self.window.cover(self._unlock_page(Reason.REPLACED))
            if before is not None:
                before.deleteLater()
            return False
        except AttachError as error:
            before = self.window.cover(self._rescue_page(error, _ask_with(key)))
            if before is not None:
                before.deleteLater()
            return False
        self._enter(vault)
        return True

    def _enter(self, vault: Vault) -> None:
        self.vault = vault
        choice = vault.settings.get("theme", FOLLOW)
        if choice != self.theme.choice:
            self.theme.choose(choice)
        self.window.uncover(vault, self._tab)
        self.window.start()
        self.unlocked.emit()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.lock(wanted)
        self._go_on()

    def _go_on(self) -> None:
        """With what follows work on the file; where it was locked at once, not before it is unlocked again."""
        if self._then is not None and self.window.is_open:
            then, self._then = self._then, None
            then()

    # -- out of sight and back -------------------------------------------------------------------------------------

    def hide_window(self) -> None:
        """Take the window out of sight at once, dialogs and all; lock behind it, where there is a passphrase."""
        if self.can_come_back:
            self.window.hide()
        else:
            self.window.showMinimized()
        self.window.set_concealed(True)
        self.hidden.emit()
        QTimer.singleShot(0, self._settle_hidden)

    def _settle_hidden(self) -> None:
        from attach_desktop.ui.locking.choices import Choices

        if self.vault is not None and Choices.read(self.vault.settings).hidden and self.lock(Reason.HIDDEN):
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
        self.window.set_concealed(False)

    def may_close(self) -> bool:
        """Whether closing the window ends the program; otherwise it has been hidden instead."""
        # Whoever ends the session is not to be kept from it.
        leaving = self._leaving or self._app.isSavingSession()
        if not leaving and self.ask_before_closing is not None and self.ask_before_closing():
            return False
        if self.stays and not leaving:
            self.hide_window()
            return False
        if not self._left:
            self._left = True
            self._close_dialogs()
            close_down = getattr(self.window.shown, "close_down", None)
            if close_down is not None:
                close_down()
            QTimer.singleShot(0, self.left.emit)
        return True

    def quit(self) -> None:
        """End the program; what is half-written is kept."""
        self._leaving = True
        self.window.close()

    # -- the person's choices about all this -----------------------------------------------------------------------

    def open_passphrase(self, step: Step) -> None:
        """Set, change or remove the passphrase."""
        from attach_desktop.ui.privacy import open_passphrase

        open_passphrase(self, step)

    def open_bin(self) -> None:
        """Show what was deleted, to be brought back or to go for good."""
        from attach_desktop.ui.privacy import open_bin

        open_bin(self)

    def open_backups(self) -> None:
        """Show the backups."""
        from attach_desktop.ui.privacy import open_backups

        open_backups(self)

    def open_privacy(self) -> None:
        """Show where everything lies and what protects it."""
        from attach_desktop.ui.privacy import open_privacy

        open_privacy(self)

    @property
    def discreet(self) -> bool:
        """Whether the window tells nothing by its title at any time. Known before the vault is open."""
        return self._marker.exists()

    def set_discreet(self, discreet: bool) -> None:
        """Be discreet from now on, or no longer."""
        try:
            self._marker.touch(0o600) if discreet else self._marker.unlink(missing_ok=True)
        except OSError as error:
            self.window.complain(StorageError("disk", reason=error.strerror or type(error).__name__))
        self.window.set_neutral(self.discreet)
        self.discretion_changed.emit()


def _ask_with(key: Key | None) -> Ask | None:
    """Somebody to ask for the passphrase, who knows the recovery code instead."""
    if key is None:
        return None
    from attach_desktop.vault.recovery import recovery_code

    return partial(str, recovery_code(key))
