"""The window: the tabs of an open vault with a menu that holds everything, or a cover while none is open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.house import House
from attach_desktop.ui.status_line import StatusLine
from attach_desktop.ui.tab_area import TabArea
from attach_desktop.ui.tabs import FIRST, TABS, TabSpec
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    # Named in annotations alone; Qt's event types take a millisecond each to come into being.
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from attach_desktop.ui.reminding.reach import ReminderDesk
    from attach_desktop.ui.shell import Desk
    from attach_desktop.vault.finding import Filter

_GEOMETRY = "window-size"


class MainWindow(QMainWindow):
    """Shows the tabs of ``tabs``; is the Shell of their pages. ``painted`` comes once, after the first time."""

    painted = Signal()
    #: Another program has put another file in the place of the open vault.
    replaced = Signal()
    #: It is in sight again after it was concealed, by whatever way.
    revealed = Signal()

    def __init__(
        self,
        vault: Vault | None,
        theme: Theme,
        tabs: tuple[TabSpec, ...] = TABS,
        *,
        demo: bool = False,
        desk: Desk | None = None,
    ) -> None:
        """``demo`` says in the title that the records are made up. Without ``vault`` it waits for ``uncover``."""
        super().__init__()
        self.theme, self.desk, self._specs = theme, desk, tabs
        #: What brings reminders up, once there is something.
        self.reminders: ReminderDesk | None = None
        self._vault: Vault | None = None
        self._area: TabArea | None = None
        self._painted = False
        self._data_version = 0
        self._neutral = self._concealed = self._sized = False
        self._open_title = self.tr("Attach – made-up records") if demo else self.tr("Attach")
        self._banner: QWidget | None = None
        self._shown: QWidget | None = None
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self.setCentralWidget(middle)
        self.status = StatusLine()
        self.setStatusBar(self.status)
        self.painted.connect(self.complete)
        self.resize(QSize(1180, 780))
        self.setMinimumSize(QSize(640, 480))
        if vault is not None:
            self.uncover(vault)
        else:
            self._retitle()

    # -- the Shell -------------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Show a quiet line."""
        self.status.say(text)

    def offer_undo(self, text: str, undo: Callable[[], object], step: str) -> None:
        """Say what was done and offer the way back."""

        def guarded() -> None:
            try:
                undo()
            except AttachError as error:
                self.complain(error)

        self.status.offer(text, guarded, step)

    def complain(self, error: AttachError) -> None:
        """Tell a known error in the line at the bottom; what was typed stays where it is."""
        from attach_desktop.sentences import tell

        told = tell(error)
        self.status.say(f"{told.happened} {told.safe} {told.next}")

    def show_journal(self, begin: date, end: date) -> None:
        """Open the journal on some days."""
        from attach_desktop.journal.store import Filter

        self.show_entries(Filter(begin=begin, end=end))

    def show_entries(self, wanted: Filter) -> None:
        """Open the journal on the entries that ``wanted`` finds."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.show_filter(wanted)

    def open_entry(self, record_id: str) -> None:
        """Open one entry in the journal."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.show_entry(record_id)

    def write_entry(self, values: dict[str, Any]) -> None:
        """Go on with a new entry in the journal."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.write(values)

    def look_around(self) -> None:
        """A second window on made-up records, in a process of its own."""
        from PySide6.QtCore import QProcess

        frozen = getattr(sys, "frozen", False)
        QProcess.startDetached(sys.executable, ["--demo"] if frozen else ["-P", "-m", "attach_desktop", "--demo"])

    def protect(self) -> None:
        """Offer to set a passphrase."""
        if self.desk is not None:
            from attach_desktop.ui.locking.choices import Step

            self.desk.open_passphrase(Step.SET)

    # -- covered and open ------------------------------------------------------------------------------------------

    @property
    def vault(self) -> Vault:
        """The open vault. Nobody asks a covered window for it: what would ask has been destroyed."""
        if self._vault is None:
            raise RuntimeError("no vault is open")
        return self._vault

    @property
    def is_open(self) -> bool:
        """Whether it shows the tabs of a vault."""
        return self._area is not None

    def uncover(self, vault: Vault, tab: str = FIRST) -> None:
        """Show the tabs of ``vault`` in the place of what covers the window, on ``tab`` where there is one."""
        cover = self.shown
        self._vault, self._data_version = vault, vault.data_version()
        self._area = TabArea(House(vault, self.theme, self), self._specs, tab)
        self.status.show()
        self._show(self._area)
        if cover is not None:
            cover.deleteLater()
        if not self._sized and not self.isMaximized():
            self._sized = True
            self.resize(_kept_size(vault))
        self._retitle()
        if self._painted:
            self.complete()

    def cover(self, page: QWidget) -> QWidget | None:
        """Show nothing but ``page``. Gives back what was there, out of sight and let go of, to be destroyed.

        It is the caller's to destroy it: somebody may still be in the middle of a call to a page.
        """
        before = self.shown
        if self._area is not None:
            self._area.release()
        self._area = self._vault = None
        # A step back holds on to the record it would bring back.
        self.status.say("")
        if self._painted:
            from attach_desktop.ui.menu import empty_menu

            empty_menu(self)
        self.status.hide()
        self._show(page)
        self._retitle()
        page.setFocus()
        return before

    def set_banner(self, banner: QWidget) -> None:
        """Keep ``banner`` above what fills the window, whatever that is; it comes and goes by itself."""
        self._middle.insertWidget(0, banner)
        self._banner = banner

    def go_to_banner(self) -> None:
        """Give the focus to the banner, where it is on show."""
        if self._banner is not None and self._banner.isVisible():
            self._banner.setFocus()
        else:
            self.say(self.tr("No reminder is waiting."))

    @property
    def shown(self) -> QWidget | None:
        """What fills the window: the tabs, or what covers it."""
        return self._shown

    def _show(self, widget: QWidget) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._middle.removeWidget(self._shown)
        self._shown = widget
        self._middle.addWidget(widget)
        # At once, not when the layout gets to it: it is about to be given the focus. Else it comes with the window.
        if self.isVisible():
            widget.show()

    def set_neutral(self, neutral: bool) -> None:
        """Whether its title tells nothing at any time."""
        self._neutral = neutral
        self._retitle()

    def set_concealed(self, concealed: bool) -> None:
        """Whether its title tells nothing because it is out of sight."""
        was, self._concealed = self._concealed, concealed
        self._retitle()
        if was and not concealed:
            self.revealed.emit()

    def _retitle(self) -> None:
        told = self._open_title if self.is_open else "Attach"
        self.setWindowTitle(self.tr("Notes") if self._neutral or self._concealed else told)

    # -- tabs ------------------------------------------------------------------------------------------------------

    @property
    def tab_widget(self) -> QTabWidget:
        """The tabs, while a vault is open."""
        if self._area is None:
            raise RuntimeError("no vault is open")
        return self._area

    @property
    def tab(self) -> str:
        """The key of the tab on show; the first one's while none is."""
        return self._area.current if self._area is not None else FIRST

    def page(self, key: str) -> QWidget | None:
        """The page of a tab, if it has been built."""
        return self._area.page(key) if self._area is not None else None

    def open_tab(self, key: str) -> QWidget | None:
        """Show a tab and give its page the focus."""
        return self._area.open(key) if self._area is not None else None

    def undo(self) -> None:
        """Take back what was done last, if it can be."""
        self.status.undo()

    def log_mood(self) -> None:
        """From anywhere: the mood grid, ready for two digits and Enter."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.start_entry()

    # -- coming and going ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint comes what one does not wait for: the menu, and what pages left for later."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def complete(self) -> None:
        """Build what could wait until the window had been painted once."""
        self._painted = True
        if self._area is None:
            return
        if not self.menuBar().actions():
            from attach_desktop.ui.menu import fill_menu

            fill_menu(self, self._specs)
            if self.desk is not None:
                from attach_desktop.ui.corner import corner

                within_reach = corner(self.desk)
                self._area.setCornerWidget(within_reach)
                within_reach.show()
        self._area.complete()

    def start(self) -> None:
        """Give the focus to the first page."""
        if self._area is not None:
            self._area.open(self._area.current)

    def keep_all(self) -> None:
        """Put every half-written thing on disk."""
        if self._area is not None:
            self._area.keep_all()

    def look_again(self) -> None:
        """Refresh if another process has changed the vault."""
        if self._vault is None:
            return
        if not self._vault.connection.in_place:
            QTimer.singleShot(0, self.replaced.emit)
            return
        version = self._vault.data_version()
        if version != self._data_version:
            self._data_version = version
            for spec in self._specs:
                self._vault.changes.notify(spec.key)

    def changeEvent(self, event: QEvent) -> None:
        """On coming to the front, look whether the records changed elsewhere."""
        super().changeEvent(event)
        if self.isActiveWindow():
            if self._concealed and self.isVisible() and not self.isMinimized():
                self.set_concealed(False)
            try:
                self.look_again()
            except AttachError as error:
                self.complain(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing half-written is lost; pages let go of the vault."""
        if self.desk is not None and not self.desk.may_close():
            event.ignore()
            return
        if self._area is not None:
            self._area.keep_all()
            try:
                if not self.isMaximized():
                    self.vault.settings.set(_GEOMETRY, [self.width(), self.height()])
            except AttachError:
                # The size of a window is not worth keeping somebody in the program for.
                event.accept()
            self._area.release()
        super().closeEvent(event)


def _kept_size(vault: Vault) -> QSize:
    kept = vault.settings.get(_GEOMETRY)
    if isinstance(kept, list) and len(kept) == 2 and all(isinstance(side, int) for side in kept):
        return QSize(max(640, min(kept[0], 6000)), max(480, min(kept[1], 4000)))
    return QSize(1180, 780)
